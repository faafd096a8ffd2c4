import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '../../../../src/domain/calendar/periods.ts';
import { dueItems } from '../../../../src/domain/due/judge.ts';
import { countsOf, monthWeeks } from '../../../../src/domain/due/month.ts';
import { day, MONTHLY, registry, told } from './sample.ts';

const november = parsePeriod('2026-11') as Period;
const state = registry([MONTHLY]);
const two = { ...state, units: { ...state.units, v2: { ...state.units.v1!, id: 'v2' } } };
const both = { ...two, setUp: { ...two.setUp, v2: two.setUp.v1! } };
const boards = new Map([
  ['v1', [told(MONTHLY, '2026-10', '2026-11-10')]],
  ['v2', []],
]);
const items = [
  ...dueItems(both, boards, {
    window: { first: november.first, last: november.last },
    today: day('2026-11-25'),
  }).values(),
].flat();

describe('the calendar of a month', () => {
  const weeks = monthWeeks(november, { items, deadlines: [] });

  it('is whole weeks from Monday, with the days before and after set apart', () => {
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]!.map(({ day: one }) => one)[0]).toBe('2026-10-26');
    expect(weeks.flat().filter(({ isOwn }) => isOwn)).toHaveLength(30);
    expect(weeks.flat().find(({ day: one }) => one === '2026-11-07')?.isWorkingDay).toBe(false);
  });

  it('names on a day what is due then, once for all units that owe it', () => {
    const due = weeks.flat().filter(({ matters }) => matters.length > 0);
    expect(due.map(({ day: one }) => one)).toEqual(['2026-11-20']);
    expect(due[0]!.matters).toHaveLength(1);
    expect(countsOf(due[0]!.matters[0]!)).toEqual({ told: 1, late: 1, all: 2 });
  });
});
