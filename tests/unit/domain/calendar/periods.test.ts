import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import {
  halfYearOf,
  monthOf,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodsWithin,
  previousPeriod,
  quarterOf,
  shiftPeriod,
} from '../../../../src/domain/calendar/periods.ts';
import type { PeriodKind } from '../../../../src/domain/calendar/periods.ts';

import type { LocalDate } from '../../../../src/domain/time.ts';

const at = (text: string) => text as LocalDate;
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(at('2000-01-01'), count));
const kinds = fc.constantFrom<PeriodKind>('month', 'quarter', 'half-year', 'year');

describe('a period', () => {
  it('has a name for people and an id for data', () => {
    expect(quarterOf(at('2026-05-17'))).toEqual({
      kind: 'quarter',
      id: '2026-Q2',
      name: '2026年第二季度',
      first: '2026-04-01',
      last: '2026-06-30',
    });
    expect(monthOf(at('2024-02-10'))).toMatchObject({ id: '2024-02', name: '2024年2月', last: '2024-02-29' });
    expect(halfYearOf(at('2026-07-01'))).toMatchObject({ name: '2026年下半年', last: '2026-12-31' });
  });

  it('follows the one before, over the turn of the year', () => {
    expect(nextPeriod(quarterOf(at('2026-12-31'))).id).toBe('2027-Q1');
    expect(previousPeriod(monthOf(at('2026-01-01'))).id).toBe('2025-12');
    expect(shiftPeriod(monthOf(at('2026-01-01')), -13).id).toBe('2024-12');
  });

  it('holds its day, touches the next, and is found again by its id', () => {
    fc.assert(
      fc.property(kinds, days, (kind, day) => {
        const period = periodOf(kind, day);
        expect(period.first <= day && day <= period.last).toBe(true);
        expect(nextPeriod(period).first).toBe(addDays(period.last, 1));
        expect(previousPeriod(nextPeriod(period))).toEqual(period);
        expect(parsePeriod(period.id)).toEqual(period);
      }),
    );
  });

  it('is listed when it shares a day with a stretch', () => {
    const found = periodsWithin('quarter', at('2026-03-31'), at('2026-07-01'));
    expect(found.map((one) => one.id)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('is not made of anything else', () => {
    for (const id of ['2026-13', '2026-Q5', '2026-H3', '26', '2026-', '0000', ''])
      expect(parsePeriod(id)).toBeNull();
  });
});
