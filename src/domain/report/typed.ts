/**
 * Figures of the report that no record of the board can say (part two of the form in force): the office types them, by
 * name and day, as an event in the township's office stream. The last one for a year holds.
 */
import * as z from 'zod/mini';

/** In the order of the form. Money in 万元, with at most two decimals. */
export const TYPED = [
  'rulesMade',
  'rulesEnded',
  'rulesInForce',
  'normsMade',
  'normsEnded',
  'normsInForce',
  'licences',
  'penalties',
  'coercions',
  'fees',
] as const;
export type TypedId = (typeof TYPED)[number];

const amount = z.number().check(
  z.minimum(0),
  z.maximum(100_000_000),
  z.refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6),
);

export const reportFiguresTyped = z.strictObject({
  year: z.int().check(z.minimum(2008), z.maximum(2200)),
  figures: z.partialRecord(z.enum(TYPED), amount),
});

/** Null: not typed. */
export type TypedFigures = Partial<Record<TypedId, number>>;

/** Of the township's office stream. */
export const reportEvents = { 'report.figures-typed': reportFiguresTyped };

/** The figures that hold for a year: those taken in last. Null: none were typed. */
export const latestTyped = <Record extends { year: number; acceptedAt: string }>(
  records: readonly Record[],
  year: number,
): Record | null =>
  records
    .filter((one) => one.year === year)
    .reduce<Record | null>((last, one) => (last && last.acceptedAt > one.acceptedAt ? last : one), null);
