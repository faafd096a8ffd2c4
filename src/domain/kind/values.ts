/**
 * What a notice of any kind holds, as it is signed and stored.
 *
 * `{ kind: 'accounts', fields: { period: { type: 'period', label: '月份', value: '2026-10' }, … } }`
 *
 * - Every value carries its type and its label, and a table its columns, so that a device which does not know the kind
 *   can store it and show it, and so that it says in ten years what it said on the day, whatever the kind became.
 * - An empty field is left out; an empty cell is null.
 * - Money is integer fen; quantities and percentages are canonical decimals as text (decimal.ts); a date is a day in
 *   Asia/Shanghai; a period is an id of calendar/periods.ts; a choice is the word that was chosen.
 * - A table is compact: its columns once, its rows as arrays of cells in the order of the columns.
 * - All of it together is at most `KIND_LIMITS.bytes` of JSON: 2,000 rows of 12 columns fit.
 */
import * as z from 'zod/mini';
import { parseLocalDate } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { isDecimal } from './decimal.ts';

export const KIND_LIMITS = {
  fields: 40,
  /** Characters. */
  label: 30,
  text: 20_000,
  short: 200,
  item: 500,
  items: 60,
  cell: 120,
  unit: 12,
  columns: 12,
  rows: 2_000,
  /** Bytes of JSON of all fields together. */
  bytes: 480_000,
} as const;

export const COLUMN_TYPES = [
  'text',
  'person',
  'group',
  'money',
  'quantity',
  'count',
  'percent',
  'date',
  'id',
  'bank-card',
  'phone',
  'choice',
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** A name that is never a property of every object: begins small, and is no `constructor`. */
const name = (pattern: RegExp) =>
  z.string().check(
    z.regex(pattern),
    z.refine((value) => !(value in {})),
  );
export const kindId = name(/^[a-z][a-z0-9-]{0,39}$/);
const fieldId = name(/^[a-z][a-zA-Z0-9]{0,39}$/);

const words = (max: number) =>
  z.string().check(
    z.maxLength(max),
    z.refine((value) => value.trim() !== ''),
  );
const label = z.optional(words(KIND_LIMITS.label));
const unit = z.string().check(z.maxLength(KIND_LIMITS.unit));
const fen = z.int().check(z.minimum(Number.MIN_SAFE_INTEGER), z.maximum(Number.MAX_SAFE_INTEGER));
const decimal = z.string().check(z.refine(isDecimal));
const date = z.string().check(z.refine((value) => parseLocalDate(value) !== null));
const period = z.string().check(z.refine((value) => parsePeriod(value) !== null));

const cell = z.union([
  z.string().check(z.maxLength(KIND_LIMITS.cell)),
  z.number().check(z.refine(Number.isSafeInteger)),
  z.null(),
]);

const column = z.strictObject({
  id: fieldId,
  name: words(KIND_LIMITS.label),
  type: z.enum(COLUMN_TYPES),
  unit: z.optional(unit),
});

const table = z
  .strictObject({
    type: z.literal('table'),
    label,
    columns: z.array(column).check(z.minLength(1), z.maxLength(KIND_LIMITS.columns)),
    rows: z.array(z.array(cell)).check(z.maxLength(KIND_LIMITS.rows)),
  })
  .check(
    z.refine(({ columns, rows }) => rows.every((row) => row.length === columns.length)),
    z.refine(({ columns }) => new Set(columns.map(({ id }) => id)).size === columns.length),
  );

const document = z.strictObject({
  name: words(KIND_LIMITS.item),
  /** How many copies, original or copy, where it is issued. */
  note: z.string().check(z.maxLength(KIND_LIMITS.item)),
});

export const fieldValue = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), label, value: words(KIND_LIMITS.text) }),
  z.strictObject({ type: z.literal('date'), label, value: date }),
  z.strictObject({ type: z.literal('period'), label, value: period }),
  z.strictObject({ type: z.literal('money'), label, value: fen }),
  z.strictObject({ type: z.literal('quantity'), label, value: decimal, unit }),
  z.strictObject({ type: z.literal('choice'), label, value: words(KIND_LIMITS.short) }),
  z.strictObject({ type: z.literal('yes-no'), label, value: z.boolean() }),
  z.strictObject({
    type: z.literal('person'),
    label,
    value: words(KIND_LIMITS.short),
    post: z.optional(z.string().check(z.maxLength(KIND_LIMITS.short))),
  }),
  z.strictObject({ type: z.literal('phone'), label, value: words(40) }),
  z.strictObject({
    type: z.literal('steps'),
    label,
    items: z.array(words(KIND_LIMITS.item)).check(z.minLength(1), z.maxLength(KIND_LIMITS.items)),
  }),
  z.strictObject({
    type: z.literal('documents'),
    label,
    items: z.array(document).check(z.minLength(1), z.maxLength(KIND_LIMITS.items)),
  }),
  table,
]);

/** Bytes of a value as JSON in UTF-8. */
export const jsonBytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** The fields of a notice of any kind, known here or not: shape and limits. */
export const kindFields = z.record(fieldId, fieldValue).check(
  z.refine((fields) => Object.keys(fields).length <= KIND_LIMITS.fields),
  z.refine((fields) => jsonBytes(fields) <= KIND_LIMITS.bytes),
);

/** What the notice event holds beside title, officer and photos. */
export const kindContent = z.strictObject({ kind: kindId, fields: kindFields });

export type Cell = z.infer<typeof cell>;
export type TableColumn = z.infer<typeof column>;
export type TableValue = z.infer<typeof table>;
export type FieldValue = z.infer<typeof fieldValue>;
export type FieldType = FieldValue['type'];
export type KindFields = Record<string, FieldValue>;
export interface KindContent {
  kind: string;
  fields: KindFields;
}

/** The value of a type in a field; null when the field is empty or of another type. */
export function valueOf<Type extends FieldType>(
  fields: KindFields,
  id: string,
  type: Type,
): Extract<FieldValue, { type: Type }> | null {
  const value = Object.prototype.hasOwnProperty.call(fields, id) ? fields[id] : undefined;
  return value?.type === type ? (value as Extract<FieldValue, { type: Type }>) : null;
}

/** All cells of a column, in the order of the rows; null when the table has no such column. */
export function cellsOf(table: TableValue, columnId: string): Cell[] | null {
  const at = table.columns.findIndex(({ id }) => id === columnId);
  return at < 0 ? null : table.rows.map((row) => row[at] ?? null);
}
