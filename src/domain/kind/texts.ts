/**
 * All that people wrote in a notice of any kind, to be changed in one go: this is where personal data is masked before
 * the notice leaves the phone, and where a search finds its words.
 */
import { isFigure } from './format.ts';
import type { FieldValue, KindFields, TableValue } from './values.ts';

export interface TextChange {
  /** A text of a field; `item` counts within steps and documents. */
  text(text: string, place: { field: string; item?: number }): string;
  /** A table's texts under its headings; cells of figures and empty cells come as ''. */
  table(header: string[], rows: string[][], field: string): string[][];
}

const isText = (table: TableValue, at: number): boolean => {
  const type = table.columns[at]?.type;
  return type !== undefined && !isFigure(type) && type !== 'date';
};

function changedTable(table: TableValue, change: TextChange, field: string): TableValue {
  const header = table.columns.map(({ name }) => name);
  const texts = table.rows.map((row) =>
    row.map((cell, at) => (isText(table, at) && typeof cell === 'string' ? cell : '')),
  );
  const changed = change.table(header, texts, field);
  const rows = table.rows.map((row, index) =>
    row.map((cell, at) =>
      isText(table, at) && typeof cell === 'string' ? (changed[index]?.[at] ?? cell) : cell,
    ),
  );
  return { ...table, rows };
}

function changedValue(value: FieldValue, change: TextChange, field: string): FieldValue {
  switch (value.type) {
    case 'text':
      return { ...value, value: change.text(value.value, { field }) };
    case 'person': {
      const post = value.post === undefined ? {} : { post: change.text(value.post, { field }) };
      return { ...value, value: change.text(value.value, { field }), ...post };
    }
    case 'steps':
      return { ...value, items: value.items.map((text, item) => change.text(text, { field, item })) };
    case 'documents': {
      const items = value.items.map(({ name, note }, item) => ({
        name: change.text(name, { field, item }),
        note: change.text(note, { field, item }),
      }));
      return { ...value, items };
    }
    case 'table':
      return changedTable(value, change, field);
    default:
      // A `phone` field is the number that residents are meant to call, and is left alone.
      return value;
  }
}

/** The fields with their texts changed; figures, days, choices and numbers to call stay as they are. */
export const mapTexts = (fields: KindFields, change: TextChange): KindFields =>
  Object.fromEntries(Object.entries(fields).map(([id, value]) => [id, changedValue(value, change, id)]));

/** All words of a notice, one text a line: for search. Figures and days are not among them. */
export function wordsOf(fields: KindFields): string {
  const words: string[] = [];
  mapTexts(fields, {
    text: (text) => {
      words.push(text);
      return text;
    },
    table: (header, rows) => {
      words.push(header.join(' '), ...rows.map((row) => row.filter((cell) => cell !== '').join(' ')));
      return rows;
    },
  });
  return words.join('\n');
}
