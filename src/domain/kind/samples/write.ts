/** Short forms for writing samples down. */
import { scaledOf } from '../decimal.ts';
import { tableFieldOf } from '../kind.ts';
import { kindOf } from '../kinds.ts';
import { emptyTable } from '../reuse.ts';
import type { Cell, FieldValue, TableValue } from '../values.ts';

export const text = (value: string): FieldValue => ({ type: 'text', value });
export const date = (value: string): FieldValue => ({ type: 'date', value });
export const period = (value: string): FieldValue => ({ type: 'period', value });
/** In fen. */
export const money = (value: number): FieldValue => ({ type: 'money', value });
export const quantity = (value: string, unit: string): FieldValue => ({ type: 'quantity', value, unit });
export const choice = (value: string): FieldValue => ({ type: 'choice', value });
export const person = (value: string, post?: string): FieldValue => ({
  type: 'person',
  value,
  ...(post && { post }),
});
export const phone = (value: string): FieldValue => ({ type: 'phone', value });
export const steps = (...items: string[]): FieldValue => ({ type: 'steps', items });
export const documents = (...items: [name: string, note: string][]): FieldValue => ({
  type: 'documents',
  items: items.map(([name, note]) => ({ name, note })),
});

/** A table of a kind with the named columns only. Throws on a column that the kind does not have. */
export function table(kindId: string, fieldId: string, columnIds: string[], rows: Cell[][]): TableValue {
  const kind = kindOf(kindId);
  const field = kind && tableFieldOf(kind, fieldId);
  if (!field) throw new RangeError(`${kindId} has no table ${fieldId}`);
  const all = emptyTable(field);
  const columns = columnIds.map((id) => {
    const column = all.columns.find((one) => one.id === id);
    if (!column) throw new RangeError(`${kindId}.${fieldId} has no column ${id}`);
    return column;
  });
  return { ...all, columns, rows };
}

/** quantity × rate, in fen. */
export const product = (quantity: string, fen: number): number =>
  Math.round((scaledOf(quantity) * fen) / 10_000);
