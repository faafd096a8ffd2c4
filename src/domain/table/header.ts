/** Which row of a sheet is the heading, and which of its columns is which of the kind's. */
import type { Column } from '../kind/kind.ts';
import type { ColumnType } from '../kind/values.ts';
import type { RawRow } from './cells.ts';
import { textOf } from './cells.ts';

/** What spreadsheets call a column of a type, beside the names that the column itself has. */
const BY_TYPE: Partial<Record<ColumnType, string[]>> = {
  id: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码', '证件号', '居民身份证号'],
  'bank-card': [
    '一卡通账号',
    '一卡通号',
    '一卡通',
    '银行账号',
    '银行卡号',
    '社保卡号',
    '惠农卡号',
    '存折账号',
  ],
  phone: ['联系电话', '电话', '手机号', '手机', '手机号码', '联系方式'],
  group: ['组', '社', '组别', '村民小组', '所在组', '社别', '小组', '自然村'],
  person: ['姓名', '户主', '户主姓名'],
};

/** A column that counts rows is never a column of the kind. */
const NUMBERING = new Set(['序号', '序', '编号顺序', '行号', 'no', 'no.', '号']);

/** A heading as it is compared: full-width as plain, without spaces, signs and what stands in brackets. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【][^)）\]】]*[)）\]】]?/g, '')
    .replace(/[\s:：*·、.。/_-]/g, '');

/** 3: the column's own name. 2: a synonym. 1: a heading that contains one of them. 0: another column. */
function fit(heading: string, column: Column): number {
  const own = plainHeading(column.name.zh);
  if (heading === own || heading === plainHeading(column.name.en)) return 3;
  const others = [...(column.synonyms ?? []), ...(BY_TYPE[column.type] ?? [])].map(plainHeading);
  if (others.includes(heading)) return 2;
  return [own, ...others].some((name) => name.length > 1 && heading.includes(name)) ? 1 : 0;
}

/** For each column of the sheet the id of the kind's column, or null. */
export type Mapping = (string | null)[];

/** Each column of the kind goes to the heading that fits it best; no heading and no column is used twice. */
export function mapColumns(headings: string[], columns: Column[]): Mapping {
  const plain = headings.map(plainHeading);
  const pairs = plain.flatMap((heading, at) => {
    if (heading === '' || NUMBERING.has(heading)) return [];
    return columns.map((column) => ({ at, id: column.id, score: fit(heading, column) }));
  });
  const mapping: Mapping = headings.map(() => null);
  const used = new Set<string>();
  for (const { at, id } of pairs.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)) {
    if (mapping[at] !== null || used.has(id)) continue;
    mapping[at] = id;
    used.add(id);
  }
  return mapping;
}

const found = (mapping: Mapping): number => mapping.filter((id) => id !== null).length;

export interface Header {
  /** The first row of the heading, and how many rows it has: two when groups of columns have a name of their own. */
  row: number;
  rows: 1 | 2;
  /** The heading of each column as it is read. */
  names: string[];
  /** Money is written in this many yuan: 10,000 where a line says 单位：万元. */
  yuan: 1 | 10_000;
}

/** How many rows are looked at. */
const LOOK_AT = 15;

/** Two rows of heading as one: the lower name, or the upper one where there is none. */
const joinedNames = (upper: RawRow, lower: RawRow): string[] => {
  let group = '';
  return upper.map((cell, at) => {
    group = textOf(cell) || group;
    return textOf(lower[at]) || group;
  });
};

const inTenThousands = (rows: RawRow[]): boolean =>
  rows.some((row) =>
    row.some((cell) => /单位[:：]?\s*万元|[(（]\s*万元\s*[)）]/.test(textOf(cell).normalize('NFKC'))),
  );

/** The heading of a sheet: the row, or two, in which most columns of the kind are found; null when there is none. */
export function findHeader(rows: RawRow[], columns: Column[]): Header | null {
  let best: Header | null = null;
  let bestScore = 0;
  for (let row = 0; row < Math.min(rows.length, LOOK_AT); row += 1) {
    const one = rows[row] ?? [];
    const names = one.map(textOf);
    const score = found(mapColumns(names, columns));
    const below = rows[row + 1];
    const two = below ? joinedNames(one, below) : names;
    const twoScore = found(mapColumns(two, columns));
    const many = names.filter((name) => name !== '').length > 1;
    const isTwo = twoScore > score && many && names.includes('');
    const own = isTwo ? twoScore : many || columns.length === 1 ? score : 0;
    if (own <= bestScore) continue;
    bestScore = own;
    const yuan = inTenThousands(rows.slice(0, row + (isTwo ? 2 : 1))) ? 10_000 : 1;
    best = { row, rows: isTwo ? 2 : 1, names: isTwo ? two : names, yuan };
  }
  return best;
}
