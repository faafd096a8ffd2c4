/**
 * Handing over without a network: what this device holds and what waits on it, as one bundle; and taking one in. A run of
 * the log is verified as if it had come by the network, its head compared with what is held, so two histories are found
 * here too. What the township has not confirmed goes into the outbox as carried, and is sent by whoever gets there first.
 */
import { isEnvelopeFor, mayBeCarried, maySeeAnybody } from '../../domain/registry/carried.ts';
import { parseContent } from '../../domain/event-types.ts';
import { fromBase64, toBase64 } from '../../log/base64.ts';
import {
  type Bundle,
  type BundleFault,
  type BundleItem,
  type BundleRun,
  decodeBundle,
  encodeBundle,
} from '../../log/bundle.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { checkSignature, eventId, parseBody, parseHeader } from '../../log/event.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import { leafHashes, rootOver } from '../../log/merkle.ts';
import { isPublicKind, parseStream, publicStream, registryOf, type TownshipId } from '../../log/stream.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { unsentItems } from '../../store/device/outbox.ts';
import type { Head } from '../../store/log-store.ts';
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import { keepContradiction } from './evidence.ts';
import { done, failed } from './outcome.ts';
import { outboxRow } from './publishing.ts';
import { takeRun } from './pull.ts';
import { signedEvent } from './sending.ts';

/** What is put into a bundle. */
export interface BundleWish {
  /** Units whose boards go along, the most wanted first, with the registry; null: only what waits here. */
  units: string[] | null;
  /** Bytes of text, before packing; what does not fit is left out, boards and photos first. */
  budget: number;
}

export interface MadeBundle {
  bytes: Uint8Array;
  /** What is in it. */
  boards: number;
  items: number;
  files: number;
  /** Boards and files that did not fit. */
  left: number;
}

export interface TakenBundle {
  /** Boards that grew here. */
  boards: string[];
  /** Notices and sealed envelopes that are carried from now on. */
  carried: number;
  /** Items that were here already, or that the township has confirmed since. */
  known: number;
  /** Items not taken, each with its reason. */
  refused: {
    title: string;
    code: 'bad-signature' | 'unknown-author' | 'revoked' | 'not-allowed' | 'unreadable';
  }[];
  /** Streams that contradict what is held here; evidence is kept. */
  contradictions: string[];
}

export type TakeFault = BundleFault | 'other-township' | 'no-registry' | 'storage-failed';

export interface BundleCommands {
  /** Null: this device knows no township yet. */
  makeBundle(wish: BundleWish): Promise<MadeBundle | null>;
  takeBundle(bytes: Uint8Array): Promise<Outcome<TakenBundle, TakeFault>>;
}

/** Events of a run that are read at once. */
async function runOf({ ports }: Core, { stream, size, checkpoint }: Head): Promise<BundleRun> {
  const { leaves, bodies } = await ports.log.readRun(stream, 0, size);
  return { stream, from: 0, note: checkpoint, leaves, bodies };
}

const lengthOf = (run: BundleRun): number =>
  run.leaves.reduce((sum, leaf) => sum + leaf.length, 0) +
  run.bodies.reduce((sum, body) => sum + (body?.length ?? 0), 0);

async function filesOf(
  { ports }: Core,
  hashes: string[],
  room: number,
): Promise<{ files: Bundle['files']; left: number }> {
  const files: Bundle['files'] = [];
  let left = 0;
  let free = room;
  for (const hash of hashes) {
    const held = await ports.blobs.row(hash);
    const cost = held ? Math.ceil(held.bytes.size / 3) * 4 : 0;
    if (!held || cost > free) {
      left += held ? 1 : 0;
      continue;
    }
    free -= cost;
    files.push({ hash, type: held.type, data: toBase64(new Uint8Array(await held.bytes.arrayBuffer())) });
  }
  return { files, left };
}

const mayGo = ({ stream, type }: OutboxRow): boolean => {
  const place = parseStream(stream);
  return place !== null && maySeeAnybody(place, type);
};

