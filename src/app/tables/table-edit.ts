/** Changes of a table's rows. Pure: each gives a new table. */
import type { TableField } from '../../domain/kind/kind.ts';
import { emptyTable } from '../../domain/kind/reuse.ts';
import type { Cell, TableValue } from '../../domain/kind/values.ts';
import { KIND_LIMITS } from '../../domain/kind/values.ts';

/** The table with all columns of its field, in their order; a table from a file or of last time may lack some. */
export function fullTable(field: TableField, table: TableValue | null): TableValue {
  const full = emptyTable(field);
  if (!table) return full;
  const from = full.columns.map(({ id }) => table.columns.findIndex((column) => column.id === id));
  return { ...full, rows: table.rows.map((row) => from.map((at): Cell => row[at] ?? null)) };
}

export const isFull = (table: TableValue): boolean => table.rows.length >= KIND_LIMITS.rows;

const withRow = (table: TableValue, at: number, row: Cell[]): TableValue =>
  isFull(table) ? table : { ...table, rows: [...table.rows.slice(0, at), row, ...table.rows.slice(at)] };

export const addRow = (table: TableValue): TableValue =>
  withRow(
    table,
    table.rows.length,
    table.columns.map(() => null),
  );

/** The same row again, below it. */
export const copyRow = (table: TableValue, at: number): TableValue =>
  withRow(table, at + 1, [...(table.rows[at] ?? [])]);

export const removeRow = (table: TableValue, at: number): TableValue => ({
  ...table,
  rows: table.rows.filter((_, index) => index !== at),
});

export const setCell = (table: TableValue, row: number, column: number, cell: Cell): TableValue => ({
  ...table,
  rows: table.rows.map((cells, at) =>
    at === row ? cells.map((one, index) => (index === column ? cell : one)) : cells,
  ),
});

/** Rows of another table of the same field below these, as many as there is room for. */
export const appendRows = (table: TableValue, more: TableValue): TableValue => ({
  ...table,
  rows: [...table.rows, ...more.rows].slice(0, KIND_LIMITS.rows),
});
