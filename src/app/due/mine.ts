/** What one person has to publish: overdue, or due within a week, in his units. Pure. */
import type { LightNotice } from '../../domain/board/board.ts';
import { addDays } from '../../domain/calendar/days.ts';
import type { DueItem } from '../../domain/due/judge.ts';
import { dueItems } from '../../domain/due/judge.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';

/** How far ahead 'this week' looks, days. */
export const AHEAD_DAYS = 7;
/** How far back what is overdue is asked for, days. */
const BACK_DAYS = 400;

/** A notice that waits on this device. */
export interface Waiting {
  unit: string;
  entry: string;
  period: string;
}

export interface MineItem extends DueItem {
  /** Written here, and not taken in by the township yet. */
  waiting: boolean;
}

/** The longest overdue first, then by the day. */
export function mineOf(
  registry: Registry,
  boards: ReadonlyMap<string, LightNotice[]>,
  waiting: Waiting[],
  today: LocalDate,
): MineItem[] {
  const window = { first: addDays(today, -BACK_DAYS), last: addDays(today, AHEAD_DAYS) };
  const items = [...dueItems(registry, boards, { window, today }).values()].flat();
  return items
    .filter(({ state }) => state === 'open' || state === 'overdue')
    .map((item) => ({
      ...item,
      waiting: waiting.some(
        (one) => one.unit === item.unit && one.entry === item.entry.id && one.period === item.period.id,
      ),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** What is still to be written. */
export const toWrite = (items: MineItem[]): MineItem[] => items.filter(({ waiting }) => !waiting);
