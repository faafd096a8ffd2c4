// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import OfficeRoutes from '../../../../src/app/office/routes.tsx';
import { OFFICE } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { draftProblems } from '../../../../src/app/write/draft-check.ts';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import type { DraftRow } from '../../../../src/store/device/db.ts';
import { EMPTY, registry } from '../write/drafts.ts';

afterEach(cleanup);

async function opened(path: string, answers: Parameters<typeof fakeDevice>[0] = {}): Promise<FakeDevice> {
  const device = fakeDevice(answers);
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

it('an entry says in its form, in the list and in what is sent who looks before residents see it', async () => {
  const device = await opened('/office/catalogue/money-accounts');
  fireEvent.change(await screen.findByLabelText('公开以前谁先看（先审后公开）'), {
    target: { value: 'office' },
  });
  await screen.findByText(/写好先送党政办看/);
  fireEvent.click(screen.getByRole('button', { name: '存好' }));
  await waitFor(() => expect(changes(device)).toHaveLength(1));
  const [, content] = changes(device)[0]!.args as [string, { entry: object }];
  expect(content.entry).toMatchObject({ review: 'office', part: 'B' });
});

it('what was typed in a form is there again after a reload, and gone when it was left on purpose', async () => {
  sessionStorage.clear();
  await opened('/office/catalogue/money-accounts');
  fireEvent.change(await screen.findByLabelText('负责的职务'), { target: { value: '村会计' } });
  await opened('/office/catalogue/money-accounts');
  expect(((await screen.findByLabelText('负责的职务')) as HTMLInputElement).value).toBe('村会计');
  fireEvent.click(screen.getByRole('link', { name: '不改了' }));
  await opened('/office/catalogue/money-accounts');
  expect(((await screen.findByLabelText('负责的职务')) as HTMLInputElement).value).toBe('村文书');
});

it('the catalogue is made into a draft of a notice, filled in, and opened for the clerk to read', async () => {
  const draft = {
    id: 'd9',
    unit: 'township',
    change: null,
    content: EMPTY,
    outward: ORDINARY,
    reason: '',
    createdAt: '',
    updatedAt: '',
  };
  const device = await opened('/office/catalogue', { newDraft: async () => ({ ok: true, value: draft }) });
  fireEvent.click(await screen.findByRole('button', { name: '做公开目录公告' }));
  await waitFor(() => expect(device.calls.some(({ name }) => name === 'saveDraft')).toBe(true));
  const [kept] = device.calls.find(({ name }) => name === 'saveDraft')!.args as [DraftRow];
  expect(kept.content).toMatchObject({ kind: 'disclosure-catalogue', entry: { id: 'gov-guide' } });
  expect(draftProblems(kept).filter(({ field }) => field !== 'officer')).toEqual([]);
});
