/** The log as it stood at the end of a year: each stream's first entries, and a checkpoint of exactly these. */
import { type StreamParts, parseStream } from '../../log/stream.ts';
import { utf8 } from '../../log/hex.ts';
import { parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { appendLeaves, EMPTY_FRONTIER, leafHash } from '../../log/merkle.ts';
import type { Signer } from '../../log/signature.ts';
import type { Entry, LogStore } from '../../store/log-store.ts';
import { noteAt } from '../township/border.ts';
import { ArchiveError } from './problems.ts';

export interface StreamAt {
  stream: string;
  parts: StreamParts;
  entries: Entry[];
  /** Signed note at exactly as many entries. */
  checkpoint: string;
}

/** First moment after a year in China, UTC. */
export const endOf = (year: number): string => `${year}-12-31T16:00:00.000Z`;

/** Before everything else the registry, then by name. */
const order = (a: StreamAt, b: StreamAt): number =>
  Number(b.parts.kind === 'registry') - Number(a.parts.kind === 'registry') || (a.stream < b.stream ? -1 : 1);

const isLate = (entry: Entry, end: string): boolean => (parseLeaf(entry.leaf)?.acceptedAt ?? '') >= end;

async function checkpointOf(stream: string, entries: Entry[], signer: Signer | null): Promise<string> {
  if (!signer) throw new ArchiveError('no-key', stream);
  const hashes = entries.map(({ leaf }) => leafHash(utf8(leaf)));
  return noteAt(stream, appendLeaves(EMPTY_FRONTIER, hashes), signer);
}

/**
 * Every stream up to the end of the year, or of one unit beside the registry. Where the stream has grown since, the log's
 * key signs the checkpoint that it had then: the same bytes each time.
 * @param signer the log's key, null when this folder has none.
 * @throws ArchiveError 'no-key' when a checkpoint must be signed and cannot be.
 */
export async function logAt(
  store: Pick<LogStore, 'heads' | 'read'>,
  { year, unit }: { year: number; unit?: string | undefined },
  signer: Signer | null,
): Promise<StreamAt[]> {
  const found: StreamAt[] = [];
  for (const { stream, size, checkpoint } of await store.heads()) {
    const parts = parseStream(stream);
    if (!parts || (unit !== undefined && parts.unit !== null && parts.unit !== unit)) continue;
    const all = await store.read(stream, 0, size);
    const late = all.findIndex((entry) => isLate(entry, endOf(year)));
    const entries = late < 0 ? all : all.slice(0, late);
    if (entries.length === 0) continue;
    const own = late < 0 ? checkpoint : await checkpointOf(stream, entries, signer);
    found.push({ stream, parts, entries, checkpoint: own });
  }
  return found.toSorted(order);
}

/** Hashes of the attachments whose events are not erased, each once, in order. */
export const filesOf = (streams: StreamAt[]): string[] => [
  ...new Set(
    streams.flatMap(({ entries }) =>
      entries.flatMap(({ leaf, body }) => {
        const header = body === null ? null : parseHeader(parseLeaf(leaf)?.header ?? '');
        return header?.ok ? header.header.files.map(({ hash }) => hash) : [];
      }),
    ),
  ),
];
