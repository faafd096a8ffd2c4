import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  eachDay,
  localDate,
  parseLocalDate,
  weekdayName,
} from '../../../../src/domain/calendar/days.ts';

import type { LocalDate } from '../../../../src/domain/time.ts';

const at = (text: string) => text as LocalDate;
const days = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays(at('2000-01-01'), count));

describe('days', () => {
  it('know their weekday in Chinese', () => {
    expect(weekdayName(at('2026-11-24'))).toBe('星期二');
    expect(weekdayName(at('2026-02-28'))).toBe('星期六');
  });

  it('add up, over leap days and the turn of the year', () => {
    expect(addDays(at('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(at('2025-12-31'), 1)).toBe('2026-01-01');
    fc.assert(
      fc.property(days, fc.nat(5000), fc.nat(5000), (day, a, b) => {
        expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b));
        expect(daysBetween(day, addDays(day, a))).toBe(a);
        expect(addDays(addDays(day, a), -a)).toBe(day);
      }),
    );
  });

  it('are refused when they do not exist', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '2026-00-10'])
      expect(parseLocalDate(text)).toBeNull();
    expect(() => localDate(2026, 4, 31)).toThrow(RangeError);
    fc.assert(fc.property(days, (day) => parseLocalDate(day) === day));
  });

  it('are listed from first to last', () => {
    expect(eachDay(at('2026-01-31'), at('2026-02-02'))).toEqual(['2026-01-31', '2026-02-01', '2026-02-02']);
    expect(eachDay(at('2026-02-02'), at('2026-02-01'))).toEqual([]);
  });
});
