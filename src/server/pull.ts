/** What a stream's part of a sync answer brings. The rules are in sync/protocol.ts. */
import { SEGMENT_SIZE } from '../log/segment.ts';
import type { Entry, Head } from '../store/log-store.ts';
import type { StreamPart } from '../sync/protocol.ts';
import { checkpointAt } from './township/border.ts';
import type { TownshipContext } from './township/plan.ts';

/** Characters of leaves and bodies in one answer; beyond it the client asks again. */
const ANSWER_BUDGET = 4_000_000;
/** Entries read from the store at once. */
const PORTION = 128;

/** Names of the bodies parts of whole segments. */
interface Segments {
  bodiesName(stream: string, n: number): Promise<string>;
}

/** How much an answer may still carry; each stream takes from it. */
export class Budget {
  #left = ANSWER_BUDGET;
  /** Whether the entry still fits; the first of a stream always does, or that stream would never get on. */
  take(entry: Entry, isFirst: boolean): boolean {
    const cost = entry.leaf.length + (entry.body?.length ?? 0);
    if (!isFirst && cost > this.#left) return false;
    this.#left -= cost;
    return true;
  }
}

const nothing = (head: Head, checkpoint: string | null, from: number): StreamPart => ({
  size: head.size,
  from,
  checkpoint,
  leaves: [],
  bodies: [],
  segments: [],
});

/** The part for a client that holds the first `held` events. */
export async function pullPart(
  { store, signer }: TownshipContext,
  segments: Segments,
  stream: string,
  held: number,
  budget: Budget,
): Promise<StreamPart> {
  const head = await store.head(stream);
  if (!head) return { size: 0, from: 0, checkpoint: null, leaves: [], bodies: [], segments: [] };
  if (held >= head.size) return nothing(head, head.checkpoint, head.size);
  if (held % SEGMENT_SIZE === 0 && head.size - held >= SEGMENT_SIZE) {
    const whole = Math.floor((head.size - held) / SEGMENT_SIZE);
    const first = held / SEGMENT_SIZE;
    const names = Array.from({ length: whole }, async (_, index) => ({
      n: first + index,
      bodies: await segments.bodiesName(stream, first + index),
    }));
    return {
      ...nothing(head, await checkpointAt(store, head, held, signer), held),
      segments: await Promise.all(names),
    };
  }
  const border = (Math.floor(held / SEGMENT_SIZE) + 1) * SEGMENT_SIZE;
  const taken: Entry[] = [];
  const end = Math.min(border, head.size);
  read: for (let at = held; at < end; at += PORTION) {
    for (const entry of await store.read(stream, at, Math.min(at + PORTION, end))) {
      if (!budget.take(entry, taken.length === 0)) break read;
      taken.push(entry);
    }
  }
  return {
    ...nothing(head, await checkpointAt(store, head, held + taken.length, signer), held),
    leaves: taken.map((entry) => entry.leaf),
    bodies: taken.map((entry) => entry.body),
  };
}