async function makeBundle(core: Core, { units, budget }: BundleWish): Promise<MadeBundle | null> {
  const { db, log } = core.ports;
  const pinned = await pinnedTownship(db);
  if (!pinned) return null;
  const township = pinned.id as TownshipId;
  // Who takes it is not known: what is not public stays here, but for what is sealed.
  const waiting = (await unsentItems(db)).filter(mayGo);
  const items = waiting.map((row): BundleItem => ({
    event: signedEvent(row),
    files: row.files.map(({ hash, bytes }) => ({ hash, bytes })),
  }));
  const runs: BundleRun[] = [];
  let used = waiting.reduce((sum, row) => sum + row.header.length + row.body.length, 0);
  let left = 0;
  const wanted = units ? [registryOf(township), ...units.map((unit) => publicStream(township, unit))] : [];
  for (const [at, stream] of wanted.entries()) {
    const head = await log.head(stream);
    if (!head) continue;
    const run = await runOf(core, head);
    // Without the registry nothing of the rest could be checked: it goes whatever it weighs.
    if (at > 0 && used + lengthOf(run) > budget) {
      left += 1;
      continue;
    }
    used += lengthOf(run);
    runs.push(run);
  }
  const hashes = [...new Set(waiting.flatMap((row) => row.files.map(({ hash }) => hash)))];
  const carried = await filesOf(core, hashes, Math.max(0, budget - used));
  const bundle: Bundle = { kind: 'gongkailan-bundle', v: 1, township, runs, items, files: carried.files };
  return {
    bytes: encodeBundle(bundle),
    boards: Math.max(0, runs.length - 1),
    items: items.length,
    files: carried.files.length,
    left: left + carried.left,
  };
}

/** What a head that is not ahead of ours says: the same history, or another one. */
async function contradicts({ ports }: Core, run: BundleRun, held: Head, logKey: string): Promise<boolean> {
  const shown = await openCheckpoint(run.note, run.stream, logKey);
  if (!shown || shown.size > held.size || shown.size === 0) return false;
  const { leaves } = await ports.log.readRun(run.stream, 0, shown.size);
  const root = toHex(rootOver(await leafHashes(leaves.map(utf8))));
  if (root === shown.root) return false;
  await keepContradiction(ports.db, 'fork', held, run.note, ports.now());
  return true;
}

/** Takes one run in, as far as it continues what is held. */
async function takeOne(
  core: Core,
  township: string,
  run: BundleRun,
): Promise<'grown' | 'same' | 'contradiction' | 'no'> {
  const { ports, http } = core;
  const parts = parseStream(run.stream);
  if (parts?.township !== township || !isPublicKind(parts.kind)) return 'no';
  const held = await ports.log.head(run.stream);
  const size = held?.size ?? 0;
  if (run.from + run.leaves.length <= size) {
    const pinned = await pinnedTownship(ports.db);
    return held && pinned && (await contradicts(core, run, held, pinned.logKey)) ? 'contradiction' : 'same';
  }
  if (run.from > size) return 'no';
  const skip = size - run.from;
  const batch = {
    stream: run.stream,
    from: size,
    note: run.note,
    leaves: run.leaves.slice(skip),
    bodies: run.bodies.slice(skip),
  };
  const end = await takeRun({ ports, http, signer: null, township, again: true }, batch);
  return end === 'grown' || end === 'contradiction' ? end : 'no';
}

type Refused = TakenBundle['refused'][number];

const titleOf = (content: Record<string, unknown> | null, type: string): string =>
  typeof content?.title === 'string' ? content.title.slice(0, 100) : type;

