/**
 * The list of contents of a ZIP archive (APPNOTE 6.3: end of central directory, central file headers). Nothing is
 * unpacked here, so an archive that would swell to gigabytes costs nothing; what it says of itself is checked.
 */
import { ascii, startsWith, u16, u32 } from './bytes.ts';

export interface ZipEntry {
  name: string;
  /** Bytes, as the archive says. */
  packed: number;
  unpacked: number;
  /** Needs a password. */
  encrypted: boolean;
}

const END = [...ascii('PK'), 5, 6];
const CENTRAL = [...ascii('PK'), 1, 2];
const LOCAL = [...ascii('PK'), 3, 4];
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
/** A comment at the end may be this long. */
const MAX_COMMENT = 0xffff;
/** More parts than any honest document has. */
const MAX_ENTRIES = 5_000;

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, LOCAL);

function endAt(bytes: Uint8Array): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    // The comment must reach to the very end: nothing may hang behind the archive.
    if (startsWith(bytes, END, at) && at + END_BYTES + u16(bytes, at + 20) === bytes.length) return at;
  }
  return -1;
}

/** What is in the archive; null when it is broken, or no archive, or has too many parts. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const end = endAt(bytes);
  if (!isZip(bytes) || end < 0) return null;
  const count = u16(bytes, end + 10);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  let at = u32(bytes, end + 16);
  for (let i = 0; i < count; i++) {
    const nameEnd = at + CENTRAL_BYTES + u16(bytes, at + 28);
    if (!startsWith(bytes, CENTRAL, at) || nameEnd > end) return null;
    // Names of parts are plain letters in every document; others only have to differ from these.
    const name = String.fromCharCode(...bytes.subarray(at + CENTRAL_BYTES, nameEnd));
    // The list must say the same as the part itself: readers differ in which of the two they believe.
    const local = u32(bytes, at + 42);
    const localName = bytes.subarray(local + 30, local + 30 + u16(bytes, local + 26));
    if (!startsWith(bytes, LOCAL, local) || String.fromCharCode(...localName) !== name) return null;
    const encrypted = (u16(bytes, at + 8) & 1) === 1;
    entries.push({ name, packed: u32(bytes, at + 20), unpacked: u32(bytes, at + 24), encrypted });
    at = nameEnd + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  return entries;
}
