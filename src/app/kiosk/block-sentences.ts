/** The fields of a notice as sentences for the ear: a row of a table is a sentence, an amount is in words. */
import { spokenCount, spokenDate, spokenMoney, spokenPercent } from '../../domain/forms/spoken.ts';
import type { Block, BlockColumn } from '../../domain/kind/blocks.ts';
import type { Language } from '../../domain/kind/kind.ts';
import type { LocalDate } from '../../domain/time.ts';
import { sentencesOf } from './sentences.ts';

const AMOUNT = /(-?\d[\d\u202f,]*\.\d\d) ?元/g;
const THIN = /\u202f(?=\d)/g;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^\d+(\.\d+)?$/;

const fenOf = (text: string): number => Math.round(Number(text.replace(/[\u202f,]/g, '')) * 100);

/** Amounts in words, so that a voice does not say 'point zero zero'. */
const forEar = (text: string, language: Language): string =>
  language === 'zh'
    ? text.replace(AMOUNT, (_, amount: string) => spokenMoney(fenOf(amount))).replace(THIN, '')
    : text.replace(THIN, '');

/** `面积（亩）` is the name and the unit of a column. */
function named(column: BlockColumn): { name: string; unit: string } {
  const found = /^(.+)（(.+)）$/.exec(column.name);
  return { name: found?.[1] ?? column.name, unit: found?.[2] ?? '' };
}

function cellWords(column: BlockColumn, text: string, language: Language): string {
  const { name, unit } = named(column);
  if (language !== 'zh') return column.isKey ? text : `${name} ${text} ${unit}`.trim();
  if (DATE.test(text)) return spokenDate(text as LocalDate);
  if (unit === '元') return `${name}${forEar(`${text} 元`, language)}`;
  if (unit === '%' && DECIMAL.test(text)) return `${name}${spokenPercent(text)}`;
  if (column.align === 'end' && DECIMAL.test(text)) return `${name}${spokenCount(text)}${unit}`;
  return column.isKey ? text : `${name}${text}${unit}`;
}

/** '王某某，面积三点二亩，金额三百二十八元。' Empty cells are left out. */
const rowWords = (columns: BlockColumn[], row: string[], language: Language): string =>
  `${columns
    .flatMap((column, at) => (row[at] ? [cellWords(column, row[at], language)] : []))
    .join(language === 'zh' ? '，' : ', ')}${language === 'zh' ? '。' : '.'}`;

/**
 * What is read of each part of a block: a paragraph has one part of several sentences; facts, items, rows and the lines
 * of a sum have one sentence each, a table's totals last.
 */
export function partsForEar(block: Block, language: Language): string[][] {
  const ear = (text: string): string => forEar(text, language);
  switch (block.type) {
    case 'heading':
      return [[ear(block.text)]];
    case 'paragraph':
    case 'note':
      return [sentencesOf(block.text).map(ear)];
    case 'facts':
      return block.facts.map(({ label, value }) => [ear(`${label}：${value}`)]);
    case 'steps':
    case 'list':
      return block.items.map((item) => [ear(item)]);
    case 'table': {
      const rows = block.totals ? [...block.rows, block.totals] : block.rows;
      return rows.map((row) => [rowWords(block.columns, row, language)]);
    }
    case 'sum':
      return [...block.parts, block.result].map(({ label, value }) => [ear(`${label}：${value}`)]);
  }
}
