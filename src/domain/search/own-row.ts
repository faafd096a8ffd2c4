/** Am I in it? Finds somebody's own rows in a table, by name or by the last four figures that the mask leaves. */
import type { Cell, KindFields, TableValue } from '../kind/values.ts';
import { hasNames, isNames, isOwnNumber } from './names.ts';
import { isLetters, findSounds } from './pinyin.ts';
import { plain } from './plain.ts';

export type Who = { by: 'name'; name: string } | { by: 'last-four'; digits: string };

/** A row of a table of a notice. */
export interface OwnRow {
  field: string;
  row: number;
}

/** Four figures; the last of an identity number may be X. */
export const isLastFour = (digits: string): boolean => /^\d{3}[\dXx]$/.test(digits);
/** Fewer characters would find half the village. */
export const isNameEnough = (name: string): boolean => plain(name).replace(/\s/g, '').length >= 2;

const bare = (text: string): string => plain(text).replace(/\s/g, '');

/** Letters are taken as sounds, of the whole name: wangxiaoming, wxm. */
function isName(cell: string, name: string): boolean {
  const found = bare(cell);
  if (found.includes(name)) return true;
  if (!isLetters(name)) return false;
  const sounds = findSounds(found, name);
  return sounds !== null && sounds.from === 0 && sounds.to === found.length;
}

const isNumber = (cell: string, digits: string): boolean => bare(cell).endsWith(digits.toLowerCase());

function rowsOf(table: TableValue, who: Who): number[] {
  const wanted = who.by === 'name' ? isNames : isOwnNumber;
  const columns = table.columns.flatMap((column, at) => (wanted(column) ? [at] : []));
  const name = who.by === 'name' ? bare(who.name) : '';
  const fits = (cell: Cell | undefined): boolean => {
    if (typeof cell !== 'string') return false;
    return who.by === 'name' ? isName(cell, name) : isNumber(cell, who.digits);
  };
  return table.rows.flatMap((row, at) => (columns.some((column) => fits(row[column])) ? [at] : []));
}

/** Tables in which somebody may find himself. */
export const ownTables = (fields: KindFields): [field: string, table: TableValue][] =>
  Object.entries(fields).flatMap(([field, value]) =>
    value.type === 'table' && value.rows.length > 0 && hasNames(value) ? [[field, value]] : [],
  );

/** Whether one of the tables shows the last figures of people's numbers. */
export const hasOwnNumbers = (fields: KindFields): boolean =>
  ownTables(fields).some(([, table]) => table.columns.some(isOwnNumber));

/** All rows about somebody, in order. None when too little was given. */
export function findOwnRows(fields: KindFields, who: Who): OwnRow[] {
  const isEnough = who.by === 'name' ? isNameEnough(who.name) : isLastFour(who.digits);
  if (!isEnough) return [];
  return ownTables(fields).flatMap(([field, table]) => rowsOf(table, who).map((row) => ({ field, row })));
}
