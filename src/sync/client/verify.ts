/**
 * Checks a pulled batch before anything of it is kept: the root over what is held and what came must be the one that the
 * township's log key signed at exactly that size, and every body must be the one that its header names. Hashing only;
 * signatures of single events are checked when they are shown.
 */
import { openCheckpoint } from '../../log/checkpoint.ts';
import { type EventHeader, parseHeader } from '../../log/event.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  frontierFromText,
  leafHashes,
  rootOf,
} from '../../log/merkle.ts';
import type { Head } from '../../store/log-store.ts';
import { mapInSlices } from './slices.ts';
import type { Run } from '../../store/device/chunks.ts';

/** An event of a batch, taken apart once. */
export interface PulledEvent {
  id: string;
  acceptedAt: string;
  headerText: string;
  /** Null: made by newer software, or not a header; it is kept as it is and set aside. */
  header: EventHeader | null;
  body: string | null;
}

/** What came for one stream: events from `from` on, and the signed note at their end. */
export interface Batch extends Run {
  stream: string;
  from: number;
  note: string;
}

/** The same texts as bytes, where they came as bytes: views into what arrived. */
export interface BatchBytes {
  leaves: Uint8Array[];
  bodies: Uint8Array[];
}

/** A batch whose hashes are known, but not yet whether the log has signed them. */
export interface HashedBatch extends Batch {
  hashes: Uint8Array[];
  events: PulledEvent[];
}

export interface VerifiedBatch extends HashedBatch {
  head: Head;
}

/**
 * 'unproved': the note is not the log's, or of another size, or what came is not a run of events; as good as nothing.
 * 'contradiction': the log's own signature stands under another root than these events give.
 */
export type BatchFault = 'unproved' | 'contradiction';

/** Body hashes: which events have a body that is not the one signed. */
function hasForeignBody(events: PulledEvent[], bodyHashes: Map<PulledEvent, string>): boolean {
  return events.some(
    (event) => event.header && event.body !== null && bodyHashes.get(event) !== event.header.body,
  );
}

/** Takes a batch apart and hashes all of it, off the main thread where the platform can. Null: no run of events. */
export async function hashBatch(
  batch: Batch,
  pause: () => Promise<void>,
  bytes?: BatchBytes,
): Promise<HashedBatch | null> {
  // A body that is missing was kept back: no decision in the log can say yet that it was erased.
  if (batch.leaves.length !== batch.bodies.length || batch.bodies.includes(null)) return null;
  const leaves = batch.leaves.map(parseLeaf);
  if (!leaves.every((leaf) => leaf !== null)) return null;
  const lines = bytes?.leaves ?? batch.leaves.map(utf8);
  const withBody = batch.bodies.flatMap((body, i) => (body === null ? [] : [i]));
  const [hashes, ids, bodies] = await Promise.all([
    leafHashes(lines),
    // A leaf ends with its header, and is ASCII: its bytes are counted as its characters.
    sha256All(leaves.map((leaf, i) => lines[i]!.subarray(-leaf.header.length))),
    sha256All(withBody.map((i) => bytes?.bodies[i] ?? utf8(batch.bodies[i]!))),
  ]);
  const events = await mapInSlices(leaves, pause, (leaf, i): PulledEvent => {
    const parsed = parseHeader(leaf.header);
    const { acceptedAt, header: headerText } = leaf;
    const header = parsed.ok ? parsed.header : null;
    return { id: toHex(ids[i]!), acceptedAt, headerText, header, body: batch.bodies[i]! };
  });
  const bodyHashes = new Map(withBody.map((at, i) => [events[at]!, toHex(bodies[i]!)]));
  return hasForeignBody(events, bodyHashes) ? null : { ...batch, hashes, events };
}

/** The tree that is held of a stream. Null: what is stored is damaged. */
export const frontierOf = (head: Head | null): Frontier | null =>
  head ? frontierFromText({ size: head.size, hashes: head.frontier }) : EMPTY_FRONTIER;

/**
 * Whether the log has signed exactly this continuation of what is held.
 * @param logKey public key of the township's log, hex.
 */
export async function verifyBatch(
  batch: HashedBatch,
  held: Head | null,
  logKey: string,
): Promise<{ ok: true; value: VerifiedBatch } | { ok: false; fault: BatchFault }> {
  const before = frontierOf(held);
  const signed = await openCheckpoint(batch.note, batch.stream, logKey);
  if (!before || before.size !== batch.from || signed?.size !== batch.from + batch.hashes.length)
    return { ok: false, fault: 'unproved' };
  const after = appendLeaves(before, batch.hashes);
  if (toHex(rootOf(after)) !== signed.root) return { ok: false, fault: 'contradiction' };
  const frontier = after.hashes.map(toHex);
  const head = { stream: batch.stream, size: after.size, frontier, checkpoint: batch.note };
  return { ok: true, value: { ...batch, head } };
}

/**
 * What a checkpoint without events says of what is held.
 * 'same': it is what we hold. 'behind': the log signed less than we hold. 'fork': another root at our size.
 */
export async function compareHead(
  note: string,
  held: Head,
  logKey: string,
): Promise<'same' | 'behind' | 'fork' | 'unproved'> {
  const signed = await openCheckpoint(note, held.stream, logKey);
  const frontier = frontierOf(held);
  if (!signed || !frontier || signed.size > held.size) return 'unproved';
  if (signed.size < held.size) return 'behind';
  return signed.root === toHex(rootOf(frontier)) ? 'same' : 'fork';
}
