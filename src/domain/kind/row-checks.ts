/** Checks that look at each row of one table. */
import { formatMoney } from '../money.ts';
import { SCALE } from './decimal.ts';
import { betterPercent } from './percent.ts';
import { figureOf } from './figures.ts';
import { cellText, dateText } from './format.ts';
import type { Check } from './kind.ts';
import type { Problem } from './problems.ts';
import type { Cell, TableValue } from './values.ts';
import { cellsOf } from './values.ts';

export type RowCheck = Extract<
  Check,
  {
    type:
      | 'row-percent'
      | 'row-product'
      | 'row-at-most'
      | 'row-dates-in-order'
      | 'unique-rows'
      | 'usual-range'
      | 'far-from-middle';
  }
>;
type Of<Type extends RowCheck['type']> = Extract<RowCheck, { type: Type }>;
type Found = Pick<Problem, 'code' | 'severity' | 'values'> & { row: number; column: string };

/** A column's figures by row; null where there is none. */
function figures(table: TableValue, id: string): (number | null)[] {
  const type = table.columns.find((column) => column.id === id)?.type;
  return type ? (cellsOf(table, id) ?? []).map((cell) => figureOf(type, cell)) : [];
}

const textIn = (table: TableValue, id: string, row: number): string => {
  const at = table.columns.findIndex((column) => column.id === id);
  const column = table.columns[at];
  return column ? cellText(column.type, table.rows[row]?.[at] ?? null) : '';
};

function percents(check: Of<'row-percent'>, table: TableValue): Found[] {
  const parts = figures(table, check.part);
  const wholes = figures(table, check.whole);
  return figures(table, check.percent).flatMap((said, row): Found[] => {
    const [part, whole] = [parts[row] ?? null, wholes[row] ?? null];
    if (said === null || part === null || whole === null) return [];
    const text = textIn(table, check.percent, row);
    const found = betterPercent(part, whole, text);
    if (!found) return [];
    const values = { said: text, found };
    return [{ code: 'percent-differs', severity: 'error', row, column: check.percent, values }];
  });
}

function products(check: Of<'row-product'>, table: TableValue): Found[] {
  const quantities = figures(table, check.quantity);
  const rates = figures(table, check.rate);
  const scale = table.columns.find(({ id }) => id === check.quantity)?.type === 'count' ? 1 : SCALE;
  return figures(table, check.amount).flatMap((said, row): Found[] => {
    const [quantity, rate] = [quantities[row] ?? null, rates[row] ?? null];
    if (said === null || quantity === null || rate === null) return [];
    const exact = (quantity * rate) / scale;
    if (Math.abs(exact - said) < 1) return [];
    const values = { said: formatMoney(said), found: formatMoney(Math.round(exact)) };
    return [{ code: 'product-differs', severity: 'warning', row, column: check.amount, values }];
  });
}

function atMost(check: Of<'row-at-most'>, table: TableValue): Found[] {
  const most = figures(table, check.more);
  return figures(table, check.less).flatMap((said, row): Found[] => {
    const limit = most[row] ?? null;
    if (said === null || limit === null || said <= limit) return [];
    const values = { said: textIn(table, check.less, row), most: textIn(table, check.more, row) };
    return [{ code: 'more-than-allowed', severity: 'error', row, column: check.less, values }];
  });
}

function dateOrder(check: Of<'row-dates-in-order'>, table: TableValue): Found[] {
  const columns = check.columns.map((id) => ({ id, cells: cellsOf(table, id) ?? [] }));
  return table.rows.flatMap((_, row) => {
    const dates = columns.flatMap(({ id, cells }) => {
      const cell = cells[row] ?? null;
      return typeof cell === 'string' ? [{ id, cell }] : [];
    });
    return dates.flatMap(({ id, cell }, index): Found[] => {
      const before = dates[index - 1]?.cell;
      if (!before || before <= cell) return [];
      const values = { after: dateText(cell), before: dateText(before) };
      return [{ code: 'dates-out-of-order', severity: 'error', row, column: id, values }];
    });
  });
}

/** The key of each row as one text; null when the row has none of it. */
export function rowKeys(table: TableValue, columns: string[]): (string | null)[] {
  const held = columns.map((id) => cellsOf(table, id)).filter((cells) => cells !== null);
  return table.rows.map((_, row) => {
    const cells: Cell[] = held.map((column) => column[row] ?? null);
    return cells.every((cell) => cell === null) ? null : JSON.stringify(cells);
  });
}

function duplicates(check: Of<'unique-rows'>, table: TableValue): Found[] {
  const first = new Map<string, number>();
  return rowKeys(table, check.columns).flatMap((key, row): Found[] => {
    if (key === null) return [];
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    if (other === undefined) return [];
    const values = { other: String(other + 1) };
    return [{ code: 'duplicate-row', severity: 'warning', row, column: check.columns[0] ?? '', values }];
  });
}

const unusual = (table: TableValue, column: string, isUnusual: (figure: number) => boolean): Found[] =>
  figures(table, column).flatMap((figure, row): Found[] => {
    if (figure === null || !isUnusual(figure)) return [];
    const values = { said: textIn(table, column, row) };
    return [{ code: 'unusual-amount', severity: 'warning', row, column, values }];
  });

/** Fewer figures than this have no middle worth comparing with. */
const ENOUGH = 5;

function farFromMiddle(check: Of<'far-from-middle'>, table: TableValue): Found[] {
  const sorted = figures(table, check.column)
    .filter((figure) => figure !== null)
    .sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (sorted.length < ENOUGH || !middle || middle < 0) return [];
  return unusual(table, check.column, (figure) => figure > middle * check.times);
}

function found(check: RowCheck, table: TableValue): Found[] {
  switch (check.type) {
    case 'row-percent':
      return percents(check, table);
    case 'row-product':
      return products(check, table);
    case 'row-at-most':
      return atMost(check, table);
    case 'row-dates-in-order':
      return dateOrder(check, table);
    case 'unique-rows':
      return duplicates(check, table);
    case 'usual-range':
      return unusual(table, check.column, (figure) => figure < check.min || figure > check.max);
    case 'far-from-middle':
      return farFromMiddle(check, table);
  }
}

/** What one check says about the rows of its table. */
export const runRowCheck = (check: RowCheck, table: TableValue): Problem[] =>
  found(check, table).map((one) => ({ ...one, field: check.table }));
