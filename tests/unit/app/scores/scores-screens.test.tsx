// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import CalendarRoutes from '../../../../src/app/due/routes.tsx';
import * as dueWords from '../../../../src/app/due/messages.ts';
import InspectRoutes from '../../../../src/app/inspect/routes.tsx';
import * as inspectWords from '../../../../src/app/inspect/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { scorer } from '../../../../src/app/scores/keep.ts';
import * as words from '../../../../src/app/scores/messages.ts';
import ScoresRoutes from '../../../../src/app/scores/routes.tsx';
import { recordKey, type ScoreObjection } from '../../../../src/domain/review/queue.ts';
import { NO_RECORDS } from '../../../../src/domain/score/items.ts';
import { CADRE, OFFICE, published } from '../../domain/samples.ts';
import { registry as people } from '../write/drafts.ts';
import { day, MONTHLY } from '../../domain/due/sample.ts';

afterEach(cleanup);

const state = () => ({
  ...people(),
  catalogue: [{ ...MONTHLY, name: '村集体收支账目' }],
  setUp: { v1: '2026-08-31T16:00:00.000Z' },
});
const ITEM = 'due:accounts/2026-10';

async function at(key: string, kind: 'office' | 'phone', answers = {}): Promise<FakeDevice> {
  const device = fakeDevice(answers);
  await device.setIdentity({ key, kind, unit: kind === 'office' ? 'township' : 'v1' });
  await device.setRegistry(state());
  await device.setContact({});
  await device.setBoard('v1', [published(0, '一号')]);
  return device;
}

async function objected(device: FakeDevice, part: Partial<ScoreObjection> = {}): Promise<void> {
  const id = 'e'.repeat(64);
  const stream = `${TOWNSHIP}/v1/office`;
  const value: ScoreObjection = {
    what: 'score',
    id,
    at: '2026-11-23T10:00:00.000+08:00',
    acceptedAt: '2026-11-23T02:00:00.000Z',
    author: CADRE,
    item: ITEM,
    reason: '停电三天',
    answer: null,
    ...part,
  };
  await device.db.rows.put({ stream, key: recordKey('score', id), value });
  await device.db.heads.put({ stream, size: 1, frontier: [], checkpoint: '' } as never);
}

function open(device: FakeDevice, path: string): void {
  renderScreen(
    <Routes>
      <Route path="/office/scores" element={<ScoresRoutes />} />
      <Route path="/scores/*" element={<ScoresRoutes />} />
      <Route path="/due/*" element={<CalendarRoutes />} />
      <Route path="/inspect/*" element={<InspectRoutes />} />
    </Routes>,
    { device, path },
  );
  addMessages('scores', words);
  addMessages('due', dueWords);
  addMessages('inspect', inspectWords);
}

const calls = (device: FakeDevice, name: string) => device.calls.filter((one) => one.name === name);

