/** The log on a phone or tablet (IndexedDB by Dexie). Few large rows; see db.ts for the tables. */
import type { Page } from '../../domain/board/board.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Append, Entry, Head, LogStore, Row } from '../log-store.ts';
import { chunksOf, compacted, linesOf, type Run, sealedSegments } from './chunks.ts';
import type { ChunkRow, DeviceDb } from './db.ts';
import { bucketOf, idLines, numberIn } from './id-buckets.ts';
import { guarded } from './storage-faults.ts';
import { SEGMENT_SIZE } from '../../log/segment.ts';
import { Dexie } from 'dexie';

/** Events of one stream, with all that changes on this device when they are stored. */
export interface DeviceAppend extends Run {
  stream: string;
  /** Size that the stream must have now. */
  from: number;
  ids: string[];
  head: Head;
  rows?: Row[];
  /** Pages of the board that changed. */
  pages?: Page[];
  /** The registry after these events, when they are its. */
  registry?: { township: string; state: Registry };
  /** More that must be written with it, in the same transaction; may only use this database. */
  also?: () => PromiseLike<void>;
}

export class DeviceLogStore implements LogStore {
  readonly #db: DeviceDb;

  constructor(db: DeviceDb) {
    this.#db = db;
  }

  heads(): Promise<Head[]> {
    return guarded(() => this.#db.heads.toArray());
  }

  head(stream: string): Promise<Head | null> {
    return guarded(async () => (await this.#db.heads.get(stream)) ?? null);
  }

  async append({ stream, from, entries, head, rows = [] }: Append): Promise<'stored' | 'stale'> {
    const ids = entries.map((entry) => entry.id);
    if (new Set(ids).size < ids.length) return 'stale';
    for (const id of ids) if (await this.find(id)) return 'stale';
    const leaves = entries.map((entry) => entry.leaf);
    const bodies = entries.map((entry) => entry.body);
    return this.write({ stream, from, ids, leaves, bodies, head, rows });
  }

  /**
   * Stores events with their views in one strict transaction. Ids are not looked for: the caller has verified the log.
   * @returns 'stale' when the stream's size is no longer `from`; nothing is stored then.
   * @throws StorageError; nothing is stored then.
   */
  write(batch: DeviceAppend): Promise<'stored' | 'stale'> {
    const { heads, chunks, ids, pages, rows, registry, outbox, meta, blobs } = this.#db;
    const tables = [heads, chunks, ids, pages, rows, registry, outbox, meta, blobs];
    return guarded(() =>
      this.#db.transaction('rw', tables, async () => {
        const held = (await heads.get(batch.stream))?.size ?? 0;
        if (held !== batch.from) return 'stale';
        await chunks.bulkPut(chunksOf(batch.stream, batch.from, batch));
        await this.#compact(batch.stream, held, batch.head.size);
        await this.#addIds(batch);
        if (batch.pages) await pages.bulkPut(batch.pages.map((page) => ({ ...page, stream: batch.stream })));
        if (batch.registry) await registry.put(batch.registry);
        if (batch.rows) await rows.bulkPut(batch.rows);
        await heads.put(batch.head);
        await batch.also?.();
        return 'stored';
      }),
    );
  }

  async #addIds({ stream, from, ids }: DeviceAppend): Promise<void> {
    const added = [...idLines(ids, from)];
    const held = await this.#db.ids.bulkGet(added.map(([bucket]) => [stream, bucket]));
    await this.#db.ids.bulkPut(
      added.map(([bucket, lines], i) => ({ stream, bucket, ids: (held[i]?.ids ?? '') + lines })),
    );
  }

  /** Makes one row of the chunks of each segment that has become whole. */
  async #compact(stream: string, size: number, grownTo: number): Promise<void> {
    for (const start of sealedSegments(size, grownTo)) {
      const parts = await this.#chunksBetween(stream, start, start + SEGMENT_SIZE);
      if (parts.length < 2) continue;
      await this.#db.chunks.bulkDelete(parts.map((part) => [stream, part.from]));
      await this.#db.chunks.put(compacted(parts));
    }
  }

  /** Chunks that begin at `from` or after it, and before `to`. */
  #chunksBetween(stream: string, from: number, to: number): PromiseLike<ChunkRow[]> {
    return this.#db.chunks.where('[stream+from]').between([stream, from], [stream, to]).toArray();
  }

  async #chunkWith(stream: string, number: number): Promise<ChunkRow | undefined> {
    const before = this.#db.chunks
      .where('[stream+from]')
      .between([stream, Dexie.minKey], [stream, number], true, true);
    return before.last();
  }

  /** The run of events `from` to `to - 1`, as texts; fewer when the stream ends before. */
  readRun(stream: string, from: number, to: number): Promise<Run> {
    return guarded(async () => {
      const first = await this.#chunkWith(stream, from);
      const start = first?.from ?? from;
      const parts = await this.#chunksBetween(stream, start, Math.max(start, to));
      const cut = <Line>(lines: Line[]): Line[] =>
        lines.slice(Math.max(0, from - start), Math.max(0, to - start));
      const leaves = parts.flatMap((part) => linesOf(part.leaves));
      const bodies = parts.flatMap((part) => linesOf(part.bodies)).map((line) => (line === '' ? null : line));
      return { leaves: cut(leaves), bodies: cut(bodies) };
    });
  }

  async read(stream: string, from: number, to: number): Promise<Entry[]> {
    const { leaves, bodies } = await this.readRun(stream, from, to);
    if (leaves.length === 0) return [];
    const ids = await this.#idsOf(stream, from, from + leaves.length);
    return leaves.map((leaf, i) => ({ id: ids.get(from + i) ?? '', leaf, body: bodies[i] ?? null }));
  }

  async #idsOf(stream: string, from: number, to: number): Promise<Map<number, string>> {
    const found = new Map<number, string>();
    const buckets = await guarded(() =>
      this.#db.ids.where('[stream+bucket]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).toArray(),
    );
    for (const line of buckets.flatMap((bucket) => linesOf(bucket.ids))) {
      const [id = '', number] = line.split(' ');
      if (Number(number) >= from && Number(number) < to) found.set(Number(number), id);
    }
    return found;
  }

  async find(id: string): Promise<{ stream: string; number: number } | null> {
    const streams = await guarded(() => this.#db.heads.toCollection().primaryKeys());
    for (const stream of streams) {
      const number = await this.findIn(stream, id);
      if (number !== null) return { stream, number };
    }
    return null;
  }

  /** Place of an event in a stream, by its id; null when it is not there. */
  findIn(stream: string, id: string): Promise<number | null> {
    return guarded(async () => numberIn(await this.#db.ids.get([stream, bucketOf(id)]), id));
  }

  row(stream: string, key: string): Promise<unknown> {
    return guarded(async () => (await this.#db.rows.get([stream, key]))?.value);
  }

  putRows(rows: Row[]): Promise<void> {
    return guarded(async () => {
      await this.#db.rows.bulkPut(rows);
    });
  }

  async close(): Promise<void> {
    this.#db.close();
  }
}
