/**
 * A township's scores of a year as open data: counts and totals, nothing of anybody's. `/open/scores/<year>.json` of a township that
 * publishes them; a district reads several.
 *
 * | field      | what                                                                                        |
 * |------------|---------------------------------------------------------------------------------------------|
 * | township   | id of the log, 32 hex digits; `name` in words                                               |
 * | year, at   | the calendar year; the day on which it was computed: what is not due yet is not judged      |
 * | units      | each with its kind, twelve months and the year                                              |
 * | parts      | [good, all] of completeness, timeliness, correctness, response                              |
 * | weights    | of the same four; they add up to 100                                                        |
 * | total      | 0 to 100, one place; null: nothing to judge. It follows from the rest: whoever reads checks |
 * | falsified  | findings of falsified publication; one makes the total 0                                    |
 *
 * Version 1. A newer one has another number, and is not read by this.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import type { Card } from './card.ts';
import { addCounts, type Counts, totalOf } from './counts.ts';
import { PARTS, type PartId } from './events.ts';
import type { Scores, ScoreYear } from './score.ts';

const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const four = <Schema extends z.ZodMiniType>(schema: Schema) => z.tuple([schema, schema, schema, schema]);

const card = z.strictObject({
  parts: four(z.tuple([count, count])),
  weights: four(z.int().check(z.minimum(0), z.maximum(100))),
  falsified: count,
  total: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
});
export type OpenCard = z.infer<typeof card>;

export const UNIT_KINDS = ['village', 'institution', 'township'] as const;

const unit = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,24}$/)),
  name: z.string().check(z.maxLength(60)),
  kind: z.enum(UNIT_KINDS),
  months: z.array(card).check(z.length(12)),
  year: card,
});
export type OpenUnit = z.infer<typeof unit>;

export const openScores = z.strictObject({
  format: z.literal('gongkailan-scores'),
  version: z.literal(1),
  township: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  year: z.int().check(z.minimum(2000), z.maximum(2999)),
  at: day,
  units: z.array(unit).check(z.maxLength(1_000)),
});
export type OpenScores = z.infer<typeof openScores>;

const openCard = ({ parts, rules, falsified, total }: Card): OpenCard => ({
  parts: PARTS.map((part): [number, number] => {
    const { good, bad } = parts[part];
    return [good.length, good.length + bad.length];
  }) as OpenCard['parts'],
  weights: PARTS.map((part) => rules.weights[part]) as OpenCard['weights'],
  falsified: falsified.length,
  total,
});

/** The file of a year. @param units their order. */
export const openScoresOf = (
  { registry, year, today }: ScoreYear,
  scores: Scores,
  township: string,
  units: readonly string[],
): OpenScores => ({
  format: 'gongkailan-scores',
  version: 1,
  township,
  name: registry.name,
  year: Number(year.id),
  at: today,
  units: units.flatMap((id) => {
    const [own, score] = [registry.units[id], scores.get(id)];
    if (!own || !score) return [];
    return [
      { id, name: own.name, kind: own.kind, months: score.months.map(openCard), year: openCard(score.whole) },
    ];
  }),
});

const record = <Value>(values: readonly Value[]): Record<PartId, Value> =>
  Object.fromEntries(PARTS.map((part, at) => [part, values[at]])) as Record<PartId, Value>;

export const countsOfCard = ({ parts, weights, falsified }: OpenCard): Counts => ({
  parts: record(parts.map(([good, all]) => ({ good, all }))),
  weights: record(weights),
  falsified,
});

/** Something in a file that does not follow from the rest of it. */
export interface OpenFault {
  unit: string;
  /** 1 to 12; null: the year. */
  month: number | null;
  code: 'total' | 'weights' | 'good' | 'year';
}

function faultOf(one: OpenCard): OpenFault['code'] | null {
  if (one.weights.reduce((sum, weight) => sum + weight, 0) !== 100) return 'weights';
  if (one.parts.some(([good, all]) => good > all)) return 'good';
  return totalOf(countsOfCard(one)) === one.total ? null : 'total';
}

/** Checks a file against itself: totals by the formula, the year as the sum of its months. Empty: it holds. */
export function checkOpenScores({ units }: OpenScores): OpenFault[] {
  return units.flatMap(({ id, months, year }): OpenFault[] => {
    const faults: OpenFault[] = [...months, year].flatMap((one, at) => {
      const code = faultOf(one);
      return code ? [{ unit: id, month: at < 12 ? at + 1 : null, code }] : [];
    });
    const isSum = year.parts.every((part, at) =>
      part.every((n, side) => n === months.reduce((sum, one) => sum + (one.parts[at]?.[side] ?? 0), 0)),
    );
    return isSum ? faults : [...faults, { unit: id, month: null, code: 'year' }];
  });
}

/** A row of a chart: a unit, all units of a kind, or a township. */
export interface Subject {
  id: string;
  name: string;
  months: (number | null)[];
  year: number | null;
  counts: Counts;
}

export const subjectOf = ({ id, name, months, year }: OpenUnit): Subject => ({
  id,
  name,
  months: months.map(({ total }) => total),
  year: year.total,
  counts: countsOfCard(year),
});

/** Units together: what is counted in each month of all of them, by that month's weights. Null: there are none. */
export function together(id: string, name: string, units: readonly OpenUnit[]): Subject | null {
  const [first] = units;
  if (!first) return null;
  const add = (cards: OpenCard[], like: OpenCard): Counts =>
    addCounts(cards.map(countsOfCard), countsOfCard(like).weights);
  const counts = add(
    units.map(({ year }) => year),
    first.year,
  );
  const months = first.months.map((like, at) =>
    totalOf(
      add(
        units.flatMap((one) => one.months[at] ?? []),
        like,
      ),
    ),
  );
  return { id, name, months, year: totalOf(counts), counts };
}

/** The best first, equal ones by their place in the list; those with nothing to judge last. */
export const byTotal = (subjects: readonly Subject[]): Subject[] =>
  [...subjects].sort((one, other) => (other.year ?? -1) - (one.year ?? -1));
