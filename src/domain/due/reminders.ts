/** Whom to remind of what, before and after the day (S12). Pure. */
import { addDays } from '../calendar/days.ts';
import { fitMessage } from '../forms/text-message.ts';
import type { Member } from '../registry/events.ts';
import { leftOn, type Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';
import type { DueItem } from './judge.ts';

export const STAGES = ['before', 'on', 'after'] as const;
export type Stage = (typeof STAGES)[number];

export interface ReminderRules {
  on: boolean;
  /** Days before the last day, and after it. */
  before: number;
  after: number;
}

/** Off, until the office says otherwise: it pays for each message. */
export const DEFAULT_REMINDERS: ReminderRules = { on: false, before: 3, after: 3 };
export const MOST_DAYS = 30;

/** A reminder whose day was missed, the server having stood still, is still worth sending for so many days. */
const CATCH_UP_DAYS = 7;

/** The stage in which an item is on a day; null: it is no day to remind. One that was told is in none. */
export function stageOf(
  { due, state }: Pick<DueItem, 'due' | 'state'>,
  today: LocalDate,
  { before, after }: ReminderRules,
): Stage | null {
  if (state !== 'open' && state !== 'overdue') return null;
  if (today === due) return 'on';
  if (today < due) return today >= addDays(due, -before) ? 'before' : null;
  const from = addDays(due, after);
  return today >= from && today < addDays(from, CATCH_UP_DAYS) ? 'after' : null;
}

/** Something to remind of. */
export interface Reminding {
  /** `<stage>/<unit>/<entry>/<period>`: nobody is told twice of the same. */
  key: string;
  stage: Stage;
  item: DueItem;
}

export const remindings = (items: readonly DueItem[], today: LocalDate, rules: ReminderRules): Reminding[] =>
  items.flatMap((item): Reminding[] => {
    const stage = stageOf(item, today, rules);
    if (stage === null) return [];
    return [{ key: `${stage}/${item.unit}/${item.entry.id}/${item.period.id}`, stage, item }];
  });

/** People who post for a unit, by their record: a village's own, and those assigned to it. */
export const posters = (registry: Registry, unit: string): Member[] =>
  Object.values(registry.members).filter(
    (member) =>
      leftOn(registry, member.id) === null &&
      (member.role === 'cadre' || member.role === 'office') &&
      (member.unit === unit || member.assigned.includes(unit)),
  );

const ORDER: Record<Stage, number> = { after: 0, on: 1, before: 2 };
/** A reminder is paid for by the segment. */
const SEGMENTS = 2;

function when({ stage, item }: Reminding): string {
  if (stage === 'on') return '今天到期';
  const [, month, day] = item.due.split('-').map(Number);
  return stage === 'before' ? `${month}月${day}日到期` : `${month}月${day}日已经到期，还没有公开`;
}

/** One message of all that a person is to be reminded of, the most pressing first. No personal data is in it. */
export function reminderText(registry: Registry, reminded: readonly Reminding[]): string {
  const sorted = [...reminded].sort(
    (a, b) => ORDER[a.stage] - ORDER[b.stage] || (a.item.due < b.item.due ? -1 : 1),
  );
  const [first] = sorted;
  if (!first) return '';
  const { unit, entry, period } = first.item;
  const more = sorted.length > 1 ? `另有${sorted.length - 1}项。` : '';
  const name = registry.units[unit]?.name ?? unit;
  const text = `${name}：“${entry.name}”（${period.name}）${when(first)}。${more}请打开公开栏看“这周该办的”。`;
  return fitMessage(text, SEGMENTS, registry.name).message;
}
