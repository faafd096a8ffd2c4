/**
 * Two versions of a table, row by row. Rows belong together when their key columns say the same; where a key stands
 * more than once, equal rows are paired first, then the others in their order.
 */
import { fenOf } from '../money.ts';
import { decimalDifference } from './difference.ts';
import type { Difference } from './difference.ts';

export type ComparedCell = string | number | null;

export interface ComparedColumn {
  id: string;
  name: string;
  /** `money` cells are fen (or amounts as text); `quantity`, `count` and `percent` have differences too. */
  type: string;
}

export interface ComparedTable {
  columns: ComparedColumn[];
  rows: ComparedCell[][];
}

export interface CellChange {
  /** Id of the column. */
  column: string;
  before: ComparedCell;
  after: ComparedCell;
  /** For columns of figures, when both are figures. */
  difference: Difference | null;
}

export interface RowComparison {
  kind: 'same' | 'changed' | 'new' | 'gone';
  /** What the key columns say. */
  key: string[];
  /** Row numbers from 0; null where the row is not. */
  before: number | null;
  after: number | null;
  /** What changed; empty except in a changed row. */
  cells: CellChange[];
}

export interface TotalComparison {
  column: string;
  before: number;
  after: number;
  /** after − before, in fen. */
  difference: number;
}

export interface TableComparison {
  /** In the order of the table after; a row that went stands behind the one it followed. */
  rows: RowComparison[];
  counts: Record<RowComparison['kind'], number>;
  newColumns: ComparedColumn[];
  goneColumns: ComparedColumn[];
  /** Of each money column that both have. */
  totals: TotalComparison[];
  /** Keys that stand more than once in one of the tables: such rows may be paired wrongly. */
  repeatedKeys: string[][];
}

const FIGURES = new Set(['quantity', 'count', 'percent']);

const plain = (cell: ComparedCell | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();

const fenOfCell = (cell: ComparedCell | undefined): number | null =>
  typeof cell === 'number' ? cell : fenOf(cell ?? '');

function differenceOf(type: string, before: ComparedCell, after: ComparedCell): Difference | null {
  if (type === 'money') {
    const [from, to] = [fenOfCell(before), fenOfCell(after)];
    return from === null || to === null ? null : { type: 'money', fen: to - from };
  }
  const text = FIGURES.has(type) ? decimalDifference(plain(before), plain(after)) : null;
  return text === null ? null : { type: 'number', text };
}

const sameCell = (type: string, before: ComparedCell, after: ComparedCell): boolean => {
  if (plain(before) === plain(after)) return true;
  const difference = differenceOf(type, before, after);
  return (
    difference !== null && (difference.type === 'money' ? difference.fen === 0 : difference.text === '0')
  );
};

/** Columns that say who a row is about: the number, else name and group, else the first column. */
export function keyColumnsOf(columns: ComparedColumn[]): string[] {
  const ofType = (...types: string[]): string[] =>
    columns.filter(({ type }) => types.includes(type)).map(({ id }) => id);
  const candidates = [ofType('id'), ofType('person', 'group'), columns.slice(0, 1).map(({ id }) => id)];
  return candidates.find((ids) => ids.length > 0) ?? [];
}

interface Side {
  table: ComparedTable;
  /** Positions by column id. */
  at: Map<string, number>;
  /** Row numbers by key. */
  rowsOf: Map<string, number[]>;
}

const JOIN = '\u0000';

function sideOf(table: ComparedTable, keys: string[]): Side {
  const at = new Map(table.columns.map(({ id }, index) => [id, index]));
  const rowsOf = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    const key = keys.map((id) => plain(row[at.get(id) ?? -1])).join(JOIN);
    const rows = rowsOf.get(key);
    if (rows) rows.push(index);
    else rowsOf.set(key, [index]);
  });
  return { table, at, rowsOf };
}

type Saying = (row: number) => string;

const cellAt = (side: Side, row: number, column: string): ComparedCell =>
  side.table.rows[row]?.[side.at.get(column) ?? -1] ?? null;

function changes(
  columns: ComparedColumn[],
  before: Side,
  from: number,
  after: Side,
  to: number,
): CellChange[] {
  return columns.flatMap(({ id, type }) => {
    const [was, is] = [cellAt(before, from, id), cellAt(after, to, id)];
    if (sameCell(type, was, is)) return [];
    return [{ column: id, before: was, after: is, difference: differenceOf(type, was, is) }];
  });
}

