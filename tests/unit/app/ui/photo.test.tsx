// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Photo } from '../../../../src/app/ui/media.tsx';
import { fakeDevice, renderScreen } from '../fake-device.tsx';

const HASH = 'ab'.repeat(32);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  URL.createObjectURL = () => 'blob:photo';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => vi.useRealTimers());

it('shows a photo by itself when it arrives after the text of its notice', async () => {
  let arrived = false;
  const device = fakeDevice({ photo: async () => (arrived ? new Blob(['x']) : null) });
  const { container, queryByText, unmount } = renderScreen(<Photo hash={HASH} alt="水渠" />, { device });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(queryByText('照片还没到这里，有网时自动补上')).not.toBeNull();
  arrived = true;
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(container.querySelector('img')?.src).toBe('blob:photo');
  unmount();
});

it('looks for a missing photo less and less often, and no more when the screen is left', async () => {
  const device = fakeDevice();
  const looks = (): number => device.calls.filter(({ name }) => name === 'photo').length;
  const { unmount } = renderScreen(<Photo hash={HASH} alt="" />, { device });
  await act(() => vi.advanceTimersByTimeAsync(62_000));
  expect(looks()).toBe(6);
  unmount();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(looks()).toBe(6);
});
