/** Periods that duties repeat in: months, quarters, half-years and years. A period's id is its name in data: `2026-Q2`. */
import type { LocalDate } from '../time.ts';
import { addDays, localDate, monthNumberOf, yearOf } from './days.ts';

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year';

export interface Period {
  kind: PeriodKind;
  /** `2026-05`, `2026-Q2`, `2026-H1`, `2026`. */
  id: string;
  /** For people: 2026年5月, 2026年第二季度, 2026年上半年, 2026年. */
  name: string;
  first: LocalDate;
  last: LocalDate;
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;
const HALVES = ['上半年', '下半年'] as const;

const IDS: Record<PeriodKind, (index: number) => string> = {
  month: (index) => `-${String(index + 1).padStart(2, '0')}`,
  quarter: (index) => `-Q${index + 1}`,
  'half-year': (index) => `-H${index + 1}`,
  year: () => '',
};
const NAMES: Record<PeriodKind, (index: number) => string> = {
  month: (index) => `${index + 1}月`,
  quarter: (index) => QUARTERS[index] ?? '',
  'half-year': (index) => HALVES[index] ?? '',
  year: () => '',
};

/** The index-th period of that kind in a year, from 0; indexes beyond the year go on into the next or the one before. */
function nth(kind: PeriodKind, year: number, index: number): Period {
  const perYear = 12 / MONTHS[kind];
  const inYear = ((index % perYear) + perYear) % perYear;
  const realYear = year + Math.floor(index / perYear);
  const firstMonth = inYear * MONTHS[kind] + 1;
  const after = firstMonth + MONTHS[kind];
  const next = after > 12 ? localDate(realYear + 1, 1, 1) : localDate(realYear, after, 1);
  return {
    kind,
    id: `${String(realYear).padStart(4, '0')}${IDS[kind](inYear)}`,
    name: `${realYear}年${NAMES[kind](inYear)}`,
    first: localDate(realYear, firstMonth, 1),
    last: addDays(next, -1),
  };
}

const indexOf = (kind: PeriodKind, date: LocalDate): number =>
  Math.floor((monthNumberOf(date) - 1) / MONTHS[kind]);

/** The period of that kind in which a day lies. */
export const periodOf = (kind: PeriodKind, date: LocalDate): Period =>
  nth(kind, yearOf(date), indexOf(kind, date));

export const monthOf = (date: LocalDate): Period => periodOf('month', date);
export const quarterOf = (date: LocalDate): Period => periodOf('quarter', date);
export const halfYearOf = (date: LocalDate): Period => periodOf('half-year', date);
export const calendarYearOf = (date: LocalDate): Period => periodOf('year', date);

/** The period `count` later (earlier when negative). */
export const shiftPeriod = (period: Period, count: number): Period =>
  nth(period.kind, yearOf(period.first), indexOf(period.kind, period.first) + count);

export const previousPeriod = (period: Period): Period => shiftPeriod(period, -1);
export const nextPeriod = (period: Period): Period => shiftPeriod(period, 1);

/** Every period of that kind that shares a day with the stretch, in order. */
export function periodsWithin(kind: PeriodKind, first: LocalDate, last: LocalDate): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(kind, first); period.first <= last; period = nextPeriod(period))
    periods.push(period);
  return periods;
}

const ID = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

/** The period that an id names; null when it names none. */
export function parsePeriod(id: string): Period | null {
  const match = ID.exec(id);
  if (!match) return null;
  const [, yearText, month, quarter, half] = match;
  const year = Number(yearText);
  if (year < 1 || year > 9998) return null;
  if (month) return nth('month', year, Number(month) - 1);
  if (quarter) return nth('quarter', year, Number(quarter) - 1);
  return half ? nth('half-year', year, Number(half) - 1) : nth('year', year, 0);
}
