/**
 * Working days of the PRC: what kind of day it is, and counting in them.
 * Source: 全国年节及纪念日放假办法, and the State Council's announcement for each year.
 * The day on which a term starts is not counted; it begins on the next (民法典 art. 201).
 */
import type { LocalDate } from '../time.ts';
import { addDays, isWeekend, weekdayName } from './days.ts';
import { BUILT_IN, isProvisional } from './year-plan.ts';
import type { Arrangement } from './year-plan.ts';

export type DayReason = 'working-day' | 'weekend' | 'holiday' | 'make-up-day';

export interface DayKind {
  date: LocalDate;
  working: boolean;
  reason: DayReason;
  /** In Chinese: 国庆节, 国庆节调休上班, 星期三. */
  name: string;
  /** The year's arrangement is not announced yet (or not known), so only weekends are told apart. */
  provisional: boolean;
}

/** What a term is counted in. */
export type DayUnit = 'day' | 'working-day';

export interface CountedDay extends DayKind {
  /** Position in the term from 1; null for a day that does not count. */
  number: number | null;
}

/** The longest term that is looked for, in days; more is a mistake of the caller. */
const MAX_DAYS = 20_000;

/** What kind of day it is, with its name in Chinese. */
export function dayKind(date: LocalDate, arrangement: Arrangement = BUILT_IN): DayKind {
  const provisional = isProvisional(arrangement, date);
  const arranged = arrangement.arranged(date);
  if (arranged) {
    return arranged.working
      ? { date, working: true, reason: 'make-up-day', name: `${arranged.name}调休上班`, provisional }
      : { date, working: false, reason: 'holiday', name: arranged.name, provisional };
  }
  const free = isWeekend(date);
  return {
    date,
    working: !free,
    reason: free ? 'weekend' : 'working-day',
    name: weekdayName(date),
    provisional,
  };
}

export const isWorkingDay = (date: LocalDate, arrangement: Arrangement = BUILT_IN): boolean =>
  dayKind(date, arrangement).working;

/**
 * The n-th working day after a day, which is itself not counted; before it when n is negative.
 * 0 gives the day itself, worked or not.
 */
export function addWorkingDays(
  from: LocalDate,
  count: number,
  arrangement: Arrangement = BUILT_IN,
): LocalDate {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`);
  const step = Math.sign(count);
  let left = Math.abs(count);
  let date = from;
  for (let walked = 0; left > 0; walked += 1) {
    if (walked > MAX_DAYS) throw new RangeError(`no end of ${count} working days from ${from}`);
    date = addDays(date, step);
    if (isWorkingDay(date, arrangement)) left -= 1;
  }
  return date;
}

/** The last day of a term of n days or working days that starts on a day. */
export const addTerm = (
  from: LocalDate,
  count: number,
  unit: DayUnit,
  arrangement: Arrangement = BUILT_IN,
): LocalDate => (unit === 'day' ? addDays(from, count) : addWorkingDays(from, count, arrangement));

/**
 * Each day after `from` up to and including `to`, counted or skipped, with its name and reason: a clock's working.
 * The last number is the length of the term. Empty when `to` is not after `from`.
 */
export function countedDays(
  from: LocalDate,
  to: LocalDate,
  unit: DayUnit = 'working-day',
  arrangement: Arrangement = BUILT_IN,
): CountedDay[] {
  const days: CountedDay[] = [];
  let number = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const kind = dayKind(date, arrangement);
    const counts = unit === 'day' || kind.working;
    if (counts) number += 1;
    days.push({ ...kind, number: counts ? number : null });
  }
  return days;
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  arrangement: Arrangement = BUILT_IN,
): number {
  if (to < from) {
    const back = workingDaysBetween(to, from, arrangement);
    return back === 0 ? 0 : -back;
  }
  return countedDays(from, to, 'working-day', arrangement).filter((day) => day.number !== null).length;
}