/** Checks an item as the township will, as far as this device can know. */
async function carriedRow(
  core: Core,
  township: string,
  { event, files }: BundleItem,
): Promise<OutboxRow | Refused | 'known'> {
  const { db, log, now } = core.ports;
  const parsed = parseHeader(event.header);
  const body = parsed.ok && event.body !== null ? parseBody(event.body, parsed.header) : null;
  if (!parsed.ok || !body?.ok || event.body === null) return { title: '', code: 'unreadable' };
  const { header } = parsed;
  const title = titleOf(body.content, header.type);
  const place = parseStream(header.stream);
  const known = parseContent(header.type, body.content);
  if (place?.township !== township || known.status !== 'known') return { title, code: 'unreadable' };
  // Files that its author did not name would be kept here, and refused there.
  const isNamed = files.every(({ hash, bytes }) =>
    header.files.some((one) => one.hash === hash && one.bytes === bytes),
  );
  if (!isNamed) return { title, code: 'unreadable' };
  if (!maySeeAnybody(place, header.type)) return { title, code: 'not-allowed' };
  if (!(await checkSignature(event))) return { title, code: 'bad-signature' };
  const id = eventId(event.header);
  if ((await db.outbox.where('id').equals(id).count()) > 0 || (await log.findIn(header.stream, id)) !== null)
    return 'known';
  const registry = (await db.registry.get(township))?.state;
  const received = now();
  const seen = {
    id,
    number: 0,
    type: header.type,
    author: header.author,
    at: header.at,
    acceptedAt: new Date(received).toISOString(),
    content: known.content,
  };
  const refusal = isEnvelopeFor(place, header.type)
    ? null
    : registry
      ? mayBeCarried(registry, place, seen)
      : 'unknown-author';
  if (refusal) return { title, code: refusal };
  const target = (known.content as { notice?: unknown }).notice;
  const notice = typeof target === 'string' ? target : null;
  const item = { type: header.type, title, notice, toSend: files };
  return { ...outboxRow(event, item, header.stream, received), carried: true };
}

/** Keeps the files that items name, and no others: a bundle is no way to fill a tablet. */
async function keepFiles({ ports }: Core, { files }: Bundle, rows: OutboxRow[]): Promise<void> {
  const wanted = new Set(rows.flatMap((row) => row.files.map(({ hash }) => hash)));
  for (const { hash, data } of files) {
    const bytes = wanted.has(hash) ? fromBase64(data) : null;
    if (!bytes) continue;
    await ports.blobs.keep(hash, bytes, 1).catch((error: unknown) => {
      // Not what its name says: the item goes without it, and the township asks for it from its author.
      if ((error as { fault?: string }).fault !== 'hash-mismatch') throw error;
    });
  }
}

async function takeItems(core: Core, bundle: Bundle, taken: TakenBundle): Promise<void> {
  const { db, blobs } = core.ports;
  const rows: OutboxRow[] = [];
  for (const item of bundle.items) {
    const made = await carriedRow(core, bundle.township, item);
    const isTwice = typeof made === 'object' && 'id' in made && rows.some(({ id }) => id === made.id);
    if (made === 'known' || isTwice) taken.known += 1;
    else if ('code' in made) taken.refused.push(made);
    else rows.push(made);
  }
  await keepFiles(core, bundle, rows);
  await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.bulkAdd(rows)));
  taken.carried += rows.length;
}

async function takeBundle(core: Core, bytes: Uint8Array): Promise<Outcome<TakenBundle, TakeFault>> {
  const read = decodeBundle(bytes);
  if (!read.ok) return failed(read.fault);
  const { bundle } = read;
  const pinned = await pinnedTownship(core.ports.db);
  if (pinned && pinned.id !== bundle.township) return failed('other-township');
  const taken: TakenBundle = { boards: [], carried: 0, known: 0, refused: [], contradictions: [] };
  const first = registryOf(bundle.township as TownshipId);
  // The registry first: it has the key by which the rest is checked, and says who may sign.
  const runs = [...bundle.runs].sort(
    (one, other) => Number(other.stream === first) - Number(one.stream === first),
  );
  const end = await core.ports.exclusive(true, async () => {
    for (const run of runs) {
      const took = await takeOne(core, bundle.township, run);
      if (took === 'contradiction') taken.contradictions.push(run.stream);
      if (took === 'grown' && run.stream !== first) taken.boards.push(parseStream(run.stream)?.unit ?? '');
      if (run.stream === first && !(await pinnedTownship(core.ports.db)))
        return failed<TakeFault>('no-registry');
    }
    await takeItems(core, bundle, taken);
    return done(taken);
  });
  if (taken.carried > 0) core.wake();
  return end ?? failed('storage-failed');
}

export const bundleCommands = (core: Core): BundleCommands => ({
  makeBundle: (wish) => makeBundle(core, wish),
  takeBundle: (bytes) => takeBundle(core, bytes).catch(() => failed<TakeFault>('storage-failed')),
});
