/** Files of commas, semicolons or tabs. */
import { isEmptyRow } from '../../domain/table/cells.ts';
import { separatedRows } from '../../domain/table/separated.ts';
import { decodeText } from './encoding.ts';
import type { TableFileResult } from './table-file.ts';
import { TABLE_FILE_LIMITS, refused } from './table-file.ts';

/** Some systems export a web page under the name of a spreadsheet. */
const MARKUP = /^\s*(<!doctype|<html|<\?xml|<table|\{|%PDF)/i;

export function readTextFile(bytes: Uint8Array, name: string): TableFileResult {
  const decoded = decodeText(bytes);
  if (!decoded || MARKUP.test(decoded.text.slice(0, 200))) return refused('not-a-table');
  const rows = separatedRows(decoded.text);
  while (rows.length > 0 && isEmptyRow(rows[rows.length - 1] ?? [])) rows.pop();
  if (rows.length > TABLE_FILE_LIMITS.rows || (rows[0]?.length ?? 0) > TABLE_FILE_LIMITS.columns)
    return refused('too-many-cells');
  return { ok: true, sheets: [{ name: name.replace(/\.[^.]+$/, ''), hidden: false, rows, merges: [] }] };
}
