/**
 * What is read from a sheet's XML before the spreadsheet library sees it: merged cells and errors of formulas, which the
 * library does not tell, and how far the sheet reaches, so that one cell in the last row does not fill the memory.
 */
import type { Merge } from '../../domain/table/cells.ts';

export interface PreparedSheet {
  xml: string;
  merges: Merge[];
  /** How many rows and columns hold something. */
  rows: number;
  columns: number;
}

/** `BC` is 54, from 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const MERGE = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** Formatted and empty: spreadsheets have thousands of them. */
const EMPTY_CELL = /<((?:\w+:)?)c\b(?=[^<>]*\br=")[^<>]*?(?:\/>|><\/\1c>)/g;
const EMPTY_ROW = /<((?:\w+:)?)row\b(?=[^<>]*\br=")[^<>]*?(?:\/>|>\s*<\/\1row>)/g;
const ERROR_CELL = /(<(?:\w+:)?c\b[^<>]*?\bt=")e(")/g;
const PLACE = /<(?:\w+:)?c\b[^<>]*?\br="([A-Z]+)(\d+)"/g;

/** Merges beyond this are decoration. */
const MOST_MERGES = 20_000;

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, left = '', top = '', right = '', bottom = ''] of xml.matchAll(MERGE)) {
    if (merges.length === MOST_MERGES) break;
    merges.push({
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    });
  }
  return merges;
}

export function prepareSheet(xml: string): PreparedSheet {
  const lean = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '').replace(ERROR_CELL, '$1str$2');
  let rows = 0;
  let columns = 0;
  for (const [, letters = '', row = ''] of lean.matchAll(PLACE)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnOf(letters) + 1);
  }
  return { xml: lean, merges: mergesOf(xml), rows, columns };
}

/** Characters. No tag of a spreadsheet comes near it. */
const LONGEST_TAG = 65_536;

/** Where what begins at `at` ends; -1 when it never does, or is no tag. */
function endOfTag(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at);
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at);
  const end = xml.indexOf('>', at);
  const next = xml.indexOf('<', at + 1);
  return (next >= 0 && next < end) || end - at > LONGEST_TAG ? -1 : end;
}

/**
 * Whether a tag is never closed or endless. The library reads in steps and looks at an open tag again in each, so that a
 * damaged file of a few megabytes would hold the screen for minutes.
 */
export function isBrokenXml(xml: string): boolean {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const end = endOfTag(xml, at);
    if (end < 0) return true;
    at = xml.indexOf('<', end);
  }
  return false;
}

export interface SheetPlace {
  path: string;
  hidden: boolean;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Where the sheets of a workbook are, in its order. */
export function sheetPlaces(workbook: string, relations: string): SheetPlace[] {
  const targets = new Map(
    (relations.match(/<(?:\w+:)?Relationship\b[^<>]*>/g) ?? []).map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return (workbook.match(/<(?:\w+:)?sheet\b[^<>]*>/g) ?? []).map((tag) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    return {
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      hidden: /hidden/i.test(attribute(tag, 'state')),
    };
  });
}
