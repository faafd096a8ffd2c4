/**
 * A leaf of the log: the author's event and when the township took it in, one line of printable ASCII.
 *
 * ```
 * <acceptedAt> <signature, 128 hex digits> <header>
 * 2026-11-24T02:00:00.000Z 9f…e1 {"v":1,"stream":"…
 * ```
 * `acceptedAt` is the township's clock, UTC with milliseconds. The leaf's hash (merkle.ts) is over this line without its
 * line break. The body is not in it: the header has the body's hash, so a body can be erased and the tree still verifies.
 */
import { isUtcTime } from './timestamp.ts';

const LINE = /^(\S{24}) ([0-9a-f]{128}) ([\x20-\x7e]+)$/;

/** The leaf as a line, without line break. Its parts must have been checked before. */
export const leafLine = (acceptedAt: string, sig: string, header: string): string =>
  `${acceptedAt} ${sig} ${header}`;

/** Takes a leaf apart; null when it is none. The header is not read: an older device stores what a newer one wrote. */
export function parseLeaf(line: string): { acceptedAt: string; sig: string; header: string } | null {
  const match = LINE.exec(line);
  if (!match || !isUtcTime(match[1]!)) return null;
  return { acceptedAt: match[1]!, sig: match[2]!, header: match[3]! };
}
