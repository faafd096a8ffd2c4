import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import { dueItems, type Told } from '../../../../src/domain/due/judge.ts';
import { lateMarks } from '../../../../src/domain/due/lateness.ts';
import type { Unit } from '../../../../src/domain/registry/events.ts';
import { day, MONTHLY, QUARTERLY, registry, told, written, YEARLY } from './sample.ts';

const judged = (today: string) => ({
  window: { first: day('2025-06-01'), last: day('2026-12-31') },
  today: day(today),
});
const items = (state: ReturnType<typeof registry>, notices: Told[], today = '2026-11-24') =>
  dueItems(state, new Map([['v1', notices]]), judged(today)).get('v1') ?? [];
const about = (period: string, notices: Told[], today?: string) =>
  items(registry([MONTHLY]), notices, today).find((one) => one.period.id === period);

describe('how a unit stands with what is due', () => {
  it('is open until the end of the last day, and overdue from the next', () => {
    expect(about('2026-10', [], '2026-11-20')).toMatchObject({ state: 'open', daysLate: 0 });
    expect(about('2026-10', [], '2026-11-21')).toMatchObject({ state: 'overdue', daysLate: 1 });
  });

  it('is fulfilled by what the township took in by the last day, by the day in Shanghai', () => {
    const lastMinute = told(MONTHLY, '2026-10', '2026-11-20', { acceptedAt: '2026-11-20T15:59:59.000Z' });
    expect(about('2026-10', [lastMinute])).toMatchObject({
      state: 'fulfilled',
      by: 'township',
      notices: [lastMinute.id],
    });
    const tooLate = told(MONTHLY, '2026-10', '2026-11-21', { acceptedAt: '2026-11-20T16:00:00.000Z' });
    expect(about('2026-10', [tooLate])).toMatchObject({ state: 'fulfilled-late', daysLate: 1, by: null });
  });

  it('counts what was signed in time and came within seven days, and marks it', () => {
    const at = '2026-11-20T22:00:00.000+08:00';
    expect(about('2026-10', [told(MONTHLY, '2026-10', '2026-11-27', { at })])).toMatchObject({
      state: 'fulfilled',
      by: 'author',
    });
    expect(about('2026-10', [told(MONTHLY, '2026-10', '2026-11-28', { at })])).toMatchObject({
      state: 'fulfilled-late',
      daysLate: 8,
    });
  });

  it('counts what a correction moved to the period from the day of the correction, and for the first period no longer', () => {
    const moved = (acceptedAt: string) =>
      told(MONTHLY, '2026-10', '2026-10-05', {
        moved: { from: { entry: MONTHLY.id, period: '2026-09' }, at: acceptedAt, acceptedAt },
      });
    expect(about('2026-10', [moved('2026-11-12T02:00:00.000Z')])).toMatchObject({ state: 'fulfilled' });
    const late = moved('2026-11-23T02:00:00.000Z');
    expect(about('2026-10', [late])).toMatchObject({ state: 'fulfilled-late', daysLate: 3 });
    expect(about('2026-09', [late])).toMatchObject({ state: 'overdue' });
    expect(lateMarks(registry([MONTHLY]), 'v1', [late]).get(late.id)).toBe(3);
    // Another notice that came in time still tells it in time.
    const punctual = told(MONTHLY, '2026-10', '2026-11-10');
    expect(about('2026-10', [late, punctual])).toMatchObject({ state: 'fulfilled', by: 'township' });
  });

  it('does not count what was withdrawn, another period, or another entry', () => {
    const withdrawn = { acceptedAt: '2026-11-11T02:00:00.000Z', reason: '写错了' };
    const notices = [
      told(MONTHLY, '2026-10', '2026-11-10', { withdrawn }),
      told(MONTHLY, '2026-09', '2026-11-10'),
      told(QUARTERLY, '2026-10', '2026-11-10'),
      told(MONTHLY, '', '2026-11-10'),
    ];
    expect(about('2026-10', notices)).toMatchObject({ state: 'overdue', daysLate: 4, notices: [] });
  });

  it('asks nothing for periods that ended before the unit was set up, or before the day that the office set', () => {
    const since = (part: Parameters<typeof registry>[1]) =>
      items(registry([MONTHLY], part), [])[0]?.period.id;
    expect(since({ setUp: { v1: '2026-08-31T15:00:00.000Z' } })).toBe('2026-08');
    expect(since({ setUp: { v1: '2026-08-31T16:00:00.000Z' } })).toBe('2026-09');
    const base = registry([MONTHLY]);
    const v1 = { ...(base.units.v1 as Unit), dueFrom: '2026-10-01' };
    expect(since({ units: { v1 } })).toBe('2026-10');
    expect(items(registry([MONTHLY], { setUp: {} }), [])).toEqual([]);
  });

  it('names who holds the post, and the leader where nobody does', () => {
    const holder = (post: string) => items(registry([written('one', { post })]), [])[0]?.holder;
    expect(holder('村文书')).toEqual({ name: '马某', post: '村文书', holds: true });
    expect(holder('村委会主任')).toMatchObject({ name: '李某', holds: true });
    expect(holder('第一书记')).toMatchObject({ name: '李某', holds: false });
  });

  it('marks the notice that came late, and not what tells again what was told in time', () => {
    const first = told(MONTHLY, '2026-09', '2026-10-18');
    const again = told(MONTHLY, '2026-09', '2026-11-02');
    const late = told(MONTHLY, '2026-10', '2026-11-23');
    const whole = told(YEARLY, '2026-10', '2026-11-23');
    const marks = lateMarks(registry([MONTHLY, YEARLY]), 'v1', [late, again, first, whole]);
    expect([...marks]).toEqual([[late.id, 3]]);
  });
});

