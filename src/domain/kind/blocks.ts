/**
 * A notice as blocks: the same for screen, paper and preview, so that these can't say different things.
 * What a block looks like is for each of them; what it says is here.
 */
import { columnTotal, figureCell } from './figures.ts';
import { cellText, isFigure, moneyText, unitOf, valueText } from './format.ts';
import type { Check, Field, Language, NoticeKind, Words } from './kind.ts';
import { fieldOf, tableFieldOf } from './kind.ts';
import type { FieldValue, KindFields, TableValue } from './values.ts';
import { valueOf } from './values.ts';

export interface Fact {
  label: string;
  value: string;
}

export interface BlockColumn {
  id: string;
  /** With its unit: 面积（亩）. */
  name: string;
  align: 'start' | 'end';
  /** Names the row: the head of its card on a narrow screen. */
  isKey: boolean;
}

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'facts'; facts: Fact[] }
  | { type: 'steps'; items: string[] }
  | { type: 'list'; items: string[] }
  /** `rows` hold texts in the order of the columns; `totals` has one for each column, empty where there is none. */
  | {
      type: 'table';
      field: string;
      name: string;
      columns: BlockColumn[];
      rows: string[][];
      totals: string[] | null;
    }
  /** opening + income − spending = closing. */
  | { type: 'sum'; parts: (Fact & { sign: '' | '+' | '−' })[]; result: Fact }
  | { type: 'note'; text: string };

const TOTAL: Words = { zh: '合计', en: 'Total' };
const NO_ROWS: Words = { zh: '无', en: 'none' };

/** The label that was signed; in another language, today's of the kind. */
function labelOf(field: Field | null, id: string, value: FieldValue | undefined, language: Language): string {
  if (language !== 'zh' && field) return field.name[language];
  return value?.label ?? field?.name.zh ?? id;
}

function totalsOf(table: TableValue, ids: string[], language: Language): string[] | null {
  const totals = table.columns.map(({ id, type }) => {
    const total = ids.includes(id) ? columnTotal(table, id) : null;
    return total ? cellText(type, figureCell(total)) : '';
  });
  if (totals.every((text) => text === '')) return null;
  return totals[0] === '' ? [TOTAL[language], ...totals.slice(1)] : totals;
}

function tableBlock(kind: NoticeKind | null, id: string, table: TableValue, language: Language): Block {
  const field = kind && tableFieldOf(kind, id);
  const columns = table.columns.map((column): BlockColumn => {
    const known = language === 'zh' ? null : field?.columns.find((one) => one.id === column.id);
    const name = known ? known.name[language] : column.name;
    const unit = unitOf(column);
    return {
      id: column.id,
      name: unit ? `${name}（${unit}）` : name,
      align: isFigure(column.type) ? 'end' : 'start',
      isKey: field?.key.includes(column.id) ?? column.type === 'person',
    };
  });
  return {
    type: 'table',
    field: id,
    name: labelOf(field, id, table, language),
    columns,
    rows: table.rows.map((row) => table.columns.map(({ type }, at) => cellText(type, row[at] ?? null))),
    totals: totalsOf(table, field?.totals ?? [], language),
  };
}

const paragraphs = (text: string): Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', text: line }));

/** Texts longer than this, or of more than one line, get a heading of their own. Characters. */
const ONE_LINE = 40;

const isLong = (field: Field | null, text: string): boolean =>
  field?.type === 'text' ? field.long === true : text.length > ONE_LINE || text.includes('\n');

/** One value as blocks; a single value is a fact, which the caller joins with its neighbours. */
function blocksOf(kind: NoticeKind | null, id: string, value: FieldValue, language: Language): Block[] {
  const field = kind && fieldOf(kind, id);
  const label = labelOf(field, id, value, language);
  const heading: Block = { type: 'heading', text: label };
  switch (value.type) {
    case 'table': {
      const block: Block =
        value.rows.length > 0
          ? tableBlock(kind, id, value, language)
          : { type: 'paragraph', text: NO_ROWS[language] };
      return [heading, block];
    }
    case 'steps':
      return [heading, { type: 'steps', items: value.items }];
    case 'documents': {
      const items = value.items.map(({ name, note }) => (note ? `${name}（${note}）` : name));
      return [heading, { type: 'list', items }];
    }
    case 'text':
      if (isLong(field, value.value)) return [heading, ...paragraphs(value.value)];
  }
  return [{ type: 'facts', facts: [{ label, value: valueText(value, language) }] }];
}

