/**
 * The public figures of the report box, counted from its stream: who handed in, when, and what answers what stand in the
 * log unsealed; what was written does not. They are of the beginning of the week (domain/box/counts.ts says why).
 */
import { type BoxCounts, boxCounts, countedUntil } from '../../domain/box/counts.ts';
import { type Envelope, envelopeKey, envelopeOf, evolveEnvelope } from '../../domain/desk/inbox.ts';
import type { DomainEvent } from '../../domain/event.ts';
import { instantOf } from '../../domain/time.ts';
import { parseBody, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { boxStream } from '../../log/stream.ts';
import type { Entry, Head, LogStore } from '../../store/log-store.ts';
import type { BoxResponse } from '../../sync/protocol.ts';
import { checkpointAt } from './border.ts';
import type { TownshipContext } from './plan.ts';

/** Events read at once: each may have half a megabyte. */
const PORTION = 16;

function eventOf({ id, leaf, body }: Entry, number: number): DomainEvent | null {
  const parts = parseLeaf(leaf);
  const header = parts && parseHeader(parts.header);
  if (!parts || !header?.ok) return null;
  const { type, at, author } = header.header;
  const parsed = body === null ? null : parseBody(body, header.header);
  const content = parsed?.ok ? parsed.content : null;
  return { id, number, type, at, author, acceptedAt: parts.acceptedAt, content };
}

/** The events of the box that were taken in before a moment, in order; null for one that is unreadable. */
async function* eventsUntil(store: LogStore, { stream, size }: Head, until: string) {
  for (let from = 0; from < size; from += PORTION) {
    const entries = await store.read(stream, from, Math.min(size, from + PORTION));
    for (const [index, entry] of entries.entries()) {
      const event = eventOf(entry, from + index);
      if (event && event.acceptedAt >= until) return;
      yield event;
    }
  }
}

async function counted({ store, id, signer }: TownshipContext, until: string): Promise<BoxResponse> {
  const head = await store.head(boxStream(id));
  const envelopes = new Map<string, Envelope>();
  let size = 0;
  for await (const event of head ? eventsUntil(store, head, until) : []) {
    size += 1;
    if (!event) continue;
    const key = envelopeOf(event) ?? envelopeKey(event.id);
    const after = evolveEnvelope(envelopes.get(key) ?? null, event);
    if (after) envelopes.set(key, after);
  }
  const checkpoint = head ? await checkpointAt(store, head, size, signer) : null;
  const counts: BoxCounts = boxCounts([...envelopes.values()], until);
  return { v: 1, until, ...counts, checkpoint };
}

/** Counts once in a week, and after each start. */
export class BoxFigures {
  readonly #context: TownshipContext;
  #kept: Promise<BoxResponse> | null = null;
  #until = '';

  constructor(context: TownshipContext) {
    this.#context = context;
  }

  /** @throws StorageError */
  async now(): Promise<BoxResponse> {
    const until = countedUntil(instantOf(this.#context.now()));
    if (this.#kept === null || until !== this.#until) {
      this.#until = until;
      this.#kept = counted(this.#context, until);
      this.#kept.catch(() => (this.#kept = null));
    }
    return this.#kept;
  }
}
