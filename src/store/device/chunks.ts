/** How runs of events lie in `chunks` rows: pure helpers. A chunk never crosses the border of a segment. */
import { SEGMENT_SIZE } from '../../log/segment.ts';
import type { ChunkRow } from './db.ts';

/** A run of events as texts: one line each, every line ended. An empty body line is an erased body. */
export interface Run {
  leaves: string[];
  bodies: (string | null)[];
}

const joined = (lines: (string | null)[]): string => lines.map((line) => `${line ?? ''}\n`).join('');

/** The lines of a text whose lines are all ended. */
export const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

/** Number of the first event of the segment in which an event lies. */
export const segmentStart = (number: number): number => number - (number % SEGMENT_SIZE);

/** The rows of a run of events that begins at `from`. */
export function chunksOf(stream: string, from: number, { leaves, bodies }: Run): ChunkRow[] {
  const rows: ChunkRow[] = [];
  for (let start = 0; start < leaves.length;) {
    const room = segmentStart(from + start) + SEGMENT_SIZE - (from + start);
    const end = Math.min(leaves.length, start + room);
    rows.push({
      stream,
      from: from + start,
      count: end - start,
      leaves: joined(leaves.slice(start, end)),
      bodies: joined(bodies.slice(start, end)),
    });
    start = end;
  }
  return rows;
}

/** The chunks of one whole segment as one row. They must be all of it, in order. */
export const compacted = (chunks: ChunkRow[]): ChunkRow => ({
  stream: chunks[0]!.stream,
  from: chunks[0]!.from,
  count: chunks.reduce((sum, chunk) => sum + chunk.count, 0),
  leaves: chunks.map((chunk) => chunk.leaves).join(''),
  bodies: chunks.map((chunk) => chunk.bodies).join(''),
});

/** Segments that become whole when a stream grows: numbers of their first events. */
export function sealedSegments(size: number, grownTo: number): number[] {
  const starts: number[] = [];
  for (let start = segmentStart(size); start + SEGMENT_SIZE <= grownTo; start += SEGMENT_SIZE)
    starts.push(start);
  return starts;
}
