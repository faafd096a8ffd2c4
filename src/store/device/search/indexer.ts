/**
 * Brings the search index up to the log. It keeps a cursor for each stream, and reads what came after it: whatever was cut off
 * in between, a crash or an update, is done the next time. A segment at most is held at once, and others get their turn between.
 */
import { type LightNotice, type Page, pageOf } from '../../../domain/board/board.ts';
import { addGrams } from '../../../domain/search/grams.ts';
import { linesOf } from '../../../domain/search/notice-text.ts';
import { plain } from '../../../domain/search/plain.ts';
import { changedShard, EMPTY_SHARD, SHARD_SIZE } from '../../../domain/search/shard.ts';
import { SEGMENT_SIZE } from '../../../log/segment.ts';
import type { DeviceDb } from '../db.ts';
import type { DeviceLogStore } from '../device-log-store.ts';
import { getMeta } from '../meta.ts';
import { Dexie } from 'dexie';
import type { CursorRow, IndexDb, ShardRow } from './index-db.ts';
import { currentContent, type HeldEvent, heldEvent, type ReadEvent, readFrom } from './notice-reader.ts';

/** Grows when other words of a notice are to be found, or are cut in another way. */
const RULES = 1;

export interface IndexerPorts {
  db: DeviceDb;
  log: DeviceLogStore;
  index: IndexDb;
  /** Lets others have their turn. */
  pause: () => Promise<void>;
}

/** What a portion of the log changed. */
export interface Portion {
  stream: string;
  /** Events looked at so far, and in all. */
  done: number;
  size: number;
  shards: ShardRow[];
  /** Pages of the board that changed, as they are now. */
  pages: Page[];
}

/** Views folded by other code may show other notices. */
async function versionNow({ db }: IndexerPorts): Promise<string> {
  return `${RULES}.${(await getMeta<number>(db, 'fold-version')) ?? 0}`;
}

/** Where to go on; from the start when the log or the rules are not those of before. */
async function cursorOf(ports: IndexerPorts, stream: string, size: number): Promise<CursorRow> {
  const version = await versionNow(ports);
  const held = await ports.index.cursors.get(stream);
  if (held && held.version === version && held.size <= size) return held;
  if (held) await ports.index.forget(stream);
  return { stream, version, size: 0 };
}

/** Every page of a board. */
export const allPages = (db: DeviceDb, stream: string): Promise<Page[]> =>
  db.pages.where('[stream+page]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).toArray();

/** The place of a notice in its stream by any event of it; null: it is no notice's. */
async function noticeOf(ports: IndexerPorts, stream: string, number: number): Promise<number | null> {
  const own = (await ports.db.pages.get([stream, pageOf(number)]))?.notices;
  if (own?.some(({ history }) => history[0] === number)) return number;
  const all = (await allPages(ports.db, stream)).flatMap(({ notices }) => notices);
  return all.find(({ history }) => history.includes(number))?.history[0] ?? null;
}

/** Notices that a run of events made or changed, by the number of their publishing event. */
async function touchedBy(
  ports: IndexerPorts,
  stream: string,
  from: number,
  events: HeldEvent[],
): Promise<Set<number>> {
  const touched = new Set<number>();
  for (const [at, { type, content }] of events.entries()) {
    if (type === 'notice.published') {
      touched.add(from + at);
      continue;
    }
    // A change names its notice; an erasure may name any event.
    const target = content?.['notice'] ?? content?.['event'];
    const place = typeof target === 'string' ? await ports.log.findIn(stream, target) : null;
    const notice = place === null ? null : await noticeOf(ports, stream, place);
    if (notice !== null) touched.add(notice);
  }
  return touched;
}

/** Pairs of characters of what a notice says beside its title. */
async function gramsOf(notice: LightNotice | null, read: ReadEvent): Promise<Set<number>> {
  const grams = new Set<number>();
  const content = notice && (await currentContent(notice, read));
  for (const line of content ? linesOf(content) : []) addGrams(plain(line), grams);
  return grams;
}

/** The pages of a board on which notices stand, each read once. */
async function pagesWith({ db }: IndexerPorts, stream: string, numbers: Set<number>): Promise<Page[]> {
  const wanted = [...new Set([...numbers].map(pageOf))];
  const pages = await db.pages.bulkGet(wanted.map((page): [string, number] => [stream, page]));
  return pages.flatMap((page) => page ?? []);
}

/** The shards of some notices, as they are after these changed. */
async function shardsAfter(
  { index, pause }: IndexerPorts,
  stream: string,
  changes: Map<number, Set<number>>,
): Promise<ShardRow[]> {
  const byShard = new Map<number, Map<number, Set<number>>>();
  for (const [number, grams] of changes) {
    const shard = Math.floor(number / SHARD_SIZE);
    byShard.set(shard, (byShard.get(shard) ?? new Map()).set(number % SHARD_SIZE, grams));
  }
  const rows: ShardRow[] = [];
  for (const [shard, own] of byShard) {
    await pause();
    const held = (await index.shardOf(stream, shard)) ?? EMPTY_SHARD;
    rows.push({ stream, shard, ...changedShard(held, own) });
  }
  return rows;
}

/** One portion: the events from the cursor to the end of their segment. Null: somebody else was faster. */
async function nextPortion(ports: IndexerPorts, cursor: CursorRow, size: number): Promise<Portion | null> {
  const { stream, size: from } = cursor;
  const to = Math.min(size, from - (from % SEGMENT_SIZE) + SEGMENT_SIZE);
  const { leaves, bodies } = await ports.log.readRun(stream, from, to);
  const events = leaves.map((leaf, at) => heldEvent(leaf, bodies[at] ?? null));
  const touched = await touchedBy(ports, stream, from, events);
  const pages = await pagesWith(ports, stream, touched);
  const lights = new Map(pages.flatMap((page) => page.notices).map((one) => [one.history[0], one]));
  // Events at hand first: most notices stand where they were published.
  const elsewhere = readFrom(ports.log, stream);
  const read: ReadEvent = async (number) => events[number - from] ?? elsewhere(number);
  const changes = new Map<number, Set<number>>();
  for (const number of touched) changes.set(number, await gramsOf(lights.get(number) ?? null, read));
  const shards = await shardsAfter(ports, stream, changes);
  const kept = await ports.index.keep(shards, { ...cursor, size: to }, from);
  return kept ? { stream, done: to, size, shards, pages } : null;
}

/** Brings the index of one stream up to the log, a portion at a time. Ends early when somebody else does the same. */
export async function* catchUp(ports: IndexerPorts, stream: string): AsyncGenerator<Portion> {
  for (;;) {
    const size = (await ports.log.head(stream))?.size ?? 0;
    const cursor = await cursorOf(ports, stream, size);
    if (cursor.size >= size) return;
    const portion = await nextPortion(ports, cursor, size);
    if (!portion) return;
    yield portion;
    await ports.pause();
  }
}
