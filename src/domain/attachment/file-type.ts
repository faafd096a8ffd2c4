/**
 * What a file is, by its bytes; its name and what its sender says of it count for nothing. The only use of the name is
 * to take a text for what it is not: bytes of a text do not say whether they are a list or a program.
 */
import { ascii, startsWith } from './bytes.ts';
import { compoundNames, isCompound } from './compound.ts';
import { endingOf } from './name.ts';
import { isMarkup, plainText } from './plain-text.ts';
import { isZip, type ZipEntry, zipEntries } from './zip.ts';

export type AttachmentType = 'pdf' | 'docx' | 'xlsx' | 'doc' | 'xls' | 'csv' | 'txt';

/**
 * Why a file is not taken. 'photo': a picture, which belongs to the photos. 'program': it would run. 'page': a web page or
 * a drawing, which can run something. 'macros': a document with programs in it. 'locked': needs a password. 'archive':
 * a ZIP that is no document. 'swells': an archive that would unpack to far more than a document. 'broken': begins like a
 * document and is none. 'unknown': none of those that residents can open.
 */
export type TypeFault =
  'photo' | 'program' | 'page' | 'macros' | 'locked' | 'archive' | 'swells' | 'broken' | 'unknown' | 'empty';

export type Told = { ok: true; type: AttachmentType } | { ok: false; code: TypeFault };

/** How each is served and named in an event's header (`type`, at most 64 characters: the long ones are shortened). */
export const MIME: Record<AttachmentType, { served: string; header: string }> = {
  pdf: { served: 'application/pdf', header: 'application/pdf' },
  docx: {
    served: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    header: 'application/x-docx',
  },
  xlsx: {
    served: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    header: 'application/x-xlsx',
  },
  doc: { served: 'application/msword', header: 'application/msword' },
  xls: { served: 'application/vnd.ms-excel', header: 'application/vnd.ms-excel' },
  csv: { served: 'text/csv', header: 'text/csv' },
  txt: { served: 'text/plain', header: 'text/plain' },
};

/** A document unpacks to at most this much, bytes: more, or a single part packed this hard, is made to choke a reader. */
const MAX_UNPACKED = 300_000_000;
const MAX_RATIO = 200;
/** Parts smaller than this may be packed as hard as they like: an empty sheet is. Bytes. */
const SMALL_PART = 2_000_000;

const told = (type: AttachmentType): Told => ({ ok: true, type });
const no = (code: TypeFault): Told => ({ ok: false, code });

const PROGRAMS = [
  ascii('MZ'),
  [0x7f, ...ascii('ELF')],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  ascii('dex\n'),
];
const PHOTOS = [[0xff, 0xd8, 0xff], [0x89, ...ascii('PNG')], ascii('GIF8'), ascii('BM')];

const isPhoto = (bytes: Uint8Array): boolean =>
  PHOTOS.some((one) => startsWith(bytes, one)) ||
  (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) ||
  startsWith(bytes, ascii('ftyphei'), 4);

const swells = (entries: ZipEntry[]): boolean =>
  entries.reduce((sum, one) => sum + one.unpacked, 0) > MAX_UNPACKED ||
  entries.some(({ packed, unpacked }) => unpacked > SMALL_PART && unpacked > packed * MAX_RATIO);

const RUNS = /(?:^|\/)vbaProject\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|scr|com|msi)$/i;

function ofZip(bytes: Uint8Array): Told {
  const entries = zipEntries(bytes);
  if (!entries) return no('broken');
  if (swells(entries)) return no('swells');
  const names = entries.map(({ name }) => name);
  if (names.includes('AndroidManifest.xml') || names.includes('META-INF/MANIFEST.MF')) return no('program');
  if (!names.includes('[Content_Types].xml')) return no('archive');
  if (names.some((name) => RUNS.test(name))) return no('macros');
  if (entries.some(({ encrypted }) => encrypted)) return no('locked');
  if (names.includes('word/document.xml')) return told('docx');
  return names.includes('xl/workbook.xml') ? told('xlsx') : no('unknown');
}

function ofCompound(bytes: Uint8Array): Told {
  const names = compoundNames(bytes);
  if (!names) return no('broken');
  // A document of today with a password is wrapped so.
  if (names.has('EncryptedPackage')) return no('locked');
  if (names.has('_VBA_PROJECT') || names.has('_VBA_PROJECT_CUR') || names.has('Macros')) return no('macros');
  if (names.has('WordDocument')) return told('doc');
  return names.has('Workbook') || names.has('Book') ? told('xls') : no('unknown');
}

function ofText(bytes: Uint8Array, ending: string | null): Told {
  const found = plainText(bytes);
  if (!found) return no('unknown');
  if (isMarkup(found.text)) return no('page');
  if (ending === 'csv' || ending === null) return told('csv');
  return ending === 'txt' ? told('txt') : no('unknown');
}

function ofContent(bytes: Uint8Array, ending: string | null): Told {
  if (bytes.length === 0) return no('empty');
  if (isPhoto(bytes)) return no('photo');
  if (PROGRAMS.some((one) => startsWith(bytes, one))) return no('program');
  if (startsWith(bytes, ascii('%PDF-'))) return told('pdf');
  if (isZip(bytes)) return ofZip(bytes);
  return isCompound(bytes) ? ofCompound(bytes) : ofText(bytes, ending);
}

/** What a chosen file is. `name`: as the phone gave it; a text must be called so. */
export const attachmentType = (bytes: Uint8Array, name: string): Told => ofContent(bytes, endingOf(name));

/**
 * What bytes are when nobody knows the name (on the server): the same, but that a list and a text can't be told apart.
 * Null: nothing that may be kept.
 */
export function typeOfBytes(bytes: Uint8Array): Exclude<AttachmentType, 'csv'> | null {
  const found = ofContent(bytes, 'txt');
  return found.ok && found.type !== 'csv' ? found.type : null;
}

/** Bytes by which most of what must not come in is known. */
export const TYPE_BYTES = 12;

/** Whether a file that begins so may still be one that is taken: the rest has not arrived yet. */
export function mayBecome(start: Uint8Array): boolean {
  if (startsWith(start, ascii('%PDF-')) || isZip(start) || isCompound(start)) return true;
  if (isPhoto(start) || PROGRAMS.some((one) => startsWith(start, one))) return false;
  // A character may be cut: only what surely is no text is refused now.
  const text = String.fromCharCode(...start.subarray(0, TYPE_BYTES));
  const marked = start[0] === 0xff && start[1] === 0xfe;
  return marked || (!isMarkup(text) && start.subarray(0, TYPE_BYTES).every(isTextByte));
}

const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f) || [9, 10, 12, 13].includes(byte);
