/** The scorecards as rows of a table, and what each column means. */
import { PARTS } from '../../domain/score/events.ts';
import type { Card } from '../../domain/score/card.ts';
import { rounded } from '../../domain/score/counts.ts';
import type { UnitScore } from '../../domain/score/score.ts';
import type { Cell } from '../figures/export.ts';

/** Columns by their names in data; the words for them are the data dictionary. */
export const COLUMNS = [
  'unit',
  'unitName',
  'period',
  'total',
  ...PARTS.flatMap((part) => [`${part}Good`, `${part}All`, `${part}Share`, `${part}Points`] as const),
  'falsified',
  'rulesFrom',
] as const;

function row(unit: string, name: string, period: string, card: Card): Cell[] {
  const parts = PARTS.flatMap((id): Cell[] => {
    const { good, bad, share, points } = card.parts[id];
    return [good.length, good.length + bad.length, rounded(share), rounded(points)];
  });
  return [unit, name, period, card.total ?? '', ...parts, card.falsified.length, card.rules.from];
}

/** One row for each unit and month, and one for its year. */
export function scoreRows(scores: UnitScore[], year: number, nameOf: (unit: string) => string): Cell[][] {
  const month = (at: number): string => `${year}-${String(at + 1).padStart(2, '0')}`;
  return [
    [...COLUMNS],
    ...scores.flatMap(({ unit, months, whole }) => [
      ...months.map((card, at) => row(unit, nameOf(unit), month(at), card)),
      row(unit, nameOf(unit), String(year), whole),
    ]),
  ];
}