describe('laws of what is due', () => {
  const notice = fc.record({
    period: fc.constantFrom('2026-03', '2026-04', '2026-Q1', ''),
    entry: fc.constantFrom(MONTHLY, QUARTERLY),
    signed: fc.integer({ min: 0, max: 80 }),
    delay: fc.integer({ min: 0, max: 20 }),
    withdrawn: fc.boolean(),
  });

  it('each item is in exactly one state, and that state is what its days and notices say', () => {
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 8 }), fc.integer({ min: 0, max: 100 }), (some, ahead) => {
        const today = addDays(day('2026-03-15'), ahead);
        const notices = some.map(({ entry, period, signed, delay, withdrawn }) => {
          const at = addDays(day('2026-03-15'), signed);
          return told(entry, period, addDays(at, delay), {
            at: `${at}T10:00:00.000+08:00`,
            withdrawn: withdrawn ? { acceptedAt: '2026-06-01T00:00:00.000Z', reason: 'x' } : null,
          });
        });
        for (const item of items(registry([MONTHLY, QUARTERLY]), notices, today)) {
          const has = item.notices.length > 0;
          const states = {
            fulfilled: has && item.by !== null && item.daysLate === 0,
            'fulfilled-late': has && item.by === null && item.daysLate > 0,
            open: !has && today <= item.due && item.daysLate === 0,
            overdue: !has && today > item.due && item.daysLate > 0,
          };
          expect(Object.entries(states).filter(([, holds]) => holds)).toEqual([[item.state, true]]);
        }
      }),
      { seed: 42 },
    );
  });

  it('is the same in whatever order the notices came', () => {
    const notices = ['2026-11-18', '2026-11-25', '2026-11-12'].map((on) => told(MONTHLY, '2026-10', on));
    const state = registry([MONTHLY]);
    expect(items(state, [...notices].reverse())).toEqual(items(state, notices));
  });

  it('judges 300 units over 12 months from 100,000 notices within a second', () => {
    const units = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`v${n}`, { ...(registry([]).units.v1 as Unit), id: `v${n}` }]),
    );
    const setUp = Object.fromEntries(Object.keys(units).map((id) => [id, '2025-01-01T00:00:00.000Z']));
    const state = registry(READY_MADE, { units, setUp });
    const monthly = READY_MADE.filter(({ due }) => due.every === 'month');
    const boards = new Map(
      Object.keys(units).map((id) => [
        id,
        Array.from({ length: 334 }, (_, n) =>
          told(monthly[n % monthly.length]!, `2026-${String((n % 12) + 1).padStart(2, '0')}`, '2026-06-10'),
        ),
      ]),
    );
    const window = { first: day('2026-01-01'), last: day('2026-12-31') };
    const start = performance.now();
    const found = dueItems(state, boards, { window, today: day('2026-11-24') });
    const took = performance.now() - start;
    expect([...found.values()].flat().length).toBeGreaterThan(15_000);
    expect(took).toBeLessThan(1_000);
  });
});
