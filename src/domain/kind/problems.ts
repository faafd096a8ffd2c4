/** What a check finds: a code from this list, where, and the figures that a person needs to put it right. */
import type { Words } from './kind.ts';

export const PROBLEMS = {
  /** The notice holds a field that this kind does not have, or a value of another type than the field's. */
  'unknown-field': { zh: '这类公告没有这一项', en: 'this kind of notice has no such field' },
  'wrong-type': { zh: '填的内容类型不对', en: 'this is of the wrong type' },
  required: { zh: '还没有填', en: 'still empty' },
  'too-long': { zh: '最多 {max} 个字，现在 {length} 个', en: 'at most {max} characters, now {length}' },
  'out-of-range': { zh: '应在 {min} 到 {max} 之间', en: 'should be between {min} and {max}' },
  'unknown-choice': { zh: '“{value}”不在可选范围内', en: '“{value}” is not one of the choices' },
  'wrong-period': { zh: '这里要填的不是这种时段', en: 'another kind of period is wanted here' },
  'wrong-unit': { zh: '单位应是“{unit}”', en: 'the unit should be “{unit}”' },
  'no-rows': { zh: '表里还没有内容', en: 'the table is still empty' },
  'missing-column': { zh: '缺少“{name}”这一列', en: 'the column “{name}” is missing' },
  'bad-cell': { zh: '“{value}”填得不对', en: '“{value}” does not fit here' },
  'total-differs': { zh: '写的是 {said}，算出来是 {found}', en: 'it says {said}, the sum is {found}' },
  'count-differs': {
    zh: '写的是 {said}，表里有 {found} 行',
    en: 'it says {said}, the table has {found} rows',
  },
  'balance-differs': {
    zh: '按上期结余加收入减支出应是 {found}，写的是 {said}，差 {difference}',
    en: 'opening plus income less spending is {found}, it says {said}: {difference} apart',
  },
  'percent-differs': { zh: '写的是 {said}%，算出来是 {found}%', en: 'it says {said}%, it is {found}%' },
  'product-differs': {
    zh: '数量乘标准是 {found}，写的是 {said}',
    en: 'quantity times rate is {found}, it says {said}',
  },
  'more-than-allowed': { zh: '{said} 比应有的 {most} 还多', en: '{said} is more than {most}' },
  'dates-out-of-order': { zh: '日期前后不对：{after} 在 {before} 之前', en: '{after} is before {before}' },
  'duplicate-row': { zh: '和第 {other} 行重复', en: 'the same as row {other}' },
  'unusual-amount': { zh: '{said} 和通常相差很大，请再看一眼', en: '{said} is unusual, look again' },
  'one-of-needed': { zh: '至少要填一项', en: 'fill in at least one of them' },
} as const satisfies Record<string, Words>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface Problem {
  code: ProblemCode;
  /** An error stops publication; a warning asks for a look. */
  severity: 'error' | 'warning';
  /** Field id. */
  field: string;
  /** From 0. */
  row?: number;
  /** Column id. */
  column?: string;
  /** For the words: texts as people read them. */
  values?: Record<string, string>;
}

/** The problem in words, without its place. */
export const problemText = (problem: Problem, language: keyof Words = 'zh'): string =>
  PROBLEMS[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) => problem.values?.[name] ?? '');
