/** The checks between fields and within tables, one function for each type of `Check`. */
import { daysBetween } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { formatDifference, formatMoney } from '../money.ts';
import { SCALE, decimalOf } from './decimal.ts';
import type { Figure } from './figures.ts';
import { columnTotal, figureIn, figureOf } from './figures.ts';
import { dateText } from './format.ts';
import type { Check } from './kind.ts';
import { betterPercent } from './percent.ts';
import type { Problem } from './problems.ts';
import { runRowCheck } from './row-checks.ts';
import type { KindFields } from './values.ts';
import { valueOf } from './values.ts';

type Of<Type extends Check['type']> = Extract<Check, { type: Type }>;

const error = (code: Problem['code'], field: string, values?: Record<string, string>): Problem[] => [
  { code, severity: 'error', field, ...(values && { values }) },
];

const figureText = ({ of, amount }: Figure): string => {
  if (of === 'money') return formatMoney(amount);
  return of === 'decimal' ? decimalOf(amount) : String(amount);
};

function columnTotalCheck(check: Of<'column-total'>, fields: KindFields): Problem[] {
  const table = valueOf(fields, check.table, 'table');
  const said = figureIn(fields, check.field);
  const found = table && columnTotal(table, check.column);
  if (!said || !found) return [];
  // A column that counts people against a field of so many people: the same unit, another scale.
  const amount = found.of === 'count' && said.of === 'decimal' ? found.amount * SCALE : found.amount;
  if (said.amount === amount) return [];
  return error('total-differs', check.field, {
    said: figureText(said),
    found: figureText({ ...said, amount }),
  });
}

function rowCountCheck(check: Of<'row-count'>, fields: KindFields): Problem[] {
  const table = valueOf(fields, check.table, 'table');
  const said = valueOf(fields, check.field, 'quantity');
  if (!table || !said || said.value === String(table.rows.length)) return [];
  return error('count-differs', check.field, { said: said.value, found: String(table.rows.length) });
}

const total = (fields: KindFields, ids: string[]): number =>
  ids.reduce((sum, id) => sum + (figureIn(fields, id)?.amount ?? 0), 0);

function balanceCheck(check: Of<'balance'>, fields: KindFields): Problem[] {
  const opening = valueOf(fields, check.opening, 'money');
  const closing = valueOf(fields, check.closing, 'money');
  if (!opening || !closing) return [];
  const found = opening.value + total(fields, check.plus) - total(fields, check.minus);
  if (found === closing.value) return [];
  return error('balance-differs', check.closing, {
    found: formatMoney(found),
    said: formatMoney(closing.value),
    difference: formatDifference(closing.value - found),
  });
}

function sumCheck(check: Of<'sum'>, fields: KindFields): Problem[] {
  const said = figureIn(fields, check.total);
  if (!said || check.parts.every((id) => !figureIn(fields, id))) return [];
  const amount = total(fields, check.parts);
  if (amount === said.amount) return [];
  return error('total-differs', check.total, {
    said: figureText(said),
    found: figureText({ ...said, amount }),
  });
}

function percentCheck(check: Of<'percent'>, fields: KindFields): Problem[] {
  const part = figureIn(fields, check.part);
  const whole = figureIn(fields, check.whole);
  const said = valueOf(fields, check.percent, 'quantity')?.value;
  const better = part && whole && said ? betterPercent(part.amount, whole.amount, said) : null;
  return better && said ? error('percent-differs', check.percent, { said, found: better }) : [];
}

function dateOrderCheck(check: Of<'dates-in-order'>, fields: KindFields): Problem[] {
  const dates = check.fields.flatMap((id) => {
    const value = valueOf(fields, id, 'date')?.value;
    return value ? [{ id, value }] : [];
  });
  return dates.flatMap(({ id, value }, index) => {
    const before = dates[index - 1]?.value;
    if (!before || before <= value) return [];
    return error('dates-out-of-order', id, { after: dateText(value), before: dateText(before) });
  });
}

function neededWhenCheck(check: Of<'needed-when'>, fields: KindFields): Problem[] {
  if (valueOf(fields, check.when.field, 'choice')?.value !== check.when.is) return [];
  return check.field in fields ? [] : error('required', check.field);
}

function daysInPeriodCheck(check: Of<'days-in-period'>, fields: KindFields): Problem[] {
  const period = parsePeriod(valueOf(fields, check.period, 'period')?.value ?? '');
  const table = valueOf(fields, check.table, 'table');
  const at = table?.columns.findIndex(({ id }) => id === check.column) ?? -1;
  const type = table?.columns[at]?.type;
  if (!period || !table || !type) return [];
  const days = daysBetween(period.first, period.last) + 1;
  const most = days * (type === 'count' ? 1 : SCALE);
  return table.rows.flatMap((row, index): Problem[] => {
    const said = figureOf(type, row[at] ?? null);
    if (said === null || said <= most) return [];
    const values = { said: String(row[at]), most: String(days) };
    return [
      {
        code: 'more-than-allowed',
        severity: 'error',
        field: check.table,
        row: index,
        column: check.column,
        values,
      },
    ];
  });
}

/** What one check of the kind says about these fields. */
export function runCheck(check: Check, fields: KindFields): Problem[] {
  switch (check.type) {
    case 'column-total':
      return columnTotalCheck(check, fields);
    case 'row-count':
      return rowCountCheck(check, fields);
    case 'balance':
      return balanceCheck(check, fields);
    case 'sum':
      return sumCheck(check, fields);
    case 'percent':
      return percentCheck(check, fields);
    case 'dates-in-order':
      return dateOrderCheck(check, fields);
    case 'days-in-period':
      return daysInPeriodCheck(check, fields);
    case 'needed-when':
      return neededWhenCheck(check, fields);
    case 'one-of':
      return check.fields.some((id) => id in fields) ? [] : error('one-of-needed', check.fields[0] ?? '');
    default: {
      const table = valueOf(fields, check.table, 'table');
      return table ? runRowCheck(check, table) : [];
    }
  }
}
