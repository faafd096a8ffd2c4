/** How a unit stands with what is due: each item in exactly one state. */
import type { LightNotice } from '../board/board.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import { leftOn, type Registry } from '../registry/registry.ts';
import { graceOn } from '../score/rules.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import { type Holder, holderOf } from './holder.ts';
import { type DueSlot, dueSlots, type Window } from './slots.ts';

export type DueState = 'fulfilled' | 'fulfilled-late' | 'open' | 'overdue';

export interface DueItem extends DueSlot {
  unit: string;
  state: DueState;
  /** Days after the last day in time: until it came, or until today; 0 when it is not late. */
  daysLate: number;
  /** What shows that it was in time: taken in by then, or signed by then and taken in within the grace. */
  by: 'township' | 'author' | null;
  /** Notices that tell it, the earliest first; withdrawn ones are not among them. */
  notices: string[];
  holder: Holder | null;
}

/** What of a notice tells whether it was in time. */
export type Told = Pick<
  LightNotice,
  'id' | 'entry' | 'period' | 'at' | 'acceptedAt' | 'withdrawn' | 'broughtIn' | 'moved'
>;

/** Since when a notice tells its period: since its publication, or the correction that moved it there. */
export const tellsSince = (notice: Told): Pick<Told, 'at' | 'acceptedAt'> => notice.moved ?? notice;

type Standing = Pick<DueItem, 'state' | 'daysLate' | 'by'>;

/**
 * Whether a notice came in time, and by what; null: late. Days of the author's clock, and of the township's.
 * @param graceDays of the rules of that day (score/rules.ts).
 */
export function inTime(
  notice: Pick<Told, 'at' | 'acceptedAt'>,
  due: LocalDate,
  graceDays: number,
): 'township' | 'author' | null {
  const taken = localDateOf(notice.acceptedAt);
  if (taken <= due) return 'township';
  return localDateOf(notice.at) <= due && taken <= addDays(due, graceDays) ? 'author' : null;
}

function standingOf(told: Told[], due: LocalDate, today: LocalDate, graceDays: number): Standing {
  const [first] = told;
  if (!first) {
    const late = Math.max(0, daysBetween(due, today));
    return { state: late > 0 ? 'overdue' : 'open', daysLate: late, by: null };
  }
  const proofs = told.map((notice) => inTime(tellsSince(notice), due, graceDays));
  const by = proofs.includes('township') ? 'township' : proofs.includes('author') ? 'author' : null;
  if (by) return { state: 'fulfilled', daysLate: 0, by };
  return {
    state: 'fulfilled-late',
    daysLate: daysBetween(due, localDateOf(tellsSince(first).acceptedAt)),
    by: null,
  };
}

const keyOf = (entry: string, period: string): string => `${entry}/${period}`;

/** Notices by what they tell, the earliest first; one pass. What was brought in later tells nothing in time, nor late. */
export function toldBy<Notice extends Told>(notices: readonly Notice[]): Map<string, Notice[]> {
  const told = new Map<string, Notice[]>();
  for (const notice of notices) {
    if (notice.withdrawn || notice.broughtIn || notice.period === '') continue;
    const key = keyOf(notice.entry, notice.period);
    const before = told.get(key);
    if (before) before.push(notice);
    else told.set(key, [notice]);
  }
  for (const some of told.values())
    if (some.length > 1) some.sort((a, b) => (tellsSince(a).acceptedAt < tellsSince(b).acceptedAt ? -1 : 1));
  return told;
}

/** The first day for which a unit answers; null: not known, and nothing is asked of it. */
export function firstDayOf(registry: Registry, unit: string): LocalDate | null {
  const own = registry.units[unit];
  if (!own) return null;
  if (own.dueFrom) return own.dueFrom as LocalDate;
  const setUp = registry.setUp?.[unit];
  return setUp ? localDateOf(setUp) : null;
}

/** The catalogue of today and the versions before it. */
export const versionsOf = (registry: Registry) => [...registry.catalogue, ...(registry.formerEntries ?? [])];

export interface Judged {
  window: Window;
  today: LocalDate;
  arrangement?: Arrangement;
}

/** What slots of its kind of unit ask of one unit. Linear in its notices and the slots. */
export function judge(
  registry: Registry,
  unit: string,
  slots: DueSlot[],
  notices: readonly Told[],
  today: LocalDate,
): DueItem[] {
  const own = registry.units[unit];
  const first = firstDayOf(registry, unit);
  if (!own || !first) return [];
  const told = toldBy(notices);
  const members = Object.values(registry.members).filter(({ id }) => leftOn(registry, id) === null);
  const holders = new Map<string, Holder | null>();
  const holder = (post: string): Holder | null => {
    if (!holders.has(post)) holders.set(post, holderOf(own, members, post));
    return holders.get(post) ?? null;
  };
  return slots
    .filter(({ period }) => period.last >= first)
    .map((slot) => {
      const some = told.get(keyOf(slot.entry.id, slot.period.id)) ?? [];
      return {
        ...slot,
        unit,
        ...standingOf(some, slot.due, today, graceOn(registry, slot.due)),
        notices: some.map(({ id }) => id),
        holder: holder(slot.entry.post),
      };
    });
}

/** What is due for units on the days of the window, by unit. @param boards notices by unit. */
export function dueItems(
  registry: Registry,
  boards: ReadonlyMap<string, readonly Told[]>,
  judged: Judged,
): Map<string, DueItem[]> {
  const versions = versionsOf(registry);
  const byKind = new Map<string, DueSlot[]>();
  const items = new Map<string, DueItem[]>();
  for (const [id, notices] of boards) {
    const unit = registry.units[id];
    if (!unit) continue;
    const slots =
      byKind.get(unit.kind) ?? dueSlots(versions, unit.kind, judged.window, judged.arrangement ?? BUILT_IN);
    byKind.set(unit.kind, slots);
    items.set(id, judge(registry, id, slots, notices, judged.today));
  }
  return items;
}
