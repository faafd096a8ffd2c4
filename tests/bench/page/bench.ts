/** The page in which the benchmarks run: the product's own client code, and beside it the simplest thing that could work. */
import { Dexie, type Table } from 'dexie';
import { openDevice } from '../../../src/sync/client/open-device.ts';
import type { Device } from '../../../src/sync/client/device.ts';
import { publicStream, type TownshipId } from '../../../src/log/stream.ts';
import { type SearchTimes, searchTimes } from './search.ts';

export interface Held {
  /** Milliseconds. */
  took: number;
  size: number;
  /** The signed head that was verified. */
  checkpoint: string;
  /** Notices on the pages of the board. */
  notices: number;
}

/** Rows as they come, in a table of their own: the floor. */
class FloorDb extends Dexie {
  declare events: Table<{ n: number; leaf: string; body: string }, number>;

  constructor() {
    super('floor', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ events: 'n' });
  }
}

let device: Device | null = null;

async function heldOf(unit: string, start: number, { db }: Device): Promise<Held> {
  const took = performance.now() - start;
  const identity = (await db.registry.toCollection().first())?.township as TownshipId;
  const stream = publicStream(identity, unit);
  const head = await db.heads.get(stream);
  const pages = await db.pages.where('[stream+page]').between([stream, 0], [stream, Infinity]).toArray();
  return {
    took,
    size: head?.size ?? 0,
    checkpoint: head?.checkpoint ?? '',
    notices: pages.reduce((sum, page) => sum + page.notices.length, 0),
  };
}

const bench = {
  /** One fetch, one parse, one bulkPut of all rows. Milliseconds. */
  async floor(path: string): Promise<number> {
    const db = new FloorDb();
    await db.open();
    const start = performance.now();
    const rows = (await (await fetch(path, { cache: 'no-store' })).json()) as {
      n: number;
      leaf: string;
      body: string;
    }[];
    await db.events.bulkPut(rows);
    const took = performance.now() - start;
    db.close();
    return took;
  },

  /** A new device reads a unit's whole board: pulled, verified, folded into pages, stored. */
  async cold(unit: string): Promise<Held> {
    const start = performance.now();
    device = openDevice();
    await device.follow(unit);
    await device.contactNow();
    return heldOf(unit, start, device);
  },

  /** Searches in what `cold` has brought. */
  search: (stream: string, queries: readonly string[]): Promise<SearchTimes> =>
    searchTimes(stream, [...queries]),

  /** The device of `cold` makes contact once more. */
  async delta(unit: string): Promise<Held> {
    if (!device) throw new Error('bench: no device');
    const start = performance.now();
    await device.contactNow();
    return heldOf(unit, start, device);
  },
};

export type Bench = typeof bench;
Object.assign(window, { bench });
