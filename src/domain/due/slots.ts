/** Which entries of the catalogue fall due within a window, for a kind of unit: one slot for each entry and period. */
import { addDays } from '../calendar/days.ts';
import { type Period, type PeriodKind, periodOf, periodsWithin } from '../calendar/periods.ts';
import { addTerm, dayKind } from '../calendar/working-days.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import { type CatalogueEntry, type DayCount, inForce } from '../catalogue/entry.ts';
import type { Unit } from '../registry/events.ts';
import type { LocalDate } from '../time.ts';

/** A stretch of days, both included. */
export interface Window {
  first: LocalDate;
  last: LocalDate;
}

/** Something that falls due, whoever owes it. */
export interface DueSlot {
  /** The entry as it was on the last day of the period. */
  entry: CatalogueEntry;
  period: Period;
  /** The day after the period: from then on it can be told. */
  opens: LocalDate;
  /** The last day in time. */
  due: LocalDate;
  /** Counted over days whose holidays are not announced yet. */
  provisional: boolean;
}

/** The last day of an entry's term after a period (民法典 art. 201: the day it starts from is not counted). */
export const dueDay = (period: Period, within: DayCount, arrangement: Arrangement = BUILT_IN): LocalDate =>
  addTerm(period.last, within.days, within.unit === 'working' ? 'working-day' : 'day', arrangement);

/** More days than any term of so many days can take: weekends and the longest holidays among them. */
const reach = ({ days, unit }: DayCount): number => (unit === 'working' ? days * 2 + 20 : days);

const rhythmOf = ({ due }: CatalogueEntry): PeriodKind | null =>
  due.every === 'occasion' ? null : due.every;

function slotsOfEntry(entry: CatalogueEntry, window: Window, arrangement: Arrangement): DueSlot[] {
  const rhythm = rhythmOf(entry);
  if (!rhythm) return [];
  const { within } = entry.due;
  return periodsWithin(rhythm, addDays(window.first, -reach(within)), window.last).flatMap((period) => {
    if (!inForce(entry, period.last)) return [];
    const due = dueDay(period, within, arrangement);
    if (due < window.first || due > window.last) return [];
    const provisional = within.unit === 'working' && dayKind(due, arrangement).provisional;
    return [{ entry, period, opens: addDays(period.last, 1), due, provisional }];
  });
}

const order = (a: DueSlot, b: DueSlot): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0;

/**
 * What falls due on a day of the window, the earliest first.
 * @param versions the catalogue with the versions that no longer hold, each with the days on which it did.
 */
export const dueSlots = (
  versions: CatalogueEntry[],
  kind: Unit['kind'],
  window: Window,
  arrangement: Arrangement = BUILT_IN,
): DueSlot[] =>
  versions
    .filter(({ units }) => units.includes(kind))
    .flatMap((entry) => slotsOfEntry(entry, window, arrangement))
    .sort(order);

/** The period for which an entry was to be told last: the one that ended before the day. Null for occasions. */
export function lastEnded(entry: CatalogueEntry, today: LocalDate): Period | null {
  const rhythm = rhythmOf(entry);
  return rhythm ? periodOf(rhythm, addDays(periodOf(rhythm, today).first, -1)) : null;
}
