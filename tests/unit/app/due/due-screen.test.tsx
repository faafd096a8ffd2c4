// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { BoardScreen } from '../../../../src/app/board/board-screen.tsx';
import { CategoryScreen } from '../../../../src/app/board/category-screen.tsx';
import { loadDueRules } from '../../../../src/app/board/due-later.ts';
import { DueScreen } from '../../../../src/app/due/due-screen.tsx';
import * as words from '../../../../src/app/due/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import type { DraftRow } from '../../../../src/store/device/db.ts';
import { CADRE, content, event, hex, sampleRegistry, withdrawn } from '../../domain/samples.ts';
import { MONTHLY } from '../../domain/due/sample.ts';

/** A village that answers since August, with one monthly entry: August to October are due on 24 November 2026. */
function registry(): Registry {
  const state = sampleRegistry();
  const v1 = { ...state.units['v1']!, dueFrom: '2026-08-01' };
  return {
    ...state,
    units: {
      ...state.units,
      v1: { ...v1, leadingGroup: { ...v1.leadingGroup, leader: { name: '李某', post: '村文书' } } },
    },
    catalogue: [{ ...MONTHLY, name: '收支账目' }],
  };
}

const told = (number: number, period: string, acceptedAt: string): NoticeEvent =>
  ({
    ...event(number, 'notice.published', {
      ...content(`账目 ${period}`),
      ...ORDINARY,
      entry: { id: MONTHLY.id, name: '收支账目' },
      period,
    }),
    at: acceptedAt,
    acceptedAt,
  }) as NoticeEvent;

async function device(
  events: NoticeEvent[],
  answers: Parameters<typeof fakeDevice>[0] = {},
): Promise<FakeDevice> {
  const made = fakeDevice(answers);
  await made.setRegistry(registry());
  await made.setContact({});
  await made.setIdentity({ key: CADRE, kind: 'phone' });
  await made.setBoard('v1', events);
  return made;
}

const Where = () => <p data-testid="where">{useLocation().pathname}</p>;
const open = (fake: FakeDevice, path: string) => {
  const shown = renderScreen(
    <Routes>
      <Route path="/b/:unit" element={<BoardScreen />} />
      <Route path="/b/:unit/c/:aspect" element={<CategoryScreen />} />
      <Route path="/due" element={<DueScreen />} />
      <Route path="*" element={<Where />} />
    </Routes>,
    { device: fake, path },
  );
  addMessages('due', words);
  return shown;
};

beforeAll(loadDueRules);

const august = told(0, '2026-08', '2026-09-18T02:00:00.000Z');
const late = told(1, '2026-09', '2026-10-25T02:00:00.000Z');

describe('silence on a board', () => {
  it('says what is due and not published, who answers, and how many days it is late', async () => {
    open(await device([august, late]), '/b/v1');
    const block = await screen.findByRole('region', { name: '该公开还没公开的' });
    expect(block.textContent).toContain('该公开还没公开 1 项');
    expect(block.textContent).toContain('收支账目');
    expect(block.textContent).toContain('2026年10月，已经晚了 4 天');
    expect(block.textContent).toContain('李某（村文书）');
  });

  it('marks what came late, and not what came in time', async () => {
    open(await device([august, late]), '/b/v1');
    const row = (title: string) => screen.getByText(title).closest('li')?.textContent;
    await screen.findByText('账目 2026-09');
    expect(await screen.findByText('晚了 5 天公开')).toBeTruthy();
    expect(row('账目 2026-09')).toContain('晚了 5 天公开');
    expect(row('账目 2026-08')).not.toContain('晚了');
  });

  it('counts what was withdrawn as not published', async () => {
    open(await device([august, late, withdrawn(2, hex(1), hex(1))]), '/b/v1');
    const block = await screen.findByRole('region', { name: '该公开还没公开的' });
    expect(block.textContent).toContain('2026年8月、2026年10月，已经晚了 65 天');
  });

  it('stands in its subject too, and in no other', async () => {
    const fake = await device([august, late]);
    const { unmount } = open(fake, '/b/v1/c/money');
    expect(await screen.findByRole('region', { name: '该公开还没公开的' })).toBeTruthy();
    unmount();
    open(fake, '/b/v1/c/relief');
    await screen.findByText('这一类还没有公开过');
    expect(screen.queryByRole('region', { name: '该公开还没公开的' })).toBeNull();
  });

  it('tells up to which day this device knows', async () => {
    const fake = await device([august, late]);
    await fake.setContact({ state: 'no-network', lastContact: '2026-11-22T02:00:00.000Z' });
    open(fake, '/b/v1');
    const block = await screen.findByRole('region', { name: '该公开还没公开的' });
    expect(block.textContent).toContain('已经晚了 2 天');
    expect(block.textContent).toContain('最后联系上乡里是2026年11月22日');
  });
});

const draft: DraftRow = {
  id: 'd1',
  unit: 'v1',
  change: null,
  content: content(''),
  outward: ORDINARY,
  reason: '',
  createdAt: '',
  updatedAt: '',
};

describe('yours this week', () => {
  it('lists what is late, and one tap begins the draft with entry and period', async () => {
    const fake = await device([august, late], { newDraft: async () => ({ ok: true, value: draft }) });
    open(fake, '/due');
    const item = (await screen.findByText('收支账目')).closest('li')!;
    expect(item.textContent).toContain('2026年10月');
    expect(item.textContent).toContain('晚了 4 天');
    await userEvent.click(within(item).getByRole('button', { name: '开始写' }));
    expect((await screen.findByTestId('where')).textContent).toBe('/write/d1');
    const [kept] = fake.calls.find(({ name }) => name === 'saveDraft')!.args as [DraftRow];
    expect(kept.content).toMatchObject({ entry: { id: MONTHLY.id }, period: '2026-10' });
  });

  it('publishes ‘nothing to report’ after one question, and not without it', async () => {
    const fake = await device([august, late], {
      newDraft: async () => ({ ok: true, value: draft }),
      publish: async () => ({ ok: true, value: { id: 'e1', notice: 'e1', submitted: false } }),
    });
    open(fake, '/due');
    const calls = (name: string) => fake.calls.filter((call) => call.name === name);
    await userEvent.click(await screen.findByRole('button', { name: '本期没有' }));
    await userEvent.click(screen.getByRole('button', { name: '再想想' }));
    expect(calls('publish')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '本期没有' }));
    await userEvent.click(screen.getByRole('button', { name: '没有，就这样公开' }));
    expect((await screen.findByTestId('where')).textContent).toBe('/write/saved/e1');
    const [kept] = calls('saveDraft')[0]!.args as [DraftRow];
    expect(kept.signed).toMatchObject({ kind: 'nothing', period: '2026-10', officer: '李某（村文书）' });
    expect(calls('publish')).toHaveLength(1);
  });

  it('says why it was not kept, and leaves no draft behind', async () => {
    const fake = await device([august, late], {
      newDraft: async () => ({ ok: true, value: draft }),
      publish: async () => ({ ok: false, code: 'storage-full' }),
    });
    open(fake, '/due');
    await userEvent.click(await screen.findByRole('button', { name: '本期没有' }));
    await userEvent.click(screen.getByRole('button', { name: '没有，就这样公开' }));
    expect((await screen.findByRole('alert')).textContent).toContain('手机存满了');
    expect(fake.calls.some(({ name }) => name === 'deleteDraft')).toBe(true);
  });

  it('says so when nothing is due', async () => {
    open(await device([august, late, told(2, '2026-10', '2026-11-10T02:00:00.000Z')]), '/due');
    expect(await screen.findByText('这周没有该办的')).toBeTruthy();
  });
});
