/**
 * Where an event is, by its id: 64 buckets a stream, by the first bits of the id. A new event touches one of them, and a
 * cold start writes few rows. A bucket is one text, `<id> <number>` a line: a text is stored and read faster than a list.
 */
import type { IdBucketRow } from './db.ts';

/** The bucket of an id: its first six bits, as two hex digits. */
export const bucketOf = (id: string): string =>
  ((Number.parseInt(id.slice(0, 2), 16) >> 2) + 256).toString(16).slice(1);

/** Where the bucket says that the id is; null when it does not. */
export function numberIn(bucket: IdBucketRow | undefined, id: string): number | null {
  const at = bucket ? bucket.ids.indexOf(`${id} `) : -1;
  if (!bucket || at < 0) return null;
  const start = at + id.length + 1;
  return Number(bucket.ids.slice(start, bucket.ids.indexOf('\n', start)));
}

/** New ids by bucket, as the text to be added. `from` is the number of the first. */
export function idLines(ids: string[], from: number): Map<string, string> {
  const lines = new Map<string, string>();
  ids.forEach((id, i) => {
    const bucket = bucketOf(id);
    lines.set(bucket, `${lines.get(bucket) ?? ''}${id} ${from + i}\n`);
  });
  return lines;
}
