/**
 * Names of the streams in a compound file ([MS-CFB]): documents of Word, Excel and WPS as they were before 2007. Other
 * things are compound files too, installers among them, so the names decide.
 */
import { startsWith, u16, u32 } from './bytes.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_BYTES = 128;
/** Numbers of sectors from here on are marks: end of a chain, free. */
const LAST_SECTOR = 0xfffffffa;
/** Sectors of names that are read: far more than a document has. */
const MAX_SECTORS = 2_000;
/** Places of the table of sectors that stand in the header. */
const HEADER_TABLES = 109;

export const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, MAGIC);

function nameAt(bytes: Uint8Array, at: number): string {
  const length = u16(bytes, at + 64);
  if (length < 2 || length > 64) return '';
  let name = '';
  for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(Math.max(0, u16(bytes, at + i)));
  return name;
}

/** The names, in no order; null when the file is broken. */
export function compoundNames(bytes: Uint8Array): Set<string> | null {
  const shift = u16(bytes, 30);
  if (!isCompound(bytes) || (shift !== 9 && shift !== 12)) return null;
  const size = 1 << shift;
  const place = (sector: number): number => (sector + 1) * size;
  const perTable = size / 4;
  const next = (sector: number): number => {
    const table = Math.floor(sector / perTable);
    // Tables beyond those of the header belong to files of more than 6 MB; their names stand at the front all the same.
    const at = table < HEADER_TABLES ? u32(bytes, 76 + table * 4) : LAST_SECTOR;
    return at < LAST_SECTOR && at >= 0 ? u32(bytes, place(at) + (sector % perTable) * 4) : LAST_SECTOR;
  };
  const names = new Set<string>();
  let sector = u32(bytes, 48);
  for (let read = 0; sector >= 0 && sector < LAST_SECTOR && read < MAX_SECTORS; read++) {
    const start = place(sector);
    if (start + size > bytes.length) return null;
    for (let at = start; at < start + size; at += ENTRY_BYTES) names.add(nameAt(bytes, at));
    sector = next(sector);
  }
  names.delete('');
  return names.size > 0 ? names : null;
}
