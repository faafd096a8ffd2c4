/**
 * Segments: 1,024 events of a stream in two immutable files, for cold starts. UTF-8; every line ends with a line break.
 *
 * ```
 * leaves                              bodies
 *   <signed note, checkpoint.ts>        <body of the first event>
 *   (an empty line)                     <body of the second>
 *   <first leaf, leaf.ts>               (an empty line: this body was erased)
 *   <second leaf>                       …
 *   …
 * ```
 * The checkpoint is that of exactly the segment's end, so the holder of what goes before checks all leaves with one root.
 * The leaves stay the same for ever; when a body is erased, the bodies part is written again under a new name.
 * A part that was cut, or has something behind it, is null here, or has another number of lines than the segment has
 * events: the reader compares the counts before it uses anything.
 */
import { splitNote } from './checkpoint.ts';
import { utf8 } from './hex.ts';

/** Events in a segment. */
export const SEGMENT_SIZE = 1024;

const NEWLINE = 10;
/** Bytes in which the note and its empty line must end: 4,096 characters of at most 3 bytes each, and one. */
const NOTE_WINDOW = 3 * 4096 + 1;

/** The leaves part. `note` as `signCheckpoint` made it. */
export const encodeLeaves = (note: string, leaves: string[]): string =>
  `${note}\n${leaves.map((leaf) => `${leaf}\n`).join('')}`;

/** The bodies part. Null: erased. */
export const encodeBodies = (bodies: (string | null)[]): string =>
  bodies.map((body) => `${body ?? ''}\n`).join('');

/**
 * The lines of a file, without their line breaks, as views into it (nothing is copied). What follows the last line break
 * is a line that was cut, and is left out.
 */
export function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; ;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) return lines;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
}

/**
 * Takes the leaves part apart: the note, not verified, and the leaves' bytes as views, ready for hashing. Never throws.
 * @returns null when there is no note, when the last line was cut, or when a line is empty.
 */
export function decodeLeaves(bytes: Uint8Array): { note: string; lines: Uint8Array[] } | null {
  if (bytes[bytes.length - 1] !== NEWLINE) return null;
  // A window may end inside a character: only the note, at its beginning, must be text.
  const head = splitNote(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, NOTE_WINDOW)),
  );
  if (!head || head.note.includes('\ufffd')) return null;
  const lines = splitLines(bytes.subarray(utf8(head.note).length + 1));
  return lines.some((line) => line.length === 0) ? null : { note: head.note, lines };
}

/**
 * Takes the bodies part apart. Never throws.
 * @param count events that the leaves part has.
 * @returns null when it is not UTF-8, the last line was cut, or there is another number of lines.
 */
export function decodeBodies(bytes: Uint8Array, count: number): (string | null)[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text !== '' && !text.endsWith('\n')) return null;
    const lines = text.split('\n').slice(0, -1);
    return lines.length === count ? lines.map((line) => (line === '' ? null : line)) : null;
  } catch {
    return null;
  }
}
