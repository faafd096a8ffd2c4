/** Last period's notice as the start of this one: names and structure stay, figures and days go. */
import { nextPeriod, parsePeriod } from '../calendar/periods.ts';
import type { Column, Field, NoticeKind, Reuse, TableField } from './kind.ts';
import type { Cell, ColumnType, FieldType, FieldValue, KindFields, TableValue } from './values.ts';

/** What happens where the kind does not say: what names something stays, what measures it goes. */
const FIELD_DEFAULT: Record<FieldType, Reuse> = {
  text: 'keep',
  choice: 'keep',
  person: 'keep',
  phone: 'keep',
  steps: 'keep',
  documents: 'keep',
  table: 'keep',
  date: 'empty',
  money: 'empty',
  quantity: 'empty',
  'yes-no': 'empty',
  period: 'next',
};
const KEPT_COLUMNS = new Set<ColumnType>(['text', 'person', 'group', 'id', 'bank-card', 'phone', 'choice']);

const staysIn = (column: Column | undefined, type: ColumnType): boolean =>
  column?.reuse ? column.reuse === 'keep' : KEPT_COLUMNS.has(type);

/** The table with its names; rows of which nothing stays are dropped. */
function emptied(field: TableField, table: TableValue): TableValue {
  const stays = table.columns.map(({ id, type }) =>
    staysIn(
      field.columns.find((column) => column.id === id),
      type,
    ),
  );
  const rows = table.rows
    .map((row) => row.map((cell, at): Cell => (stays[at] ? cell : null)))
    .filter((row) => row.some((cell) => cell !== null));
  return { ...table, rows };
}

function nextValue(value: FieldValue): FieldValue | null {
  const period = value.type === 'period' ? parsePeriod(value.value) : null;
  return period ? { ...value, type: 'period', value: nextPeriod(period).id } : null;
}

function startOf(field: Field, previous: KindFields): FieldValue | null {
  const reuse = field.reuse ?? FIELD_DEFAULT[field.type];
  if (reuse === 'empty' || field.retired) return null;
  const value = previous[typeof reuse === 'object' ? reuse.from : field.id];
  if (value?.type !== field.type) return null;
  if (reuse === 'next') return nextValue(value);
  return field.type === 'table' && value.type === 'table' ? emptied(field, value) : value;
}

/** The fields with which the next notice of a kind begins; what is not there is for the cadre to fill. */
export function emptyFor(kind: NoticeKind, previous: KindFields): KindFields {
  const found: KindFields = {};
  for (const field of kind.fields) {
    const value = startOf(field, previous);
    if (value) found[field.id] = { ...value, label: field.name.zh };
  }
  return found;
}

const labelled = (field: Field, value: FieldValue): FieldValue => {
  const label = field.name.zh;
  if (field.type !== 'table' || value.type !== 'table') return { ...value, label };
  const columns = value.columns.map((held) => {
    const column = field.columns.find(({ id }) => id === held.id);
    return column ? { ...held, name: column.name.zh } : held;
  });
  return { ...value, label, columns };
};

/** The fields as they are signed: in the order of the kind, each with its label of the day. */
export function withLabels(kind: NoticeKind, fields: KindFields): KindFields {
  const found: KindFields = {};
  for (const field of kind.fields) {
    const value = fields[field.id];
    if (value) found[field.id] = labelled(field, value);
  }
  return found;
}

/** An empty table of a field, with all its columns. */
export const emptyTable = (field: TableField): TableValue => ({
  type: 'table',
  label: field.name.zh,
  columns: field.columns.map(({ id, name, type, unit }) => ({
    id,
    name: name.zh,
    type,
    ...(unit && { unit }),
  })),
  rows: [],
});
