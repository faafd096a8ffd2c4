import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import {
  addTerm,
  addWorkingDays,
  countedDays,
  dayKind,
  isWorkingDay,
  workingDaysBetween,
} from '../../../../src/domain/calendar/working-days.ts';
import { BUILT_IN, withYearPlan, yearPlan } from '../../../../src/domain/calendar/year-plan.ts';

import type { LocalDate } from '../../../../src/domain/time.ts';

const at = (text: string) => text as LocalDate;
const days = fc.integer({ min: 0, max: 10_000 }).map((count) => addDays(at('2005-01-01'), count));

describe('the kind of a day', () => {
  it.each([
    // National Day 2025, joined with Mid-autumn: 1 to 8 October off, worked on 28 September and 11 October.
    ['2025-09-28', true, 'make-up-day', '国庆节调休上班'],
    ['2025-09-30', true, 'working-day', '星期二'],
    ['2025-10-01', false, 'holiday', '国庆节'],
    ['2025-10-06', false, 'holiday', '中秋节'],
    ['2025-10-08', false, 'holiday', '国庆节'],
    ['2025-10-09', true, 'working-day', '星期四'],
    ['2025-10-11', true, 'make-up-day', '国庆节调休上班'],
    ['2025-10-12', false, 'weekend', '星期日'],
    // Spring Festival 2025: 28 January to 4 February, with a Sunday worked before and a Saturday after.
    ['2025-01-26', true, 'make-up-day', '春节调休上班'],
    ['2025-01-28', false, 'holiday', '春节'],
    ['2025-02-04', false, 'holiday', '春节'],
    ['2025-02-08', true, 'make-up-day', '春节调休上班'],
    // 2026.
    ['2026-01-04', true, 'make-up-day', '元旦调休上班'],
    ['2026-02-14', true, 'make-up-day', '春节调休上班'],
    ['2026-02-23', false, 'holiday', '春节'],
    ['2026-04-06', false, 'holiday', '清明节'],
    ['2026-06-19', false, 'holiday', '端午节'],
    ['2026-09-20', true, 'make-up-day', '国庆节调休上班'],
    ['2026-10-07', false, 'holiday', '国庆节'],
    ['2026-10-10', true, 'make-up-day', '国庆节调休上班'],
  ])('%s', (date, working, reason, name) => {
    expect(dayKind(at(date))).toEqual({ date, working, reason, name, provisional: false });
  });

  it('is provisional in a year that is not announced, and at the turn to it', () => {
    expect(dayKind(at('2050-10-03'))).toMatchObject({ working: true, name: '星期一', provisional: true });
    expect(dayKind(at('2050-10-01'))).toMatchObject({ working: false, reason: 'weekend', provisional: true });
    const last =
      [...Array(100).keys()]
        .map((n) => 2000 + n)
        .filter(BUILT_IN.announced)
        .pop() ?? 0;
    expect(last).toBeGreaterThanOrEqual(2026);
    expect(dayKind(at(`${last}-12-20`)).provisional).toBe(false);
    expect(dayKind(at(`${last}-12-28`)).provisional).toBe(true);
  });

  it('comes from the plan that the office entered, once the year is announced', () => {
    const plan = yearPlan.parse({
      year: 2050,
      source: '国办发明电〔2049〕1号',
      off: [{ from: '2050-10-01', to: '2050-10-07', name: '国庆节' }],
      work: [{ date: '2050-10-08', name: '国庆节' }],
    });
    const arrangement = withYearPlan(BUILT_IN, plan);
    expect(dayKind(at('2050-10-03'), arrangement)).toMatchObject({ name: '国庆节', provisional: false });
    expect(dayKind(at('2050-10-08'), arrangement)).toMatchObject({ working: true, reason: 'make-up-day' });
    expect(addWorkingDays(at('2050-09-30'), 1, arrangement)).toBe('2050-10-08');
    expect(dayKind(at('2026-10-01'), arrangement).name).toBe('国庆节');
    expect(yearPlan.safeParse({ ...plan, work: [{ date: '2050-02-30', name: '春节' }] }).success).toBe(false);
  });
});

describe('counting in working days', () => {
  it('leaves out the day of the start, holidays and weekends, and takes in make-up days', () => {
    // Received on 29 September 2025: the 20th working day is 3 November, the make-up Saturday counted.
    expect(addWorkingDays(at('2025-09-29'), 20)).toBe('2025-11-03');
    expect(addWorkingDays(at('2026-02-13'), 6)).toBe('2026-02-28');
    expect(addWorkingDays(at('2026-02-16'), 0)).toBe('2026-02-16');
    expect(addTerm(at('2026-02-13'), 7, 'day')).toBe('2026-02-20');
  });

  it('shows each day that counts, and why another does not', () => {
    const shown = countedDays(at('2026-09-29'), at('2026-10-10')).map((day) => [
      day.date.slice(5),
      day.number,
      day.name,
    ]);
    expect(shown).toEqual([
      ['09-30', 1, '星期三'],
      ['10-01', null, '国庆节'],
      ['10-02', null, '国庆节'],
      ['10-03', null, '国庆节'],
      ['10-04', null, '国庆节'],
      ['10-05', null, '国庆节'],
      ['10-06', null, '国庆节'],
      ['10-07', null, '国庆节'],
      ['10-08', 2, '星期四'],
      ['10-09', 3, '星期五'],
      ['10-10', 4, '国庆节调休上班'],
    ]);
  });

  it('counts what it added, and never ends on a free day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkingDays(from, count);
        expect(isWorkingDay(end)).toBe(true);
        expect(workingDaysBetween(from, end)).toBe(count);
        expect(countedDays(from, end).pop()?.number).toBe(count);
        expect(countedDays(from, end, 'day').pop()?.number).toBe(countedDays(from, end).length);
        expect(end <= addWorkingDays(addDays(from, 1), count)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (day, a, b) => {
        expect(addWorkingDays(addWorkingDays(day, a), b)).toBe(addWorkingDays(day, a + b));
        const start = addWorkingDays(day, 1);
        expect(addWorkingDays(addWorkingDays(start, a), -a)).toBe(start);
        expect(workingDaysBetween(addWorkingDays(start, a), start)).toBe(-a);
      }),
      { numRuns: 60 },
    );
  });
});
