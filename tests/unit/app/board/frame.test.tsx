// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { act, renderHook, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoardFrame } from '../../../../src/app/board/frame.tsx';
import { HOLD_MS, useHold } from '../../../../src/app/board/hold.ts';
import { useIdentity } from '../../../../src/app/ui/device-context.tsx';
import { sampleRegistry } from '../../domain/samples.ts';

/** As the app's router does: nothing is drawn before it is known whose device this is. */
function Drawn({ onMount }: { onMount: (form: string | undefined) => void }) {
  return useIdentity() === undefined ? null : (
    <BoardFrame unit="v1" title="公开栏">
      <Noted onMount={onMount} />
    </BoardFrame>
  );
}

function Noted({ onMount }: { onMount: (form: string | undefined) => void }) {
  useEffect(() => onMount(document.documentElement.dataset['form']), [onMount]);
  return <p>里面</p>;
}

describe('the frame of a screen in a narrow window', () => {
  it('is a shared tablet’s from the first drawing on: what stands in it is never made anew', async () => {
    const device = fakeDevice();
    await device.setIdentity({ kind: 'tablet' });
    await device.setRegistry(sampleRegistry());
    await device.setContact({});
    const mounted = vi.fn();
    renderScreen(<Drawn onMount={mounted} />, { device });
    await screen.findByText('里面');
    await act(() => device.setContact({ state: 'no-network' }));
    expect(mounted.mock.calls).toEqual([['tablet']]);
  });
});

describe('a screen that waits for its parts', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is drawn when they are there, and stays drawn', () => {
    vi.useFakeTimers();
    const { result, rerender } = renderHook(useHold, { initialProps: false });
    expect(result.current).toBe(false);
    rerender(true);
    expect(result.current).toBe(true);
    act(() => vi.advanceTimersByTime(1));
    rerender(false);
    expect(result.current).toBe(true);
  });

  it('is drawn without them when they do not come', () => {
    vi.useFakeTimers();
    const { result } = renderHook(useHold, { initialProps: false });
    act(() => vi.advanceTimersByTime(HOLD_MS));
    expect(result.current).toBe(true);
  });
});
