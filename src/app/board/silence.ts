/** What a board owes its readers: entries that are due and not published, gathered by entry. Pure. */
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import type { DueItem } from '../../domain/due/judge.ts';
import type { Holder } from '../../domain/due/holder.ts';
import type { Period } from '../../domain/calendar/periods.ts';
import type { LocalDate } from '../../domain/time.ts';

/** Days back over which a board tells what is missing, and marks what came late. */
export const LOOK_BACK_DAYS = 400;

export interface Missing {
  entry: CatalogueEntry;
  holder: Holder | null;
  /** The earliest first. */
  periods: Period[];
  /** Of the earliest. */
  daysLate: number;
}

export interface Silence {
  /** The longest overdue first. */
  missing: Missing[];
  /** The day up to which this device knows. */
  asOf: LocalDate;
}

/** The overdue ones by entry, the longest overdue first. */
export function missingOf(items: DueItem[]): Missing[] {
  const found = new Map<string, Missing>();
  for (const { state, entry, holder, period, daysLate } of items) {
    if (state !== 'overdue') continue;
    const before = found.get(entry.id);
    if (before) before.periods.push(period);
    else found.set(entry.id, { entry, holder, periods: [period], daysLate });
  }
  return [...found.values()].sort((a, b) => b.daysLate - a.daysLate);
}

/** Periods of one list: the first ones by name, the others counted. */
export const NAMED_PERIODS = 3;
