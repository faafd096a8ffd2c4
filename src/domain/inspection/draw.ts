/**
 * Drawing items at random so that anybody can draw again. The candidates are written as lines `<unit> <notice id>`, sorted; the
 * hash over them is published with the seed. Each candidate's lot is SHA-256(seed ‖ "\n" ‖ its line); the smallest are drawn.
 */
import { type LightNotice, publishedHere } from '../board/board.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import type { Draw, RoundItem } from './events.ts';

/** SHA-256 of a text's UTF-8, hex. */
export type Hash = (text: string) => string;

interface Candidate {
  line: string;
  item: RoundItem;
}

/** The notices of these units that were first published in these days, in the order of their lines. */
function candidatesOf(
  boards: ReadonlyMap<string, readonly LightNotice[]>,
  { units, first, last }: Pick<Draw, 'units' | 'first' | 'last'>,
): Candidate[] {
  return units
    .flatMap((unit) =>
      publishedHere(boards.get(unit) ?? [])
        .filter(({ acceptedAt }) => {
          const day = localDateOf(acceptedAt);
          return first <= day && day <= last;
        })
        .map(({ id, title }): Candidate => ({
          line: `${unit} ${id}`,
          item: { unit, about: { kind: 'notice', id }, title: title.slice(0, 120) },
        })),
    )
    .sort((one, other) => (one.line < other.line ? -1 : 1));
}

export interface Asked {
  seed: string;
  units: string[];
  first: LocalDate;
  last: LocalDate;
}

/** Draws `n` items; fewer when there are not so many. */
export function drawItems(
  boards: ReadonlyMap<string, readonly LightNotice[]>,
  { seed, units, first, last }: Asked,
  n: number,
  hash: Hash,
): { draw: Draw; items: RoundItem[] } {
  const of = { units: [...units].sort(), first, last };
  const candidates = candidatesOf(boards, of);
  const items = candidates
    .map((one) => ({ ...one, lot: hash(`${seed}\n${one.line}`) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, n)
    .map(({ item }) => item);
  const lines = candidates.map(({ line }) => `${line}\n`).join('');
  return { draw: { seed, ...of, candidates: hash(lines), of: candidates.length }, items };
}

const sameItem = (one: RoundItem | undefined, other: RoundItem): boolean =>
  one?.unit === other.unit &&
  one.about.kind === 'notice' &&
  other.about.kind === 'notice' &&
  one.about.id === other.about.id;

/**
 * Draws again. 'same': the items are those of the draw; 'others': they are not; 'other-candidates': the boards here are not those
 * from which was drawn (one has not come yet, or a notice of those days came after).
 */
export function checkDraw(
  boards: ReadonlyMap<string, readonly LightNotice[]>,
  { draw, items }: { draw: Draw; items: readonly RoundItem[] },
  hash: Hash,
): 'same' | 'others' | 'other-candidates' {
  const again = drawItems(boards, draw, items.length, hash);
  if (again.draw.candidates !== draw.candidates) return 'other-candidates';
  return items.every((item, at) => sameItem(again.items[at], item)) ? 'same' : 'others';
}
