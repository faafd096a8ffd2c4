/** Sums and counts of what a notice holds: used by checks, by totals and by sentences alike. */
import { SCALE, decimalOf, isDecimal, scaledOf } from './decimal.ts';
import type { Formula, NoticeKind } from './kind.ts';
import { fieldOf } from './kind.ts';
import type { Cell, ColumnType, FieldValue, KindFields, TableValue } from './values.ts';
import { cellsOf, valueOf } from './values.ts';

/** A figure with what it counts: fen, ten-thousandths, or things. */
export type Figure = { of: 'money' | 'decimal' | 'count'; amount: number };

/** A cell as a whole number of its column's smallest part; null when it is empty or no figure. */
export function figureOf(type: ColumnType, cell: Cell): number | null {
  if (type === 'money' || type === 'count') return typeof cell === 'number' ? cell : null;
  if (type !== 'quantity' && type !== 'percent') return null;
  return typeof cell === 'string' && isDecimal(cell) ? scaledOf(cell) : null;
}

const KIND_OF_FIGURE: Partial<Record<ColumnType, Figure['of']>> = {
  money: 'money',
  count: 'count',
  quantity: 'decimal',
};

/** The total of a column; null when it has no figures, or when the total can't be kept exactly. */
export function columnTotal(table: TableValue, columnId: string): Figure | null {
  const column = table.columns.find(({ id }) => id === columnId);
  const of = column && KIND_OF_FIGURE[column.type];
  if (!column || !of) return null;
  const figures = (cellsOf(table, columnId) ?? [])
    .map((cell) => figureOf(column.type, cell))
    .filter((figure) => figure !== null);
  const amount = figures.reduce((sum, figure) => sum + figure, 0);
  return figures.length > 0 && Number.isSafeInteger(amount) ? { of, amount } : null;
}

/** A single value as a figure; null when it is none. */
export function fieldFigure(value: FieldValue | null | undefined): Figure | null {
  if (value?.type === 'money') return { of: 'money', amount: value.value };
  return value?.type === 'quantity' ? { of: 'decimal', amount: scaledOf(value.value) } : null;
}

/** The figure of a field by its id. */
export const figureIn = (fields: KindFields, id: string): Figure | null =>
  fieldFigure(valueOf(fields, id, 'money') ?? valueOf(fields, id, 'quantity'));

/** A total as a cell of its column. */
export const figureCell = (figure: Figure): Cell =>
  figure.of === 'decimal' ? decimalOf(figure.amount) : figure.amount;

function evaluate(formula: Formula, fields: KindFields): Figure | null {
  if (formula.type === 'column-total' || formula.type === 'row-count') {
    const table = valueOf(fields, formula.table, 'table');
    if (!table) return null;
    if (formula.type === 'column-total') return columnTotal(table, formula.column);
    return { of: 'decimal', amount: table.rows.length * SCALE };
  }
  if (formula.type === 'percent') {
    const part = figureIn(fields, formula.part);
    const whole = figureIn(fields, formula.whole);
    if (!part || !whole || whole.amount === 0) return null;
    return { of: 'decimal', amount: Math.round((part.amount * 1000) / whole.amount) * (SCALE / 10) };
  }
  const figures = [...formula.plus, ...formula.minus].map((id) => figureIn(fields, id));
  const first = figures.find((figure) => figure !== null);
  if (!first) return null;
  const amount = figures.reduce(
    (sum, figure, index) => sum + (figure?.amount ?? 0) * (index < formula.plus.length ? 1 : -1),
    0,
  );
  return { of: first.of, amount };
}

/** What the kind's formulas give for these fields: for the form to offer, and for the checks to compare. */
export function computedFields(kind: NoticeKind, fields: KindFields): KindFields {
  const found: KindFields = {};
  for (const [id, formula] of Object.entries(kind.computed ?? {})) {
    const field = fieldOf(kind, id);
    const figure = evaluate(formula, { ...fields, ...found });
    if (!figure || !Number.isSafeInteger(figure.amount)) continue;
    if (field?.type === 'money') found[id] = { type: 'money', value: figure.amount };
    if (field?.type === 'quantity')
      found[id] = { type: 'quantity', value: decimalOf(figure.amount), unit: field.unit };
  }
  return found;
}
