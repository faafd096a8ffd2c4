/**
 * Takes in one stream's part of an answer: fetch what it names, verify all of it, and store events, views and head in one
 * transaction. What does not verify leaves no trace but evidence.
 */
import { EMPTY_REGISTRY, type Registry } from '../../domain/registry/registry.ts';
import type { Page } from '../../domain/board/board.ts';
import { decodeBodies, decodeLeaves, SEGMENT_SIZE } from '../../log/segment.ts';
import type { Signer } from '../../log/signature.ts';
import { parseStream, townshipIdOf } from '../../log/stream.ts';
import { markReceived, unsentItems } from '../../store/device/outbox.ts';
import { PINNED, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import type { DeviceAppend } from '../../store/device/device-log-store.ts';
import type { Head } from '../../store/log-store.ts';
import type { StreamPart } from '../protocol.ts';
import { keepContradiction, keepFalseRun } from './evidence.ts';
import { contentOf, domainEvent, foldBoard, foldRegistry } from './fold.ts';
import type { Http } from './http.ts';
import type { Ports } from './ports.ts';
import { inOrder, mapInSlices } from './slices.ts';
import { setContact } from './status.ts';
import { compareHead, hashBatch, type HashedBatch, type VerifiedBatch, verifyBatch } from './verify.ts';

/**
 * How it ended. 'unproved': what came is as good as no answer. 'suspect': it contradicts what the log signed, which a
 * second, fresh answer must confirm. 'contradiction': it was confirmed, and evidence is kept.
 */
export type PullEnd = 'same' | 'grown' | 'stale' | 'unproved' | 'suspect' | 'contradiction';

export interface PullContext {
  ports: Ports;
  http: Http;
  signer: Signer | null;
  /** The township that this device takes for its own. */
  township: string;
  /** The answer before was suspect too: caches are passed by, and a contradiction is kept as evidence. */
  again: boolean;
}

/** Segments fetched at once, and written at once after the first. */
const AT_ONCE = 4;

/** The key that signs this township's checkpoints: pinned, or from its founding event, whose id is the township's. */
async function logKeyFor(context: PullContext, batch: HashedBatch): Promise<string | null> {
  const pinned = await pinnedTownship(context.ports.db);
  if (pinned) return pinned.id === context.township ? pinned.logKey : null;
  const founding = batch.from === 0 ? batch.events[0] : undefined;
  if (!founding?.header || townshipIdOf(founding.id) !== context.township) return null;
  const content = contentOf('township.founded', founding.body);
  return founding.header.type === 'township.founded' && content !== null
    ? (content as { logKey: string }).logKey
    : null;
}

async function registryViews(context: PullContext, batch: VerifiedBatch) {
  const { ports, township } = context;
  const events = await mapInSlices(batch.events, ports.pause, (event, i) =>
    domainEvent(event, batch.from + i),
  );
  const held: Registry = (await ports.db.registry.get(township))?.state ?? EMPTY_REGISTRY;
  return { registry: { township, state: foldRegistry(held, events) } };
}

async function boardViews({ ports }: PullContext, batch: VerifiedBatch) {
  const { stream } = batch;
  const events = await mapInSlices(batch.events, ports.pause, (event, i) =>
    domainEvent(event, batch.from + i),
  );
  const { pages, setAside } = await foldBoard(events, {
    page: async (page) => (await ports.db.pages.get([stream, page])) ?? null,
    find: (id) => ports.log.findIn(stream, id),
  });
  const before = ((await ports.log.row(stream, 'set-aside')) as number | undefined) ?? 0;
  const rows = setAside > 0 ? [{ stream, key: 'set-aside', value: before + setAside }] : [];
  return { pages, rows };
}

/** Stores a verified batch: events, views, head, and the receipts of this device's own items, in one transaction. */
async function store(context: PullContext, batch: VerifiedBatch, logKey: string): Promise<PullEnd> {
  const { db, log, blobs } = context.ports;
  const inRegistry = parseStream(batch.stream)?.kind === 'registry';
  const views: { registry?: { township: string; state: Registry }; pages?: Page[] } = inRegistry
    ? await registryViews(context, batch)
    : await boardViews(context, batch);
  const append: DeviceAppend = {
    ...batch,
    ids: batch.events.map((event) => event.id),
    ...views,
    also: async () => {
      const unsent = new Set((await unsentItems(db)).map((row) => row.id));
      const found = batch.events.flatMap(({ id, acceptedAt }, i) =>
        unsent.has(id) ? [{ id, number: batch.from + i, acceptedAt }] : [],
      );
      await markReceived(db, found, batch.head.size);
      if (!views.registry) return;
      await putMeta(db, PINNED, { id: context.township, logKey, name: views.registry.state.name });
    },
  };
  const stored = await blobs.withRoom(() => log.write(append));
  return stored === 'stored' ? 'grown' : 'stale';
}

async function take(context: PullContext, batch: HashedBatch | null): Promise<PullEnd> {
  if (!batch) return context.again ? 'unproved' : 'suspect';
  const { db, log, now } = context.ports;
  const held = await log.head(batch.stream);
  const logKey = await logKeyFor(context, batch);
  if ((held?.size ?? 0) !== batch.from) return 'stale';
  if (!logKey) return 'unproved';
  const verified = await verifyBatch(batch, held, logKey);
  if (verified.ok) return store(context, verified.value, logKey);
  if (verified.fault === 'unproved') return 'unproved';
  if (!context.again) return 'suspect';
  await keepFalseRun(db, batch, held, now());
  return 'contradiction';
}

/** A segment, fetched and hashed. Null: it did not arrive, or is not one. */
async function fetchSegment(
  { http, signer, again, ports }: PullContext,
  stream: string,
  { n, bodies }: StreamPart['segments'][number],
): Promise<HashedBatch | null> {
  const path = `/api/segments/${stream}/${n}`;
  // Public segments are asked for without a name, so that any cache on the way can serve them.
  const by = parseStream(stream)?.kind === 'office' ? signer : null;
  const [leafPart, bodyPart] = await Promise.all([
    http.raw({ method: 'GET', path: `${path}/leaves`, signer: by, fresh: again }),
    http.raw({ method: 'GET', path: `${path}/bodies-${bodies}`, signer: by, fresh: again }),
  ]);
  const decoded = leafPart.ok ? decodeLeaves(leafPart.value.bytes) : null;
  if (!decoded || !bodyPart.ok || decoded.lines.length !== SEGMENT_SIZE) return null;
  const texts = decodeBodies(bodyPart.value.bytes, SEGMENT_SIZE);
  if (!texts) return null;
  const decoder = new TextDecoder();
  const leaves = decoded.lines.map((line) => decoder.decode(line));
  const batch = { stream, from: n * SEGMENT_SIZE, note: decoded.note, leaves, bodies: texts };
  return hashBatch(batch, ports.pause, decoded.lines);
}

/** Whole segments, several on the way at once, each stored when it is verified: the board can be read after the first. */
async function takeSegments(context: PullContext, stream: string, part: StreamPart): Promise<PullEnd> {
  const { db } = context.ports;
  let end: PullEnd = 'unproved';
  for await (const batch of inOrder(part.segments, AT_ONCE, (one) => fetchSegment(context, stream, one))) {
    if (!batch) return end === 'grown' ? 'grown' : 'unproved';
    const one = await take(context, batch);
    if (one !== 'grown') return one;
    end = one;
    await setContact(db, { pulling: { held: batch.from + batch.events.length, size: part.size } });
  }
  return end;
}

/** An answer without events: the log's head must be what is held. */
async function compare(context: PullContext, part: StreamPart, held: Head | null): Promise<PullEnd> {
  if (!held) return part.size === 0 && part.checkpoint === null ? 'same' : 'unproved';
  const { db, now } = context.ports;
  const pinned = await pinnedTownship(db);
  if (!pinned || part.checkpoint === null) return 'unproved';
  const found = await compareHead(part.checkpoint, held, pinned.logKey);
  if (found === 'same' || found === 'unproved') return found;
  await keepContradiction(db, found === 'fork' ? 'fork' : 'shorter', held, part.checkpoint, now());
  return 'contradiction';
}

/** Takes in what came for one stream. */
export async function pullStream(context: PullContext, stream: string, part: StreamPart): Promise<PullEnd> {
  const held = await context.ports.log.head(stream);
  if (part.segments.length > 0) {
    const inPlace = part.segments.every(({ n }, i) => (held?.size ?? 0) === (n - i) * SEGMENT_SIZE);
    return inPlace ? takeSegments(context, stream, part) : 'unproved';
  }
  if (part.leaves.length === 0) return compare(context, part, held);
  const { from, leaves, bodies, checkpoint } = part;
  if (checkpoint === null || from !== (held?.size ?? 0)) return 'unproved';
  const batch = { stream, from, note: checkpoint, leaves, bodies };
  return take(context, await hashBatch(batch, context.ports.pause));
}
