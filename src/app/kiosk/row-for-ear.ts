/** A row of a table as a sentence for the ear. */
import { spokenCount, spokenDate, spokenPercent } from '../../domain/forms/spoken.ts';
import type { BlockColumn } from '../../domain/kind/blocks.ts';
import type { Language } from '../../domain/kind/kind.ts';
import type { LocalDate } from '../../domain/time.ts';
import { forEar } from './for-ear.ts';

const DATE = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^\d+(\.\d+)?$/;

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
export const rowForEar = (columns: BlockColumn[], row: string[], language: Language): string =>
  `${columns
    .flatMap((column, at) => (row[at] ? [cellWords(column, row[at], language)] : []))
    .join(language === 'zh' ? '，' : ', ')}${language === 'zh' ? '。' : '.'}`;
