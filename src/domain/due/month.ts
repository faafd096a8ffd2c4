/** What is due in a month, day by day, and in a year, month by month, as a calendar shows it. Pure. */
import { addDays, eachDay, weekdayOf } from '../calendar/days.ts';
import { type Period, periodsWithin } from '../calendar/periods.ts';
import { dayKind } from '../calendar/working-days.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import type { LocalDate } from '../time.ts';
import type { Deadline } from './deadlines.ts';
import type { DueItem } from './judge.ts';

/** An entry and period that is due on a day, with all units that owe it. */
export interface DueMatter {
  /** `<entry>/<period>`. */
  key: string;
  name: string;
  period: Period;
  items: DueItem[];
}

export interface CalendarDay {
  day: LocalDate;
  /** False: it belongs to the month before or after and fills the week. */
  isOwn: boolean;
  isWorkingDay: boolean;
  matters: DueMatter[];
  /** Results and answers with this day. */
  deadlines: Deadline[];
}

/** What falls due on some days. */
export interface Agenda {
  items: readonly DueItem[];
  deadlines: readonly Deadline[];
}

function mattersBy(items: readonly DueItem[]): Map<string, DueMatter[]> {
  const days = new Map<string, DueMatter[]>();
  for (const item of items) {
    const matters = days.get(item.due) ?? [];
    days.set(item.due, matters);
    const key = `${item.entry.id}/${item.period.id}`;
    const known = matters.find((one) => one.key === key);
    if (known) known.items.push(item);
    else matters.push({ key, name: item.entry.name, period: item.period, items: [item] });
  }
  return days;
}

/** Whole weeks, Monday first, that hold the month. */
export function monthWeeks(
  month: Period,
  { items, deadlines }: Agenda,
  arrangement: Arrangement = BUILT_IN,
): CalendarDay[][] {
  const before = (weekdayOf(month.first) + 6) % 7;
  const after = (7 - weekdayOf(month.last)) % 7;
  const matters = mattersBy(items);
  const days = eachDay(addDays(month.first, -before), addDays(month.last, after)).map((day) => {
    const isOwn = day >= month.first && day <= month.last;
    return {
      day,
      isOwn,
      isWorkingDay: dayKind(day, arrangement).working,
      matters: isOwn ? (matters.get(day) ?? []) : [],
      deadlines: isOwn ? deadlines.filter((one) => one.day === day) : [],
    };
  });
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** How many of a matter's units have told it, in time or late, and how many are overdue. */
export const countsOf = ({ items }: DueMatter): { told: number; late: number; all: number } => ({
  told: items.filter(({ state }) => state === 'fulfilled' || state === 'fulfilled-late').length,
  late: items.filter(({ state }) => state === 'overdue').length,
  all: items.length,
});

/** The days of a window on which something is due, the earliest first. */
export function agendaDays({
  items,
  deadlines,
}: Agenda): Pick<CalendarDay, 'day' | 'matters' | 'deadlines'>[] {
  const matters = mattersBy(items);
  const days = new Set([...matters.keys(), ...deadlines.map(({ day }) => day)]) as Set<LocalDate>;
  return [...days].sort().map((day) => ({
    day,
    matters: matters.get(day) ?? [],
    deadlines: deadlines.filter((one) => one.day === day),
  }));
}

export interface Counts {
  all: number;
  /** Done, in time or late. */
  done: number;
  /** Not done, and the day has passed. */
  missing: number;
}

export interface YearMonth extends Counts {
  month: Period;
  /** By unit, for those that have anything due. */
  units: Map<string, Counts>;
}

/** The months of a year, each with what is due in it, in all and for each unit. */
export function yearMonths(year: Period, { items, deadlines }: Agenda): YearMonth[] {
  const months = periodsWithin('month', year.first, year.last).map((month): YearMonth => ({
    month,
    all: 0,
    done: 0,
    missing: 0,
    units: new Map(),
  }));
  const count = (unit: string, day: LocalDate, isDone: boolean, isMissing: boolean): void => {
    const at = months[Number(day.slice(5, 7)) - 1];
    if (!at || day < year.first || day > year.last) return;
    const own = at.units.get(unit) ?? { all: 0, done: 0, missing: 0 };
    at.units.set(unit, own);
    for (const counts of [at, own]) {
      counts.all += 1;
      if (isDone) counts.done += 1;
      if (isMissing) counts.missing += 1;
    }
  };
  for (const { unit, due, state } of items)
    count(unit, due, state === 'fulfilled' || state === 'fulfilled-late', state === 'overdue');
  for (const { unit, day, state } of deadlines)
    count(unit, day, state === 'done' || state === 'late', state === 'overdue');
  return months;
}
