/** Checkpoints inside a stream. Those at segment borders are kept as rows; the others are signed when asked for. */
import { signCheckpoint, originOf } from '../../log/checkpoint.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  frontierFromText,
  frontierToText,
  type FrontierText,
  leafHash,
  rootOf,
} from '../../log/merkle.ts';
import { SEGMENT_SIZE } from '../../log/segment.ts';
import type { Signer } from '../../log/signature.ts';
import type { Head, LogStore, Row } from '../../store/log-store.ts';

interface Border {
  frontier: FrontierText;
  checkpoint: string;
}

const borderKey = (size: number): string => `border/${size / SEGMENT_SIZE}`;

/** Signs the head of the tree `frontier`. */
export const noteAt = (stream: string, frontier: Frontier, signer: Signer): Promise<string> =>
  signCheckpoint({ origin: originOf(stream), size: frontier.size, root: toHex(rootOf(frontier)) }, signer);

/** The row for a border that an append crosses. */
export async function borderRow(stream: string, frontier: Frontier, signer: Signer): Promise<Row> {
  const value: Border = {
    frontier: frontierToText(frontier),
    checkpoint: await noteAt(stream, frontier, signer),
  };
  return { stream, key: borderKey(frontier.size), value };
}

/** The frontier of a stored head or row. @throws Error when the store is damaged. */
export function frontierOf(text: FrontierText): Frontier {
  const frontier = frontierFromText(text);
  if (!frontier) throw new Error('log: a frontier is damaged');
  return frontier;
}

/** The tree of the stream's first `size` events, at least one: hashes what came since the border before. */
async function treeAt(store: LogStore, stream: string, size: number, signer: Signer): Promise<Frontier> {
  const base = Math.floor((size - 1) / SEGMENT_SIZE) * SEGMENT_SIZE;
  const start =
    base === 0 ? EMPTY_FRONTIER : frontierOf((await border(store, stream, base, signer)).frontier);
  const entries = await store.read(stream, base, size);
  return appendLeaves(
    start,
    entries.map((entry) => leafHash(utf8(entry.leaf))),
  );
}

/** A border as it is kept. One whose row was lost, or that was never crossed here, is made again: the same. */
async function border(store: LogStore, stream: string, size: number, signer: Signer): Promise<Border> {
  const kept = (await store.row(stream, borderKey(size))) as Border | null | undefined;
  if (kept) return kept;
  const row = await borderRow(stream, await treeAt(store, stream, size, signer), signer);
  await store.putRows([row]);
  return row.value as Border;
}

/**
 * The checkpoint of the stream's first `size` events, which must not be more than `head` has. Null for none.
 * Between borders it costs the hashing of at most 1,023 leaves.
 */
export async function checkpointAt(
  store: LogStore,
  head: Head,
  size: number,
  signer: Signer,
): Promise<string | null> {
  const { stream } = head;
  if (size === 0) return null;
  if (size === head.size) return head.checkpoint;
  if (size % SEGMENT_SIZE === 0) return (await border(store, stream, size, signer)).checkpoint;
  return noteAt(stream, await treeAt(store, stream, size, signer), signer);
}
