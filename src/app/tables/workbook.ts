/**
 * An .xlsx workbook as sheets of raw cells. The library reads cells, texts and dates; what is unpacked, and how much of
 * it, is decided here: it is packed again without compression, so that the library needs no worker made from a blob,
 * which the content policy forbids.
 */
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import readAllSheets, { InvalidInputError } from 'read-excel-file/universal';
import type { RawCell, RawRow, RawSheet } from '../../domain/table/cells.ts';
import type { PreparedSheet, SheetPlace } from './sheet-xml.ts';
import { isBrokenXml, prepareSheet, sheetPlaces } from './sheet-xml.ts';
import type { TableFileError, TableFileResult } from './table-file.ts';
import { TABLE_FILE_LIMITS, refused } from './table-file.ts';

type Parts = Record<string, Uint8Array>;

/** Parts that hold cells; pictures, printer settings and macros stay packed. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.xml(\.rels)?|xl\/worksheets\/[^/]+\.xml)$/;

function unpack(bytes: Uint8Array): Parts | TableFileError {
  let total = 0;
  const names: string[] = [];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (!WANTED.test(name)) return false;
        total += originalSize;
        return total <= TABLE_FILE_LIMITS.unpacked;
      },
    });
    if (total > TABLE_FILE_LIMITS.unpacked) return 'too-large';
    if (names.includes('xl/workbook.bin')) return 'old-format';
    return parts['xl/workbook.xml'] ? parts : 'not-a-table';
  } catch {
    return 'corrupt';
  }
}

const text = (bytes: Uint8Array | undefined): string => (bytes ? new TextDecoder().decode(bytes) : '');

/** A date cell is a moment at midnight UTC; a cell of hours alone is of 1899 and stays as it reads. */
function rawCell(value: unknown): RawCell {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null;
    const iso = value.toISOString();
    return value.getUTCFullYear() < 1900 ? iso.slice(11, 16) : { date: iso.slice(0, 10) };
  }
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Each sheet without what is empty, and what the library does not tell about it. */
function prepare(parts: Parts, places: SheetPlace[]): PreparedSheet[] | TableFileError {
  const prepared: PreparedSheet[] = [];
  for (const { path } of places) {
    const own = prepareSheet(text(parts[path]));
    if (own.rows > TABLE_FILE_LIMITS.rows || own.columns > TABLE_FILE_LIMITS.columns) return 'too-many-cells';
    if (parts[path]) parts[path] = strToU8(own.xml);
    prepared.push(own);
  }
  return prepared;
}

const repacked = (parts: Parts): ArrayBuffer => {
  const stored: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, [bytes, { level: 0 as const }]]),
  );
  const bytes = zipSync(stored);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

export async function readWorkbook(bytes: Uint8Array): Promise<TableFileResult> {
  const parts = unpack(bytes);
  if (typeof parts === 'string') return refused(parts);
  if (Object.values(parts).some((part) => isBrokenXml(text(part)))) return refused('corrupt');
  const places = sheetPlaces(text(parts['xl/workbook.xml']), text(parts['xl/_rels/workbook.xml.rels']));
  if (places.length > TABLE_FILE_LIMITS.sheets) return refused('too-large');
  const prepared = prepare(parts, places);
  if (typeof prepared === 'string') return refused(prepared);
  try {
    const sheets = await readAllSheets(repacked(parts));
    return {
      ok: true,
      sheets: sheets.map(({ sheet, data }, at): RawSheet => ({
        name: sheet,
        hidden: places[at]?.hidden ?? false,
        rows: data.map((row): RawRow => row.map(rawCell)),
        merges: prepared[at]?.merges ?? [],
      })),
    };
  } catch (error) {
    return refused(error instanceof InvalidInputError && error.code === 'NO_DATA' ? 'empty' : 'corrupt');
  }
}
