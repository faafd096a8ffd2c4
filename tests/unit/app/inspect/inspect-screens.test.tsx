// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as words from '../../../../src/app/inspect/messages.ts';
import InspectRoutes from '../../../../src/app/inspect/routes.tsx';
import { type Finding, inspectionKey } from '../../../../src/domain/inspection/records.ts';
import { CADRE, OFFICE, published } from '../../domain/samples.ts';
import { registry as people } from '../write/drafts.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const ID = 'f'.repeat(64);
const STREAM = `${TOWNSHIP}/v1/inspection`;
const FINDING: Finding = {
  what: 'finding',
  id: ID,
  author: OFFICE,
  at: '2026-11-23T10:00:00.000+08:00',
  acceptedAt: '2026-11-23T02:00:00.000Z',
  round: null,
  about: { kind: 'unit' },
  title: '账目对不上',
  text: '支出单据少一张。',
  severity: 'fault',
  on: '2026-11-20' as Finding['on'],
  person: '马某（村文书）',
  due: '2026-12-04' as Finding['due'],
  photos: [],
  answers: [],
  rechecks: [],
  dropped: null,
};

async function at(key: string, kind: 'office' | 'phone', answers = {}): Promise<FakeDevice> {
  const device = fakeDevice(answers);
  await device.setIdentity({ key, kind, unit: kind === 'office' ? 'township' : 'v1' });
  await device.setRegistry(people());
  await device.setContact({});
  await device.setBoard('v1', [published(0, '一号'), published(1, '二号')]);
  await device.db.rows.put({ stream: STREAM, key: inspectionKey('finding', ID), value: FINDING });
  return device;
}

function open(device: FakeDevice, path: string): void {
  renderScreen(
    <Routes>
      <Route path="/inspect/*" element={<InspectRoutes />} />
    </Routes>,
    { device, path },
  );
  addMessages('inspect', words);
}

const recorded = (device: FakeDevice) => device.calls.filter(({ name }) => name === 'record');

describe('a finding', () => {
  it('is answered by the unit, in words, and by nothing else', async () => {
    const device = await at(CADRE, 'phone');
    open(device, `/inspect/findings/v1/${ID}`);
    fireEvent.click(await screen.findByRole('button', { name: '交答复' }));
    await screen.findByText('写下改了什么。');
    expect(screen.queryByRole('button', { name: '改好了，了结' })).toBeNull();
    fireEvent.change(screen.getByRole('textbox', { name: '答复' }), { target: { value: '补上了。' } });
    fireEvent.click(screen.getByRole('button', { name: '交答复' }));
    await expect
      .poll(() => recorded(device)[0]?.args.slice(0, 3))
      .toEqual(['v1', 'finding.answered', { finding: ID, text: '补上了。', photos: [] }]);
  });

  it('shows at once what waits in the outbox, and says that it has not gone', async () => {
    const device = await at(CADRE, 'phone');
    await device.db.outbox.put({
      id: 'b'.repeat(64),
      stream: STREAM,
      type: 'finding.answered',
      header: JSON.stringify({ author: CADRE, at: '2026-11-24T10:00:00.000+08:00' }),
      sig: '',
      body: JSON.stringify({ salt: 's', finding: ID, text: '单据补上了。', photos: [] }),
      title: '账目对不上',
      notice: 'b'.repeat(64),
      files: [],
      savedAt: '2026-11-24T02:00:00.000Z',
      phase: 'waiting',
      problem: null,
      receipt: null,
      completedAt: null,
    });
    open(device, `/inspect/findings/v1/${ID}`);
    await screen.findByText('单据补上了。');
    expect(screen.queryByRole('button', { name: '交答复' })).toBeNull();
  });

  it('is kept while it is half written, and signed with its day in working days', async () => {
    const device = await at(OFFICE, 'office', { record: async () => ({ ok: true, value: { id: ID } }) });
    open(device, '/inspect/findings/new?unit=v1');
    fireEvent.change(await screen.findByRole('textbox', { name: '一句话说是什么问题' }), {
      target: { value: '没有上墙' },
    });
    cleanup();
    open(device, '/inspect/findings/new?unit=v1');
    const name = await screen.findByRole('textbox', { name: '一句话说是什么问题' });
    expect((name as HTMLInputElement).value).toBe('没有上墙');
    fireEvent.change(screen.getByRole('textbox', { name: '看到了什么' }), {
      target: { value: '墙是空的。' },
    });
    fireEvent.change(screen.getByRole('textbox', { name: '负责人' }), { target: { value: '马某' } });
    fireEvent.click(screen.getByRole('button', { name: '存下问题' }));
    // Ten working days after 24 November.
    await expect
      .poll(() => recorded(device)[0]?.args[2])
      .toMatchObject({
        title: '没有上墙',
        person: '马某',
        due: '2026-12-08',
      });
    await screen.findByText('账目对不上');
  });
});

describe('a round', () => {
  it('is opened with what was drawn, its seed and the hash of the list', async () => {
    const device = await at(OFFICE, 'office');
    open(device, '/inspect/rounds/new');
    fireEvent.click(await screen.findByRole('button', { name: '开始检查' }));
    await screen.findByText('写一个种子：没有它，别人没法重抽核对。', { selector: '.message-title' });
    fireEvent.change(screen.getByRole('textbox', { name: '种子' }), { target: { value: '0817' } });
    fireEvent.change(screen.getByRole('textbox', { name: '抽几条' }), { target: { value: '1' } });
    await screen.findByText('2 条里抽出 1 条');
    fireEvent.click(screen.getByRole('button', { name: '开始检查' }));
    await expect.poll(() => recorded(device)[0]?.args.slice(0, 2)).toEqual(['township', 'round.opened']);
    expect(recorded(device)[0]?.args[2]).toMatchObject({
      draw: { seed: '0817', of: 2 },
      items: [{ unit: 'v1' }],
    });
  });
});
