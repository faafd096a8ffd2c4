/** What stands on a sheet, in order, as parts that are set and measured one by one. Pure. */
import { type Block, type BlockColumn, type Fact, screenBlocks } from '../../domain/kind/blocks.ts';
import { valueText } from '../../domain/kind/format.ts';
import { type Language, type NoticeKind } from '../../domain/kind/kind.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import type { NoticeContent, Photo } from '../../domain/notice/events.ts';

export type Table = Extract<Block, { type: 'table' }>;
export type Sum = Extract<Block, { type: 'sum' }>;

export type Part =
  | { type: 'title'; text: string }
  /** Facts in a line under the title. */
  | { type: 'line'; items: string[] }
  /** Something that must not be missed: not confirmed yet, urgent, corrected. */
  | { type: 'stamp'; title: string; text: string }
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string; look: 'text' | 'greeting' | 'signed' }
  | ({ type: 'fact' } & Fact)
  /** `number`: of a step; null: a line of a list. */
  | { type: 'item'; text: string; number: number | null }
  | { type: 'sum'; sum: Sum }
  /** `table` tells the rows of one table from those of the next. */
  | { type: 'row'; table: Table; cells: string[]; isTotal: boolean }
  | { type: 'photos'; photos: Photo[] }
  | { type: 'signatures'; labels: string[] };

const PHOTOS_A_LINE = 2;

const paragraphs = (text: string): Part[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line, look: 'text' }));

export function tableParts(table: Table): Part[] {
  const rows = table.rows.map((cells): Part => ({ type: 'row', table, cells, isTotal: false }));
  return table.totals ? [...rows, { type: 'row', table, cells: table.totals, isTotal: true }] : rows;
}

export function blockParts(block: Block): Part[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', text: block.text }];
    case 'paragraph':
    case 'note':
      return [{ type: 'paragraph', text: block.text, look: 'text' }];
    case 'facts':
      return block.facts.map((fact) => ({ type: 'fact', ...fact }));
    case 'steps':
      return block.items.map((text, at) => ({ type: 'item', text, number: at + 1 }));
    case 'list':
      return block.items.map((text) => ({ type: 'item', text, number: null }));
    case 'sum':
      return [{ type: 'sum', sum: block }];
    case 'table':
      return tableParts(block);
  }
}

const wordsOf = (content: Pick<NoticeContent, 'sections'>): Part[] =>
  content.sections.flatMap(({ heading, text }): Part[] => [
    ...(heading ? [{ type: 'heading' as const, text: heading }] : []),
    ...paragraphs(text),
  ]);

const textOf = (fields: KindFields, id: string, language: Language): string => {
  const value = fields[id];
  return value ? valueText(value, language) : '';
};

/** Greeting, text, and who signed at the right; the other fields follow with their labels. */
function letterParts(kind: NoticeKind, fields: KindFields, language: Language): Part[] | null {
  const { letter } = kind.paper;
  if (!letter) return null;
  const greeting = textOf(fields, letter.greeting, language);
  const own = new Set([letter.greeting, letter.text, ...letter.signed]);
  const rest = Object.fromEntries(Object.entries(fields).filter(([id]) => !own.has(id)));
  return [
    ...(greeting ? [{ type: 'paragraph' as const, text: greeting, look: 'greeting' as const }] : []),
    ...paragraphs(textOf(fields, letter.text, language)),
    ...letter.signed
      .map((id) => textOf(fields, id, language))
      .filter((text) => text !== '')
      .map((text): Part => ({ type: 'paragraph', text, look: 'signed' })),
    ...screenBlocks(kind, rest, language).flatMap(blockParts),
  ];
}

export function photoParts(photos: Photo[]): Part[] {
  const lines: Part[] = [];
  for (let at = 0; at < photos.length; at += PHOTOS_A_LINE)
    lines.push({ type: 'photos', photos: photos.slice(at, at + PHOTOS_A_LINE) });
  return lines;
}

/** The notice's own words and fields, and lines to sign on where its kind has them. */
export function contentParts(
  kind: NoticeKind | null,
  content: Pick<NoticeContent, 'fields' | 'sections'>,
  language: Language,
): Part[] {
  const { fields } = content;
  const letter = kind && letterParts(kind, fields, language);
  const signatures = kind?.paper.signatures?.map((words) => words[language]) ?? [];
  return [
    ...wordsOf(content),
    ...(letter ?? screenBlocks(kind, fields, language).flatMap(blockParts)),
    ...(signatures.length > 0 ? [{ type: 'signatures' as const, labels: signatures }] : []),
  ];
}

/** The tables among the parts, each once. */
export const tablesOf = (parts: Part[]): Table[] => [
  ...new Set(parts.flatMap((part) => (part.type === 'row' ? [part.table] : []))),
];

const STARS = /[*＊]{2,}/;

/** Whether figures were hidden before publication: the foot then says so. */
export const hasMasked = (parts: Part[]): boolean =>
  STARS.test(JSON.stringify(parts, (key, value: unknown) => (key === 'table' ? undefined : value)));

/** Columns of the widest table. */
export const widest = (parts: Part[]): number =>
  tablesOf(parts).reduce(
    (most, { columns }: { columns: BlockColumn[] }) => Math.max(most, columns.length),
    0,
  );