/** Row after → row before, of one key: rows that say the same first, the rest in order. */
function pairs(from: number[], to: number[], says: { before: Saying; after: Saying }): Map<number, number> {
  const found = new Map<number, number>();
  const free = new Set(from);
  if (from.length > 1 || to.length > 1) {
    const bySaying = new Map<string, number[]>();
    for (const row of [...from].reverse()) {
      const saying = says.before(row);
      const rows = bySaying.get(saying);
      if (rows) rows.push(row);
      else bySaying.set(saying, [row]);
    }
    for (const row of to) {
      const twin = bySaying.get(says.after(row))?.pop();
      if (twin === undefined) continue;
      found.set(row, twin);
      free.delete(twin);
    }
  }
  const rest = [...free].values();
  for (const row of to) {
    if (found.has(row)) continue;
    const next = rest.next();
    if (!next.done) found.set(row, next.value);
  }
  return found;
}

/** Rows that went, each behind the row that it followed; those from the top come first. */
function withGone(rows: RowComparison[], gone: RowComparison[]): RowComparison[] {
  const behind = new Map<number, RowComparison[]>();
  const known = new Set(rows.flatMap((row) => (row.before === null ? [] : [row.before])));
  let anchor = -1;
  const last = Math.max(-1, ...gone.map((row) => row.before ?? -1));
  const goneAt = new Map(gone.map((row) => [row.before, row]));
  for (let index = 0; index <= last; index += 1) {
    const row = goneAt.get(index);
    if (known.has(index)) anchor = index;
    else if (row) behind.set(anchor, [...(behind.get(anchor) ?? []), row]);
  }
  return [
    ...(behind.get(-1) ?? []),
    ...rows.flatMap((row) => [row, ...(row.before === null ? [] : (behind.get(row.before) ?? []))]),
  ];
}

const total = (side: Side, column: string): number =>
  side.table.rows.reduce((sum, _, row) => sum + (fenOfCell(cellAt(side, row, column)) ?? 0), 0);

/** Compares two tables; without `keys`, by the columns that say who a row is about. */
export function compareTables(
  beforeTable: ComparedTable,
  afterTable: ComparedTable,
  keys: string[] = keyColumnsOf(afterTable.columns),
): TableComparison {
  const [before, after] = [sideOf(beforeTable, keys), sideOf(afterTable, keys)];
  const shared = afterTable.columns.filter(({ id }) => before.at.has(id));
  const saying =
    (side: Side): Saying =>
    (row) =>
      shared.map(({ id }) => plain(cellAt(side, row, id))).join(JOIN);
  const says = { before: saying(before), after: saying(after) };
  const keyed = (key: string): string[] => key.split(JOIN);
  const goneRows: RowComparison[] = [];
  const byRow: RowComparison[] = [];
  for (const key of new Set([...before.rowsOf.keys(), ...after.rowsOf.keys()])) {
    const [from, to] = [before.rowsOf.get(key) ?? [], after.rowsOf.get(key) ?? []];
    const paired = pairs(from, to, says);
    for (const row of to) {
      const twin = paired.get(row);
      const cells = twin === undefined ? [] : changes(shared, before, twin, after, row);
      const kind = twin === undefined ? 'new' : cells.length > 0 ? 'changed' : 'same';
      byRow[row] = { kind, key: keyed(key), before: twin ?? null, after: row, cells };
    }
    const kept = new Set(paired.values());
    for (const row of from) {
      if (!kept.has(row))
        goneRows.push({ kind: 'gone', key: keyed(key), before: row, after: null, cells: [] });
    }
  }
  const rows = withGone(byRow, goneRows);
  const counts = { same: 0, changed: 0, new: 0, gone: 0 };
  for (const { kind } of rows) counts[kind] += 1;
  return {
    rows,
    counts,
    newColumns: afterTable.columns.filter(({ id }) => !before.at.has(id)),
    goneColumns: beforeTable.columns.filter(({ id }) => !after.at.has(id)),
    totals: shared
      .filter(({ type }) => type === 'money')
      .map(({ id }) => {
        const [was, is] = [total(before, id), total(after, id)];
        return { column: id, before: was, after: is, difference: is - was };
      }),
    repeatedKeys: repeated(before, after).map(keyed),
  };
}

const repeated = (...sides: Side[]): string[] => [
  ...new Set(
    sides.flatMap(({ rowsOf }) => [...rowsOf].filter(([, rows]) => rows.length > 1).map(([key]) => key)),
  ),
];
