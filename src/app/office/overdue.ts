/** What units owe their readers, as sentences for the office. Pure. */
import type { LightNotice } from '../../domain/board/board.ts';
import { addDays } from '../../domain/calendar/days.ts';
import { type DueItem, dueItems } from '../../domain/due/judge.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Need } from './overview.ts';

/** How far back the office is reminded, days. */
const BACK_DAYS = 400;

/** One sentence for each unit in which something is overdue, the longest first. */
export function overdueNeeds(
  registry: Registry,
  boards: ReadonlyMap<string, LightNotice[]>,
  today: LocalDate,
): Need[] {
  const window = { first: addDays(today, -BACK_DAYS), last: today };
  const overdue = [...dueItems(registry, boards, { window, today }).values()].flatMap((items) => {
    const late = items.filter(({ state }) => state === 'overdue');
    return late.length > 0 ? [late as [DueItem, ...DueItem[]]] : [];
  });
  return overdue
    .sort(([a], [b]) => b.daysLate - a.daysLate)
    .map(([longest, ...others]) => ({
      tone: 'red',
      kind: others.length === 0 ? 'overdue' : 'overdue-several',
      unit: registry.units[longest.unit]?.name ?? longest.unit,
      name: others.length === 0 ? longest.entry.name : String(others.length + 1),
      n: longest.daysLate,
      since: `${longest.due}T04:00:00.000Z`,
      to: `/b/${longest.unit}`,
    }));
}
