/** What of a notice the index holds, as residents see it: masked before it was published, so masked here. */
import { cellText, valueText } from '../kind/format.ts';
import type { FieldValue, TableValue } from '../kind/values.ts';
import type { NoticeContent } from '../notice/events.ts';
import { isNames } from './names.ts';

/** Rows from which a table is found by the names in it alone: figures of 2,000 households would find everything. */
export const LONG_TABLE = 60;

function tableLines(table: TableValue): string[] {
  const isLong = table.rows.length > LONG_TABLE;
  const shown = table.columns.map((column) => !isLong || isNames(column));
  const rows = table.rows.map((row) =>
    row.flatMap((cell, at) => (shown[at] ? cellText(table.columns[at]!.type, cell) : [])).join(' '),
  );
  return [table.columns.map(({ name }) => name).join(' '), ...rows];
}

function fieldLines(value: FieldValue): string[] {
  const label = value.label ?? '';
  switch (value.type) {
    case 'table':
      return [label, ...tableLines(value)];
    case 'steps':
      return [label, ...value.items];
    case 'documents':
      return [label, ...value.items.map(({ name, note }) => `${name} ${note}`)];
    case 'text':
      return [label, ...value.value.split('\n')];
    default:
      return [`${label} ${valueText(value)}`];
  }
}

type Searched = Pick<NoticeContent, 'sections' | 'fields'> &
  Partial<Pick<NoticeContent, 'photos' | 'attachments'>>;

/** Lines of the notice beside its title: sections, fields, captions, names of files. */
export function linesOf({ sections, fields, photos = [], attachments = [] }: Searched): string[] {
  return [
    ...sections.flatMap(({ heading, text }) => [heading, ...text.split('\n')]),
    ...Object.values(fields).flatMap(fieldLines),
    ...photos.map(({ caption }) => caption),
    ...attachments.map(({ name }) => name),
  ].filter((line) => line.trim() !== '');
}
