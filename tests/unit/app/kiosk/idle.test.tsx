// @vitest-environment jsdom
import { fakeDevice, renderScreen, type FakeDevice } from '../fake-device.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FindScreen } from '../../../../src/app/find/find-screen.tsx';
import { IDLE_MS, IdleReturn } from '../../../../src/app/kiosk/idle.tsx';
import { setSize } from '../../../../src/app/ui/settings.ts';
import { sampleRegistry } from '../../domain/samples.ts';

const Where = () => <p data-testid="where">{useLocation().pathname}</p>;
const where = (): string | null => screen.getByTestId('where').textContent;

async function openFind(kind: 'tablet' | 'phone'): Promise<FakeDevice> {
  const device = fakeDevice();
  await device.setIdentity({ kind });
  await device.setRegistry(sampleRegistry());
  renderScreen(
    <>
      <Where />
      <IdleReturn />
      <Routes>
        <Route path="/b/:unit/find" element={<FindScreen />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
    { device, path: '/b/v1/find' },
  );
  const field = await screen.findByLabelText('找什么');
  fireEvent.change(field, { target: { value: '张某' } });
  return device;
}

const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
  setSize('normal');
});

describe('a shared tablet that nobody touches', () => {
  it('is back at its board, and what was typed is gone', async () => {
    await openFind('tablet');
    setSize('largest');
    await pass(IDLE_MS + 1000);
    expect(where()).toBe('/b/v1');
    expect(screen.queryByDisplayValue('张某')).toBeNull();
    expect(document.documentElement.dataset['size']).toBe('normal');
  });

  it('stays while somebody touches it', async () => {
    await openFind('tablet');
    await pass(IDLE_MS - 5000);
    fireEvent.pointerDown(window);
    await pass(IDLE_MS - 5000);
    expect(where()).toBe('/b/v1/find');
    await pass(10_000);
    expect(where()).toBe('/b/v1');
  });

  it('leaves a person’s own phone alone', async () => {
    await openFind('phone');
    await pass(IDLE_MS * 2);
    expect(where()).toBe('/b/v1/find');
    expect(screen.getByDisplayValue('张某')).toBeTruthy();
  });
});
