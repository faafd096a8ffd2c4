/** Whether the fields of a notice fit its kind: what is wrong, where, and what only asks for a look. */
import { parseLocalDate } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { formatMoney } from '../money.ts';
import { runCheck } from './checks.ts';
import { isDecimal, scaledOf } from './decimal.ts';
import { cellText } from './format.ts';
import type { Column, Field, NoticeKind, TableField } from './kind.ts';
import { fieldOf } from './kind.ts';
import type { Problem } from './problems.ts';
import type { Cell, FieldValue, KindFields, TableColumn, TableValue } from './values.ts';
import { KIND_LIMITS } from './values.ts';

type Found = Omit<Problem, 'field' | 'severity'>;

function cellFits(column: Column, cell: string | number): boolean {
  switch (column.type) {
    case 'money':
      return typeof cell === 'number';
    case 'count':
      return typeof cell === 'number' && cell >= 0;
    case 'quantity':
    case 'percent':
      return typeof cell === 'string' && isDecimal(cell);
    case 'date':
      return typeof cell === 'string' && parseLocalDate(cell) !== null;
    case 'choice':
      return (column.options ?? []).some(({ zh }) => zh === cell);
    default:
      return typeof cell === 'string' && cell.trim() !== '';
  }
}

function columnProblems(column: Column, held: TableColumn, cells: Cell[]): Found[] {
  if (held.type !== column.type) return [{ code: 'wrong-type', column: column.id }];
  const found: Found[] = [];
  cells.forEach((cell, row) => {
    if (cell === null) {
      if (column.required) found.push({ code: 'required', row, column: column.id });
    } else if (!cellFits(column, cell)) {
      const values = { value: cellText(column.type, cell) };
      found.push({ code: 'bad-cell', row, column: column.id, values });
    }
  });
  return found;
}

function tableProblems(field: TableField, table: TableValue): Found[] {
  if (table.rows.length === 0) return field.required ? [{ code: 'no-rows' }] : [];
  return field.columns.flatMap((column): Found[] => {
    const at = table.columns.findIndex(({ id }) => id === column.id);
    const held = table.columns[at];
    if (!held) {
      if (!column.required) return [];
      return [{ code: 'missing-column', column: column.id, values: { name: column.name.zh } }];
    }
    return columnProblems(
      column,
      held,
      table.rows.map((row) => row[at] ?? null),
    );
  });
}

function outOfRange(
  value: number,
  bounds: { min?: number; max?: number },
  text: (bound: number) => string,
): Found[] {
  const { min = -Infinity, max = Infinity } = bounds;
  if (value >= min && value <= max) return [];
  const edge = (bound: number): string => (Number.isFinite(bound) ? text(bound) : '…');
  return [{ code: 'out-of-range', values: { min: edge(min), max: edge(max) } }];
}

/** What is wrong with one value of its field; the value is of the field's type. */
function valueProblems(field: Field, value: FieldValue): Found[] {
  if (field.type === 'text' && value.type === 'text') {
    const max = field.max ?? (field.long ? KIND_LIMITS.text : KIND_LIMITS.short);
    const { length } = value.value;
    return length > max ? [{ code: 'too-long', values: { max: String(max), length: String(length) } }] : [];
  }
  if (field.type === 'money' && value.type === 'money') return outOfRange(value.value, field, formatMoney);
  if (field.type === 'quantity' && value.type === 'quantity') {
    if (value.unit !== field.unit) return [{ code: 'wrong-unit', values: { unit: field.unit } }];
    return outOfRange(scaledOf(value.value) / 10_000, field, String);
  }
  if (field.type === 'choice' && value.type === 'choice') {
    const known = field.options.some(({ zh }) => zh === value.value);
    return known ? [] : [{ code: 'unknown-choice', values: { value: value.value } }];
  }
  if (field.type === 'period' && value.type === 'period') {
    const period = parsePeriod(value.value);
    return period && field.periods.includes(period.kind) ? [] : [{ code: 'wrong-period' }];
  }
  return field.type === 'table' && value.type === 'table' ? tableProblems(field, value) : [];
}

function fieldProblems(field: Field, fields: KindFields): Problem[] {
  const value = Object.prototype.hasOwnProperty.call(fields, field.id) ? fields[field.id] : undefined;
  const found: Found[] =
    value === undefined
      ? field.required
        ? [{ code: 'required' }]
        : []
      : value.type === field.type
        ? valueProblems(field, value)
        : [{ code: 'wrong-type' }];
  return found.map((one) => ({ ...one, field: field.id, severity: 'error' }));
}

/** Two checks that find the same in the same place say it once. */
function once(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, field, row = '', column = '' }) => {
    const place = [code, field, row, column].join(' ');
    return !seen.has(place) && seen.add(place);
  });
}

/**
 * Everything that does not fit, errors of single fields first, in the order of the form.
 * Checks between fields run on what fits by itself.
 */
export function checkFields(kind: NoticeKind, fields: KindFields): Problem[] {
  const unknown = Object.keys(fields)
    .filter((id) => !fieldOf(kind, id))
    .map((id): Problem => ({ code: 'unknown-field', field: id, severity: 'error' }));
  return once([
    ...unknown,
    ...kind.fields.flatMap((field) => fieldProblems(field, fields)),
    ...kind.checks.flatMap((check) => runCheck(check, fields)),
  ]);
}

/** True when nothing stops publication. */
export const mayPublish = (problems: Problem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning');
