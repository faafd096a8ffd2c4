/**
 * Where the search index is kept between starts: a database of its own, so that it can be lost or thrown away at any moment.
 * It holds nothing but what the log holds, is written without waiting for the disk, and made again from the log.
 */
import { Dexie, type Table } from 'dexie';
import type { Shard } from '../../../domain/search/shard.ts';

export interface ShardRow extends Shard {
  stream: string;
  /** Notices `shard × 1,024` to `shard × 1,024 + 1,023` of the stream. */
  shard: number;
}

/** How far the index has come in a stream. */
export interface CursorRow {
  stream: string;
  /** Events that it has looked at. */
  size: number;
  /** By which rules; of other rules it is made anew. */
  version: string;
}

export class IndexDb extends Dexie {
  declare shards: Table<ShardRow, [string, number]>;
  declare cursors: Table<CursorRow, string>;

  constructor(name = 'gongkailan-search') {
    super(name, { chromeTransactionDurability: 'relaxed' });
    this.version(1).stores({ shards: '[stream+shard]', cursors: 'stream' });
  }

  async shardOf(stream: string, shard: number): Promise<ShardRow | null> {
    return (await this.shards.get([stream, shard])) ?? null;
  }

  shardsOf(stream: string): Promise<ShardRow[]> {
    return this.shards
      .where('[stream+shard]')
      .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
      .toArray();
  }

  /** Nothing of a stream any more. */
  forget(stream: string): PromiseLike<void> {
    return this.transaction('rw', this.shards, this.cursors, async () => {
      await this.shards
        .where('[stream+shard]')
        .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
        .delete();
      await this.cursors.delete(stream);
    });
  }

  /**
   * Shards and the cursor behind them, together or not at all.
   * @returns false when somebody else was faster: the cursor is no longer where it was. Nothing is kept then.
   */
  keep(rows: ShardRow[], cursor: CursorRow, before: number): PromiseLike<boolean> {
    return this.transaction('rw', this.shards, this.cursors, async () => {
      const held = await this.cursors.get(cursor.stream);
      if ((held?.size ?? 0) !== before) return false;
      await this.shards.bulkPut(rows);
      await this.cursors.put(cursor);
      return true;
    });
  }
}
