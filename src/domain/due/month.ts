/** What is due in a month, day by day, as a calendar shows it. Pure. */
import { addDays, eachDay, weekdayOf } from '../calendar/days.ts';
import type { Period } from '../calendar/periods.ts';
import { dayKind } from '../calendar/working-days.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import type { LocalDate } from '../time.ts';
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
  items: readonly DueItem[],
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
