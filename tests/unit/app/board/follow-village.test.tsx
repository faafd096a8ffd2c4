// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FollowVillage } from '../../../../src/app/board/follow-village.tsx';
import { CHOSEN, putMeta } from '../../../../src/store/device/meta.ts';

describe('a village on one’s own phone', () => {
  it('is followed by one button, and no longer by the same', async () => {
    const device = fakeDevice();
    renderScreen(<FollowVillage unit="v1" />, { device });
    await userEvent.click(await screen.findByRole('button', { name: '常看这里，没网也能打开' }));
    expect(device.calls).toContainEqual({ name: 'choose', args: ['v1', true] });
    await putMeta(device.db, CHOSEN, ['v1']);
    await userEvent.click(await screen.findByRole('button', { name: '不常看了' }));
    expect(device.calls).toContainEqual({ name: 'choose', args: ['v1', false] });
  });
});
