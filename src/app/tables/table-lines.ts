/** A table as a person reads it in a form: how many rows, what they come to, what names a row. Pure. */
import type { TFunction } from 'i18next';
import { columnTotal, figureCell } from '../../domain/kind/figures.ts';
import { cellText, isFigure, unitOf } from '../../domain/kind/format.ts';
import type { Language, TableField } from '../../domain/kind/kind.ts';
import type { Cell, TableValue } from '../../domain/kind/values.ts';

/** The totals of a table, each with its name and unit. */
export function totalLines(
  field: TableField,
  table: TableValue,
  language: Language,
): { id: string; name: string; value: string }[] {
  return field.columns.flatMap((column) => {
    const total = field.totals.includes(column.id) ? columnTotal(table, column.id) : null;
    if (!total) return [];
    const value = `${cellText(column.type, figureCell(total))} ${unitOf(column)}`.trim();
    return [{ id: column.id, name: column.name[language], value }];
  });
}

/** `500 行 · 金额合计 12 300.00 元`. */
export const tableLine = (
  field: TableField,
  table: TableValue,
  language: Language,
  t: TFunction<'write'>,
): string =>
  [
    t('table.rows', { n: table.rows.length }),
    ...totalLines(field, table, language).map(({ name, value }) => t('table.total', { name, value })),
  ].join(' · ');

/** The row's name (its key columns, else the first text), and its last total: for the list. */
export function rowLine(field: TableField, table: TableValue, row: Cell[]): { name: string; amount: string } {
  const texts = table.columns.map(({ type }, at) => cellText(type, row[at] ?? null));
  const keys = table.columns.flatMap(({ id, type }, at) =>
    field.key.includes(id) && type !== 'id' && texts[at] ? [texts[at]] : [],
  );
  const first = table.columns.findIndex(({ type }, at) => !isFigure(type) && texts[at] !== '');
  const last = field.totals[field.totals.length - 1] ?? '';
  const figures = table.columns.flatMap(({ id, type }, at) => (isFigure(type) ? [{ id, at }] : []));
  const shown = figures.find(({ id }) => id === last) ?? figures[figures.length - 1];
  return {
    name: keys.length > 0 ? keys.join(' · ') : (texts[first] ?? ''),
    amount: shown ? (texts[shown.at] ?? '') : '',
  };
}
