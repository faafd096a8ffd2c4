/** What of a year was due and has not been told. */
import { localDate } from '../calendar/days.ts';
import { type DueItem, dueItems, type Told } from '../due/judge.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';

/** Items whose period ended in the year and that no notice tells, by unit; units that owe nothing are left out. */
export function missingOf(
  registry: Registry,
  boards: ReadonlyMap<string, readonly Told[]>,
  year: number,
  today: LocalDate,
): Map<string, DueItem[]> {
  // What ended in December falls due in the year after.
  const window = { first: localDate(year, 1, 1), last: localDate(year + 1, 12, 31) };
  const missing = new Map<string, DueItem[]>();
  for (const [unit, items] of dueItems(registry, boards, { window, today })) {
    const own = items.filter(
      ({ state, period }) => period.last.startsWith(`${year}-`) && (state === 'overdue' || state === 'open'),
    );
    if (own.length > 0) missing.set(unit, own);
  }
  return missing;
}
