/** A list or an account against the same one of an earlier period: new and gone rows, changed amounts, what was carried over. */
import type { LightNotice } from '../board/board.ts';
import { parsePeriod, previousPeriod } from '../calendar/periods.ts';
import type { Check, NoticeKind } from '../kind/kind.ts';
import { tableFieldOf } from '../kind/kind.ts';
import type { FieldValue, KindFields, TableValue } from '../kind/values.ts';
import { valueOf } from '../kind/values.ts';
import type { Fen } from '../money.ts';
import { compareFields } from './fields.ts';
import { compareTables, type RowComparison, type TableComparison } from './table.ts';

/** A change is a jump when an amount is so many times the other, and more apart than this. */
export const JUMP_TIMES = 2;
/** Fen: 100 yuan. */
export const JUMP_LEAST: Fen = 10_000;

export interface FigureChange {
  id: string;
  before: FieldValue;
  after: FieldValue;
  jump: boolean;
}

export interface ListComparison {
  id: string;
  before: TableValue;
  after: TableValue;
  compared: TableComparison;
  /** Row numbers of `compared.rows` whose amount jumped. */
  jumps: number[];
}

/** The opening balance against the closing balance of the period before: they must be the same. */
export interface CarriedOver {
  closing: Fen;
  opening: Fen;
  /** opening − closing. */
  difference: Fen;
}

export interface PeriodComparison {
  /** Money and quantities that changed, in the order of the notice. */
  figures: FigureChange[];
  lists: ListComparison[];
  /** Null where nothing is carried over, or a period lies between. */
  carried: CarriedOver | null;
  /** Nothing that is compared has changed. */
  same: boolean;
}

const jumped = (before: number, after: number): boolean => {
  const [less, more] = [Math.abs(before), Math.abs(after)].sort((one, other) => one - other) as [Fen, Fen];
  return Math.abs(after - before) > JUMP_LEAST && more >= JUMP_TIMES * less;
};

const amounts = (row: RowComparison): [number, number][] =>
  row.cells.flatMap(({ before, after, difference }) =>
    difference?.type === 'money' && typeof before === 'number' && typeof after === 'number'
      ? [[before, after]]
      : [],
  );

/**
 * Columns by which rows of two periods belong together: the key of the kind, as far as both tables have it. Null: rows
 * of one period are not those of another (entries of an account, each with its day); then only totals are compared.
 */
function keysOf(kind: NoticeKind | null, id: string, before: TableValue, after: TableValue): string[] | null {
  const shared = (column: string): boolean =>
    [before, after].every(({ columns }) => columns.some((one) => one.id === column));
  const key = (kind && tableFieldOf(kind, id)?.key) ?? null;
  if (!key) return before.columns.concat(after.columns).some(({ type }) => type === 'date') ? null : [];
  const dated = after.columns.some(({ id: column, type }) => type === 'date' && key.includes(column));
  const found = key.filter(shared);
  return dated || found.length === 0 ? null : found;
}

function listOf(kind: NoticeKind | null, id: string, fields: [KindFields, KindFields]): ListComparison[] {
  const [before, after] = fields.map((one) => valueOf(one, id, 'table'));
  const keys = before && after && keysOf(kind, id, before, after);
  if (!before || !after || !keys) return [];
  const compared = compareTables(before, after, keys.length > 0 ? keys : undefined);
  const jumps = compared.rows.flatMap((row, at) =>
    amounts(row).some(([from, to]) => jumped(from, to)) ? [at] : [],
  );
  return [{ id, before, after, compared, jumps }];
}

const isFigure = ({ type }: FieldValue): boolean => type === 'money' || type === 'quantity';

/** Fields that say again what the list says: its total, how many rows it has. */
const saidByLists = (kind: NoticeKind | null, lists: ListComparison[]): string[] =>
  (kind?.checks ?? []).flatMap((check) =>
    (check.type === 'column-total' || check.type === 'row-count') &&
    lists.some(({ id }) => id === check.table)
      ? [check.field]
      : [],
  );

function figuresOf(before: KindFields, after: KindFields, without: string[]): FigureChange[] {
  return compareFields(before, after).flatMap((change) => {
    if (change.kind !== 'changed' || without.includes(change.id) || !isFigure(change.after)) return [];
    const { id, before: was, after: is } = change;
    const money = was.type === 'money' && is.type === 'money';
    return [{ id, before: was, after: is, jump: money && jumped(was.value, is.value) }];
  });
}

const balanceOf = (kind: NoticeKind | null): Extract<Check, { type: 'balance' }> | null =>
  kind?.checks.find((check) => check.type === 'balance') ?? null;

function carriedOver(kind: NoticeKind | null, before: KindFields, after: KindFields): CarriedOver | null {
  const balance = balanceOf(kind);
  const closing = balance && valueOf(before, balance.closing, 'money')?.value;
  const opening = balance && valueOf(after, balance.opening, 'money')?.value;
  if (typeof closing !== 'number' || typeof opening !== 'number') return null;
  return { closing, opening, difference: opening - closing };
}

/**
 * Compares the fields of one period with those of an earlier one.
 * @param kind null when this version does not know it: tables are then compared by who their rows are about.
 * @param next whether the periods follow one another, so that the balance must have been carried over.
 */
export function comparePeriods(
  kind: NoticeKind | null,
  before: KindFields,
  after: KindFields,
  next: boolean,
): PeriodComparison {
  const carried = next ? carriedOver(kind, before, after) : null;
  // The opening balance is told by what was carried over, not as a figure that changed.
  const lists = Object.keys(after).flatMap((id) => listOf(kind, id, [before, after]));
  const opening = balanceOf(kind)?.opening;
  const said = [...saidByLists(kind, lists), ...(opening === undefined ? [] : [opening])];
  const figures = figuresOf(before, after, said);
  const quiet = lists.every(
    ({ compared: { counts } }) => counts.new === 0 && counts.gone === 0 && counts.changed === 0,
  );
  return {
    figures,
    lists,
    carried,
    same: figures.length === 0 && quiet && (carried?.difference ?? 0) === 0,
  };
}

/** What a notice is compared by. */
export type Compared = Pick<LightNotice, 'entry' | 'kind' | 'period'> & {
  /** Null for one that is being written. */
  id: string | null;
};

export interface Earlier {
  /** Id of the period found. */
  period: string;
  /** It is the one before. */
  next: boolean;
  /** Notices of that period about the same, the newest first. */
  notices: LightNotice[];
}

/**
 * The notices of the nearest earlier period that has any, of the same entry and kind.
 * @param notices of the same unit, in log order.
 */
export function earlierOf(notices: LightNotice[], own: Compared): Earlier | null {
  const period = parsePeriod(own.period);
  if (!period) return null;
  const alike = notices.filter(
    (one) =>
      one.withdrawn === null &&
      one.id !== own.id &&
      one.entry === own.entry &&
      one.kind === own.kind &&
      one.period < own.period &&
      parsePeriod(one.period)?.kind === period.kind,
  );
  const nearest = alike.reduce((latest, one) => (one.period > latest ? one.period : latest), '');
  if (nearest === '') return null;
  return {
    period: nearest,
    next: nearest === previousPeriod(period).id,
    notices: alike.filter((one) => one.period === nearest).reverse(),
  };
}