/** Facts that stand next to each other become one block. */
function joined(blocks: Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found[found.length - 1];
    if (block.type === 'facts' && last?.type === 'facts')
      found[found.length - 1] = { type: 'facts', facts: [...last.facts, ...block.facts] };
    else found.push(block);
  }
  return found;
}

type Balance = Extract<Check, { type: 'balance' }>;

function sumBlock(kind: NoticeKind, check: Balance, fields: KindFields, language: Language): Block | null {
  const fact = (id: string): Fact | null => {
    const value = valueOf(fields, id, 'money');
    if (!value) return null;
    return { label: labelOf(fieldOf(kind, id), id, value, language), value: moneyText(value.value) };
  };
  const opening = fact(check.opening);
  const result = fact(check.closing);
  if (!opening || !result) return null;
  const signed = (ids: string[], sign: '+' | '−') =>
    ids.flatMap((id) => {
      const found = fact(id);
      return found ? [{ ...found, sign }] : [];
    });
  const parts = [{ ...opening, sign: '' as const }, ...signed(check.plus, '+'), ...signed(check.minus, '−')];
  return { type: 'sum', parts, result };
}

/** Fields in the order of the kind; those that it does not have follow in their own. */
const orderOf = (kind: NoticeKind | null, fields: KindFields): string[] => [
  ...new Set([...(kind?.fields ?? []).map(({ id }) => id), ...Object.keys(fields)]),
];

/**
 * The notice for the eye. Without its kind (an older version of the app, a kind that the office made), each value is
 * shown under the label that it carries.
 */
export function screenBlocks(
  kind: NoticeKind | null,
  fields: KindFields,
  language: Language = 'zh',
): Block[] {
  const balances = (kind?.checks ?? []).filter((check) => check.type === 'balance');
  const sums = new Map<string, Block>();
  const shown = new Set<string>();
  for (const check of balances) {
    const block = kind && sumBlock(kind, check, fields, language);
    if (!block) continue;
    sums.set(check.closing, block);
    for (const id of [check.opening, ...check.plus, ...check.minus]) shown.add(id);
  }
  const blocks = orderOf(kind, fields).flatMap((id) => {
    const value = fields[id];
    if (!value || shown.has(id)) return [];
    const section = kind && fieldOf(kind, id)?.section;
    const start: Block[] = section ? [{ type: 'heading', text: section[language] }] : [];
    const sum = sums.get(id);
    return [...start, ...(sum ? [sum] : blocksOf(kind, id, value, language))];
  });
  return joined(blocks);
}

/** How much of a text stands on a card. Characters. */
const CARD_TEXT = 120;

/** A table of at most so many rows stands on the card itself. */
const CARD_ROWS = 6;

const shortened = (text: string): string =>
  text.length > CARD_TEXT ? `${text.slice(0, CARD_TEXT - 1)}…` : text;

function cardFact(kind: NoticeKind, id: string, value: FieldValue): Block[] {
  const label = labelOf(fieldOf(kind, id), id, value, 'zh');
  const fact = (text: string): Block[] => [{ type: 'facts', facts: [{ label, value: text }] }];
  if (value.type === 'text') return fact(shortened(value.value));
  if (value.type !== 'table') return blocksOf(kind, id, value, 'zh');
  const field = tableFieldOf(kind, id);
  if (value.rows.length <= CARD_ROWS) return blocksOf(kind, id, value, 'zh');
  const totals = (field?.totals ?? []).flatMap((column) => {
    const total = columnTotal(value, column);
    const held = value.columns.find((one) => one.id === column);
    if (!total || !held) return [];
    return [`${held.name} ${cellText(held.type, figureCell(total))} ${unitOf(held)}`.trim()];
  });
  return fact([`${value.rows.length} 行`, ...totals].join('，'));
}

/** The card that goes to each household: what matters, tables as their totals. */
export const cardBlocks = (kind: NoticeKind, fields: KindFields): Block[] =>
  joined(
    kind.card.flatMap((id) => {
      const value = fields[id];
      return value ? cardFact(kind, id, value) : [];
    }),
  );
