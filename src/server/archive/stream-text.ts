/**
 * A log as text, as archives hold it: in a bag three files, in a year's page three blocks.
 *
 * ```
 * leaves      one record a line: when it was taken in, signature, header (log/leaf.ts)
 * bodies      the body of the record on the same line; an empty line: erased by law
 * checkpoint  the signed head at exactly as many records (log/checkpoint.ts)
 * ```
 */
import type { RawEntry } from '../audit/source.ts';

export interface StreamText {
  stream: string;
  leaves: string;
  bodies: string;
  checkpoint: string;
}

export function streamText(stream: string, entries: RawEntry[], checkpoint: string): StreamText {
  const leaves = entries.map(({ leaf }) => `${leaf}\n`).join('');
  const bodies = entries.map(({ body }) => `${body ?? ''}\n`).join('');
  return { stream, leaves, bodies, checkpoint };
}

/** Lines of a text of which each is ended; null when the last one is cut short. */
const linesOf = (text: string): string[] | null =>
  text === '' || text.endsWith('\n') ? text.split('\n').slice(0, -1) : null;

/** The records, nothing checked but that there is a line for each body. Null: there is not. */
export function rawEntries({ leaves, bodies }: Pick<StreamText, 'leaves' | 'bodies'>): RawEntry[] | null {
  const leafLines = linesOf(leaves);
  const bodyLines = linesOf(bodies);
  if (!leafLines || leafLines.length !== bodyLines?.length) return null;
  return leafLines.map((leaf, at) => ({ leaf, body: bodyLines[at] || null }));
}
