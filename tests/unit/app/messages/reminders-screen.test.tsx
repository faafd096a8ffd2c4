// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import MessageRoutes from '../../../../src/app/messages/routes.tsx';
import type { RemindersResponse } from '../../../../src/sync/reminders-protocol.ts';
import { OFFICE } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

const STATE: RemindersResponse = {
  mode: 'on',
  rules: { on: true, before: 3, after: 3 },
  people: [],
  today: 2,
};

async function open(state: RemindersResponse): Promise<FakeDevice> {
  const device = fakeDevice({ reminders: async () => ({ ok: true, value: state }) });
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  const routes = (
    <Routes>
      <Route path="/office/messages/*" element={<MessageRoutes registry={registry()} />} />
    </Routes>
  );
  renderScreen(<WithWords>{routes}</WithWords>, { device, path: '/office/messages/reminders' });
  await screen.findByRole('heading', { name: '什么时候提醒' });
  return device;
}
const changes = (device: FakeDevice) =>
  device.calls.filter(({ name }) => name === 'changeReminders').map(({ args }) => args[0]);
const firstRow = () => within(screen.getAllByRole('row')[1]!);

describe('the office’s page of reminders', () => {
  it('is turned off and on, and says on how many days before and after', async () => {
    const device = await open(STATE);
    expect(screen.getByText(/今天发了 2 条/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不提醒了' }));
    fireEvent.change(screen.getByLabelText('到期前几天'), { target: { value: '7' } });
    await waitFor(() =>
      expect(changes(device)).toEqual([
        { do: 'rules', rules: { on: false, before: 3, after: 3 } },
        { do: 'rules', rules: { on: true, before: 7, after: 3 } },
      ]),
    );
  });

  it('takes a number with spaces, refuses what is none, and never shows it whole', async () => {
    const device = await open(STATE);
    fireEvent.click(firstRow().getByRole('button', { name: /^填号码/ }));
    const field = firstRow().getByRole('textbox');
    fireEvent.change(field, { target: { value: '123' } });
    fireEvent.click(firstRow().getByRole('button', { name: '存好' }));
    await firstRow().findByText('要 11 位手机号');
    fireEvent.change(field, { target: { value: '138 0000 0001' } });
    fireEvent.click(firstRow().getByRole('button', { name: '存好' }));
    await waitFor(() => expect(changes(device)).toMatchObject([{ do: 'number', number: '13800000001' }]));
    await waitFor(() => expect(firstRow().queryByRole('textbox')).toBeNull());
  });

  it('says that nothing goes out where there is no gateway', async () => {
    await open({ ...STATE, mode: 'off' });
    expect(screen.getByText('短信还没有开通，开通以后才会发。')).toBeTruthy();
  });
});
