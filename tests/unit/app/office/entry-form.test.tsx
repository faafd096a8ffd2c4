// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import OfficeRoutes from '../../../../src/app/office/routes.tsx';
import { OFFICE } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

async function opened(path: string): Promise<FakeDevice> {
  const device = fakeDevice();
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/office/*" element={<OfficeRoutes />} />
      </Routes>
    </WithWords>,
    { device, path },
  );
  return device;
}

const changes = (device: FakeDevice) => device.calls.filter(({ name }) => name === 'change');

it('the catalogue says who answers for an entry, when it is due and how it goes out', async () => {
  await opened('/office/catalogue');
  const row = (await screen.findByRole('link', { name: '村集体收支账目' })).closest('tr')!;
  expect(row.textContent).toContain('村文书');
  expect(row.textContent).toContain('每月，过后 20 天内');
  expect(row.textContent).toContain('上墙、开会念');
});

it('a changed entry is signed and sent whole', async () => {
  const device = await opened('/office/catalogue/money-accounts');
  fireEvent.change(await screen.findByLabelText(/几天以内/), { target: { value: '10' } });
  fireEvent.click(screen.getByRole('button', { name: '存好' }));
  await waitFor(() => expect(changes(device)).toHaveLength(1));
  const [type, content] = changes(device)[0]!.args as [string, { entry: object }];
  expect(type).toBe('catalogue.entry-set');
  expect(content.entry).toMatchObject({
    id: 'money-accounts',
    part: 'B',
    due: { every: 'month', within: { days: 10, unit: 'calendar' } },
  });
});

it('an entry without a name is not sent, and says what is missing', async () => {
  const device = await opened('/office/catalogue/new');
  fireEvent.click(await screen.findByRole('button', { name: '存好' }));
  await screen.findByText(/有 3 处要改/);
  expect(changes(device)).toEqual([]);
});
