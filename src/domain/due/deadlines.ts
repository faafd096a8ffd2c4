/** What a unit has to do by a day beside publishing by the calendar: results of publicity periods, and answers. Pure. */
import type { LightNotice } from '../board/board.ts';
import { type InPublicity, owesResult } from '../board/in-publicity.ts';
import { type CatalogueEntry, inForce } from '../catalogue/entry.ts';
import type { Unit } from '../registry/events.ts';
import type { Answerable } from '../score/items.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export type DeadlineState = 'done' | 'late' | 'open' | 'overdue';

export interface Deadline {
  key: string;
  unit: string;
  kind: Answerable['kind'] | 'result';
  /** Empty for what must not be named. */
  title: string;
  day: LocalDate;
  state: DeadlineState;
  notice: string | null;
}

function stateOf({ due, answered }: Answerable, today: LocalDate): DeadlineState {
  if (answered !== null) return answered <= due ? 'done' : 'late';
  return due < today ? 'overdue' : 'open';
}

/** Answers that a unit owes or gave. */
export const answerDeadlines = (unit: string, answers: readonly Answerable[], today: LocalDate): Deadline[] =>
  answers.map((answer) => ({
    key: `answer:${answer.id}`,
    unit,
    kind: answer.kind,
    title: answer.title,
    day: answer.due,
    state: stateOf(answer, today),
    notice: answer.notice,
  }));

/** Publicity periods that have not got their result: it is to be published when they end. */
export const resultDeadlines = (unit: string, periods: readonly InPublicity[]): Deadline[] =>
  periods.flatMap((one): Deadline[] =>
    one.period.lastDay
      ? [
          {
            key: `result:${one.notice.id}`,
            unit,
            kind: 'result',
            title: one.notice.title,
            day: one.period.lastDay,
            state: owesResult(one) ? 'overdue' : 'open',
            notice: one.notice.id,
          },
        ]
      : [],
  );

/** An entry that is published when there is an occasion: no day can be said, but when it was published last. */
export interface Occasion {
  entry: CatalogueEntry;
  /** The newest notice under it; null: none was ever published. */
  last: { unit: string; id: string; day: LocalDate } | null;
}

/** Entries in force that wait for an occasion, for units of these kinds, in the order of the catalogue. */
export function occasionsOf(
  catalogue: readonly CatalogueEntry[],
  kinds: ReadonlySet<Unit['kind']>,
  boards: ReadonlyMap<string, readonly LightNotice[]>,
  today: LocalDate,
): Occasion[] {
  const newest = new Map<string, Occasion['last'] & object>();
  for (const [unit, notices] of boards)
    for (const { id, entry, acceptedAt, withdrawn } of notices) {
      const day = localDateOf(acceptedAt);
      if (!withdrawn && day >= (newest.get(entry)?.day ?? '')) newest.set(entry, { unit, id, day });
    }
  return catalogue
    .filter((one) => one.due.every === 'occasion' && inForce(one, today))
    .filter(({ units }) => units.some((kind) => kinds.has(kind)))
    .map((entry) => ({ entry, last: newest.get(entry.id) ?? null }));
}
