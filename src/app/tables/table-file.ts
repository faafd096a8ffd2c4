/**
 * A spreadsheet or a file of commas, read on the device without a network. Heavy parts are loaded with the first file,
 * so that the reading app pays nothing.
 *
 * What is refused, and what the person can do:
 * - `empty`: no bytes, or no filled cell.
 * - `too-large`: more bytes than `TABLE_FILE_LIMITS` packed or unpacked: split the file.
 * - `too-many-cells`: a sheet is wider or longer than these limits: split the sheet.
 * - `encrypted`: opens with a password only: save it without one.
 * - `old-format`: .xls, .et or .xlsb: save it as .xlsx.
 * - `not-a-table`: a text document, a picture, a web page under the name of a spreadsheet.
 * - `corrupt`: cut short or damaged: copy it again.
 */
import type { RawSheet } from '../../domain/table/cells.ts';

export const TABLE_FILE_LIMITS = {
  /** Bytes of the file. */
  packed: 20_000_000,
  /** Bytes of what is read of it when unpacked. */
  unpacked: 80_000_000,
  sheets: 50,
  rows: 20_000,
  columns: 256,
} as const;

export type TableFileError =
  'empty' | 'too-large' | 'too-many-cells' | 'encrypted' | 'old-format' | 'not-a-table' | 'corrupt';

export type TableFileResult = { ok: true; sheets: RawSheet[] } | { ok: false; code: TableFileError };

/** What the app knows of a file before it reads it; a `File` of a file picker is one. */
export interface TableFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export const refused = (code: TableFileError): TableFileResult => ({ ok: false, code });

const begins = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/** UTF-16 text inside a file of compound documents. */
function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((one) => [one.charCodeAt(0), 0]);
  const last = bytes.length - wanted.length;
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0 && at <= last;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  )
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** The sheets of a file, hidden ones last, each with at least one filled cell. Never throws. */
export async function readTableFile(file: TableFile): Promise<TableFileResult> {
  if (file.size === 0) return refused('empty');
  if (file.size > TABLE_FILE_LIMITS.packed) return refused('too-large');
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // The file was moved or its card pulled out after it was chosen.
    return refused('corrupt');
  }
  // A compound document: an old workbook, or a new one locked with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return refused(holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-format');
  const found = begins(bytes, 0x50, 0x4b)
    ? await (await import('./workbook.ts')).readWorkbook(bytes)
    : (await import('./text-file.ts')).readTextFile(bytes, file.name);
  if (!found.ok) return found;
  const filled = found.sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return refused('empty');
  return { ok: true, sheets: [...filled].sort((a, b) => Number(a.hidden) - Number(b.hidden)) };
}
