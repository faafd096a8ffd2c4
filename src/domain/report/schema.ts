/**
 * An annual report as a file for programs.
 *
 * | field          | what                                                                                       |
 * |----------------|--------------------------------------------------------------------------------------------|
 * | township, made | id of the log, 32 hex digits; the day on which the file was made                           |
 * | form, year     | which form (`forms.ts`), and the calendar year that it reports                             |
 * | parts          | in the form's order, each of texts and tables, in Chinese as they are printed              |
 * | cells          | a figure or text for each column; none: a heading of the table; null: nobody has typed it  |
 * | group          | a heading above `count` columns from `first` (0 is the first one) on                       |
 * | source         | `count`: counted from the boards; `desk`: from the requests; `registry`; `typed`: by the   |
 * |                | office, with name and day in its records                                                   |
 * | records        | ids of the records that the first cell counts, in the public log: anybody can count again  |
 *
 * Version 1: `schema` says so.
 */
import * as z from 'zod/mini';
import { FIGURES } from '../counting/figures.ts';

const source = z.union([
  z.strictObject({ from: z.literal('count'), figure: z.enum(FIGURES), part: z.optional(z.string()) }),
  z.strictObject({ from: z.enum(['desk', 'registry', 'typed']) }),
]);

const row = z.strictObject({
  name: z.string(),
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  cells: z.array(z.nullable(z.union([z.number(), z.string()]))),
  source,
  records: z.optional(z.array(z.string())),
});

const text = z.strictObject({
  kind: z.literal('text'),
  id: z.string(),
  heading: z.string(),
  text: z.string(),
});

const table = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  caption: z.string(),
  columns: z.array(z.string()),
  group: z.optional(z.strictObject({ name: z.string(), first: z.int(), count: z.int() })),
  rows: z.array(row),
});

export const reportFile = z.strictObject({
  schema: z.literal('gongkailan-annual-report/1'),
  township: z.string(),
  made: z.string(),
  form: z.enum(['2018', '2021']),
  year: z.int(),
  title: z.string(),
  parts: z.array(
    z.strictObject({ heading: z.string(), blocks: z.array(z.discriminatedUnion('kind', [text, table])) }),
  ),
});
export type ReportFile = z.infer<typeof reportFile>;
