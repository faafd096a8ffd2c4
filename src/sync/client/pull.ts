/**
 * Takes in one stream's part of an answer: fetch what it names, verify all of it, and store events, views and head in one
 * transaction. What does not verify leaves no trace but evidence.
 */
import { EMPTY_REGISTRY, type Registry } from '../../domain/registry/registry.ts';
import { PAGE_SIZE } from '../../domain/board/board.ts';
import { RUNNING, type Running } from '../../domain/board/running.ts';
import { decodeBodies, decodeLeaves, SEGMENT_SIZE, splitLines } from '../../log/segment.ts';
import type { Signer } from '../../log/signature.ts';
import { isPublicKind, parseStream, townshipIdOf } from '../../log/stream.ts';
import { markReceived, unsentItems } from '../../store/device/outbox.ts';
import { PINNED, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import type { DeviceAppend } from '../../store/device/device-log-store.ts';
import type { Head } from '../../store/log-store.ts';
import type { StreamPart } from '../protocol.ts';
import { keepContradiction, keepFalseRun } from './evidence.ts';
import { contentOf, domainEvent, foldBoard, foldRegistry } from './fold.ts';
import type { Http } from './http.ts';
import { foldTalk, publications, RECORD_FOLDS, type RecordFold, SET_ASIDE } from './record-fold.ts';
import type { Ports } from './ports.ts';
import { inOrder, mapInSlices } from './slices.ts';
import { setContact } from './status.ts';
import {
  type Batch,
  compareHead,
  hashBatch,
  type HashedBatch,
  type VerifiedBatch,
  verifyBatch,
} from './verify.ts';

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

/** Segments on the way at once. */
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

type Views = Pick<DeviceAppend, 'registry' | 'pages' | 'rows'>;

async function registryViews(context: PullContext, batch: VerifiedBatch) {
  const { ports, township } = context;
  const events = await mapInSlices(batch.events, ports.pause, (event, i) =>
    domainEvent(event, batch.from + i),
  );
  const held: Registry = (await ports.db.registry.get(township))?.state ?? EMPTY_REGISTRY;
  return { registry: { township, state: foldRegistry(held, events) } };
}

const rowOf =
  ({ log }: Ports, stream: string) =>
  async <Value>(key: string): Promise<Value | null> =>
    ((await log.row(stream, key)) as Value | undefined) ?? null;

async function boardViews({ ports }: PullContext, batch: VerifiedBatch) {
  const { stream } = batch;
  const events = await mapInSlices(batch.events, ports.pause, (event, i) =>
    domainEvent(event, batch.from + i),
  );
  const isHeld = (page: number): boolean => page * PAGE_SIZE < batch.from;
  const { pages, setAside, running } = await foldBoard(events, {
    page: async (page) => (isHeld(page) && (await ports.db.pages.get([stream, page]))) || null,
    find: (id) => ports.log.findIn(stream, id),
    running: async () => ((await ports.log.row(stream, RUNNING)) as Running[] | undefined) ?? [],
  });
  const row = rowOf(ports, stream);
  const talk = await foldTalk(stream, events, row);
  const before = (await row<number>(SET_ASIDE)) ?? 0;
  const more = setAside + talk.setAside;
  const aside = more > 0 ? [{ stream, key: SET_ASIDE, value: before + more }] : [];
  const published = publications(stream, events);
  return { pages, rows: [...aside, ...published, ...talk.rows, { stream, key: RUNNING, value: running }] };
}

async function recordViews({ ports }: PullContext, batch: VerifiedBatch, fold: RecordFold): Promise<Views> {
  const { stream } = batch;
  const events = await mapInSlices(batch.events, ports.pause, (event, i) =>
    domainEvent(event, batch.from + i),
  );
  const row = rowOf(ports, stream);
  const { rows, setAside } = await fold(stream, events, row);
  const before = (await row<number>(SET_ASIDE)) ?? 0;
  return { rows: setAside > 0 ? [...rows, { stream, key: SET_ASIDE, value: before + setAside }] : rows };
}

/** What screens read, as it is after these events. */
async function viewsOf(context: PullContext, batch: VerifiedBatch): Promise<Views> {
  const kind = parseStream(batch.stream)?.kind;
  if (!kind) return {};
  if (kind === 'registry') return registryViews(context, batch);
  return kind === 'public' ? boardViews(context, batch) : recordViews(context, batch, RECORD_FOLDS[kind]);
}

/** Stores a verified batch: events, views, head, and the receipts of this device's own items, in one transaction. */
async function store(context: PullContext, batch: VerifiedBatch, logKey: string): Promise<PullEnd> {
  const { db, log, blobs } = context.ports;
  const views = await viewsOf(context, batch);
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

/** Batches that follow one another as one. */
const joined = (batches: VerifiedBatch[]): VerifiedBatch => {
  const last = batches[batches.length - 1]!;
  return {
    ...last,
    from: batches[0]!.from,
    leaves: batches.flatMap((batch) => batch.leaves),
    bodies: batches.flatMap((batch) => batch.bodies),
    hashes: batches.flatMap((batch) => batch.hashes),
    events: batches.flatMap((batch) => batch.events),
  };
};

/** Verifies batches one after another, and stores those that are good, up to the first that is not. */
async function take(context: PullContext, batches: (HashedBatch | null)[]): Promise<PullEnd> {
  const { db, log, now } = context.ports;
  const [first] = batches;
  const before = first ? await log.head(first.stream) : null;
  const logKey = first && (await logKeyFor(context, first));
  if (first && (before?.size ?? 0) !== first.from) return 'stale';
  const good: VerifiedBatch[] = [];
  let end: PullEnd = 'grown';
  for (const batch of batches) {
    const held = good[good.length - 1]?.head ?? before;
    const verified = batch && logKey ? await verifyBatch(batch, held, logKey) : null;
    if (verified?.ok) {
      good.push(verified.value);
      continue;
    }
    // Without a key, or with a note that is not the log's, what came is as good as nothing.
    const isSuspect = batch === null || verified?.fault === 'contradiction';
    end = isSuspect && !context.again ? 'suspect' : 'unproved';
    if (batch && isSuspect && context.again) {
      await keepFalseRun(db, batch, held, now());
      end = 'contradiction';
    }
    break;
  }
  const stored = good.length > 0 ? await store(context, joined(good), logKey!) : 'grown';
  return stored === 'grown' ? end : stored;
}

/** A segment, fetched and hashed. Undefined: it did not arrive. Null: it is not what its headers name. */
async function fetchSegment(
  { http, signer, again, ports }: PullContext,
  stream: string,
  { n, bodies }: StreamPart['segments'][number],
): Promise<HashedBatch | null | undefined> {
  const path = `/api/segments/${stream}/${n}`;
  // Public segments are asked for without a name, so that any cache on the way can serve them.
  const by = isPublicKind(parseStream(stream)?.kind) ? null : signer;
  const [leafPart, bodyPart] = await Promise.all([
    http.raw({ method: 'GET', path: `${path}/leaves`, signer: by, fresh: again }),
    http.raw({ method: 'GET', path: `${path}/bodies-${bodies}`, signer: by, fresh: again }),
  ]);
  const decoded = leafPart.ok ? decodeLeaves(leafPart.value.bytes) : null;
  if (!decoded || !bodyPart.ok || decoded.lines.length !== SEGMENT_SIZE) return undefined;
  const bodyTexts = decodeBodies(bodyPart.value.bytes, SEGMENT_SIZE);
  if (!bodyTexts) return undefined;
  const leaves = textsOf(decoded.lines);
  const batch = { stream, from: n * SEGMENT_SIZE, note: decoded.note, leaves, bodies: bodyTexts };
  return hashBatch(batch, ports.pause, {
    leaves: decoded.lines,
    bodies: splitLines(bodyPart.value.bytes),
  });
}

/** The texts of lines that follow one another in one file, decoded at once. */
function textsOf(lines: Uint8Array[]): string[] {
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  const bytes = new Uint8Array(
    first.buffer,
    first.byteOffset,
    last.byteOffset + last.length - first.byteOffset,
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n');
}

/** Whole segments, several on the way at once, each stored when it is verified: the board can be read after the first. */
async function takeSegments(context: PullContext, stream: string, part: StreamPart): Promise<PullEnd> {
  const { db } = context.ports;
  let grown = false;
  const fetched = inOrder(part.segments, AT_ONCE, (one) => fetchSegment(context, stream, one));
  for await (const batches of fetched) {
    const arrived = batches.findIndex((batch) => batch === undefined);
    const ready = (arrived < 0 ? batches : batches.slice(0, arrived)) as (HashedBatch | null)[];
    const end = ready.length > 0 ? await take(context, ready) : 'unproved';
    if (end !== 'grown') return grown && end === 'unproved' ? 'grown' : end;
    grown = true;
    if (arrived >= 0) return 'grown';
    const held = ready[ready.length - 1]!.from + SEGMENT_SIZE;
    await setContact(db, { pulling: { held, size: part.size } });
  }
  return grown ? 'grown' : 'unproved';
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

/** Takes in a run that did not come by the network: verified by the same rules, against what is held. */
export async function takeRun(context: PullContext, batch: Batch): Promise<PullEnd> {
  return take(context, [await hashBatch(batch, context.ports.pause)]);
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
  return take(context, [await hashBatch(batch, context.ports.pause)]);
}