describe('the scorecard of a unit', () => {
  it('lists what cost points, and lets who posts for the unit object with a reason', async () => {
    const device = await at(CADRE, 'phone');
    open(device, '/scores/v1?month=11');
    await screen.findByText('村集体收支账目 · 2026年10月');
    expect(screen.getByText('没公开，晚了 4 天')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不同意，说明理由' }));
    fireEvent.click(screen.getByRole('button', { name: '交给党政办' }));
    expect(screen.getByText('写一句理由，党政办才好答复')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/为什么不该扣/), { target: { value: '停电三天' } });
    fireEvent.click(screen.getByRole('button', { name: '交给党政办' }));
    await waitFor(() => expect(calls(device, 'objectToScore')).toHaveLength(1));
    expect(calls(device, 'objectToScore')[0]?.args).toMatchObject(['v1', { item: ITEM, reason: '停电三天' }]);
  });

  it('opens the records behind a part', async () => {
    open(await at(CADRE, 'phone'), '/scores/v1?month=11&part=correctness');
    await screen.findByRole('heading', { name: '内容准确：算进去的 1 条' });
    expect(screen.getByRole('link', { name: '一号' }).getAttribute('href')).toMatch(/^\/b\/v1\/n\//);
  });

  it('does not count what the office agreed to, and shows what was said', async () => {
    const device = await at(CADRE, 'phone');
    const said = { author: OFFICE, acceptedAt: '2026-11-23T03:00:00.000Z', upheld: true, text: '属实' };
    await objected(device, { answer: said });
    open(device, '/scores/v1?month=11');
    await screen.findByText('没有扣分的地方。');
    expect(screen.getAllByText('100').length).toBeGreaterThan(0);
  });

  it('is not for others', async () => {
    open(await at('9'.repeat(64), 'phone'), '/scores/v1');
    await screen.findByText('这里给本单位和党政办看');
  });
});

describe('the scores of the office', () => {
  it('rank the units, show each month as a number, and lead to each card', async () => {
    open(await at(OFFICE, 'office'), '/office/scores');
    await screen.findByRole('heading', { name: /排名/ });
    const cell = await screen.findByRole('link', { name: /示范一村 11月：/ });
    expect(cell.textContent).toMatch(/^\d+$/);
    expect(cell.getAttribute('href')).toBe('/scores/v1?year=2026&month=11');
    expect(screen.getByRole('img', { name: /全乡：/ })).toBeTruthy();
  });

  it('answer what a unit does not agree with', async () => {
    const device = await at(OFFICE, 'office');
    await objected(device);
    open(device, '/office/scores');
    await screen.findByText('单位说：停电三天');
    fireEvent.click(screen.getByRole('button', { name: '答复' }));
    fireEvent.change(screen.getByLabelText(/^答复/), { target: { value: '属实，不算' } });
    fireEvent.click(screen.getByRole('button', { name: '同意，不算这一条' }));
    await waitFor(() => expect(calls(device, 'answerScore')).toHaveLength(1));
    expect(calls(device, 'answerScore')[0]?.args[2]).toMatchObject({ upheld: true, answer: '属实，不算' });
  });

  it('change the rules, only to weights that add up to 100', async () => {
    const device = await at(OFFICE, 'office', { change: async () => ({ ok: true, value: { id: '' } }) });
    open(device, '/office/scores');
    fireEvent.click(await screen.findByRole('button', { name: '改考核办法' }));
    fireEvent.change(screen.getByLabelText('公开齐全'), { target: { value: '50' } });
    expect(screen.getByText('现在加起来是 110，要等于 100')).toBeTruthy();
    expect(screen.getByRole('button', { name: '存下来' }).getAttribute('aria-disabled')).toBe('true');
    fireEvent.change(screen.getByLabelText('公开及时'), { target: { value: '20' } });
    fireEvent.click(screen.getByRole('button', { name: '存下来' }));
    await screen.findByText('已存好。乡里收到以后就用新的办法。');
    expect(calls(device, 'change')[0]?.args[1]).toMatchObject({
      from: '2026-11-01',
      weights: { completeness: 50, timeliness: 20, correctness: 15, response: 15 },
    });
  });
});

describe('the keeper of scores', () => {
  it('scores again only units with something new', () => {
    const score = scorer();
    const registry = { ...state(), units: { ...state().units, v2: { ...state().units.v1!, id: 'v2' } } };
    const own = { ...NO_RECORDS };
    const look = (other: typeof NO_RECORDS) =>
      score(
        registry,
        new Map([
          ['v1', own],
          ['v2', other],
        ]),
        day('2026-01-01'),
        day('2026-11-24'),
      ).scores;
    const before = look({ ...NO_RECORDS });
    const after = look({ ...NO_RECORDS });
    expect(after.get('v1')).toBe(before.get('v1'));
    expect(after.get('v2')).not.toBe(before.get('v2'));
  });
});

describe('the calendar', () => {
  it('says on which day of the month what is due', async () => {
    open(await at(CADRE, 'phone'), '/due/calendar?month=2026-11');
    await screen.findByRole('link', { name: '11月20日到期 1 项' });
    expect(screen.getByRole('heading', { name: '11月20日' })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '上个月' }));
    await screen.findByText('2026年10月');
  });
});

describe('the lists of the discipline commission', () => {
  it('count what went wrong and open each list', async () => {
    open(await at(OFFICE, 'office'), '/inspect?of=2026-11');
    fireEvent.click(await screen.findByRole('link', { name: /该公开没公开/ }));
    await screen.findByRole('heading', { name: '该公开没公开 1 条' });
    expect(screen.getByText(/2026年10月 · 晚了 4 天/)).toBeTruthy();
  });

  it('are not for those who publish: they see the findings about their own unit', async () => {
    open(await at(CADRE, 'phone'), '/inspect');
    await screen.findByRole('heading', { name: '检查出的问题' });
    expect(screen.queryByRole('link', { name: /该公开没公开/ })).toBeNull();
  });
});
