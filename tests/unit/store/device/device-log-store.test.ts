import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { SEGMENT_SIZE } from '../../../../src/log/segment.ts';
import { DeviceBlobStore } from '../../../../src/store/device/device-blob-store.ts';
import { DeviceLogStore } from '../../../../src/store/device/device-log-store.ts';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { append, blobStoreContract, entry, logStoreContract, TOWNSHIP } from '../contract.ts';
import { fullDisk } from './full-disk.ts';

let count = 0;
const opened: DeviceDb[] = [];
const openDb = (name = `store-${(count += 1)}`): DeviceDb => {
  const db = new DeviceDb(name);
  opened.push(db);
  return db;
};
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

logStoreContract('IndexedDB', async () => {
  const db = openDb();
  return {
    store: new DeviceLogStore(db),
    second: async () => new DeviceLogStore(openDb(db.name)),
    reopen: async () => {
      db.close();
      return new DeviceLogStore(openDb(db.name));
    },
    remove: async () => db.close(),
  };
});

blobStoreContract('IndexedDB', async () => {
  const db = openDb();
  return {
    store: new DeviceBlobStore(db, Date.now),
    reopen: async () => {
      db.close();
      return new DeviceBlobStore(openDb(db.name), Date.now);
    },
    remove: async () => db.close(),
  };
});

const STREAM = `${TOWNSHIP}/v1/public`;
const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `n${from + i}`);

describe('the log’s rows on a device', () => {
  it('become one row for each segment that is whole, whatever batches it came in', async () => {
    const db = openDb();
    const store = new DeviceLogStore(db);
    const sizes = [1, 1, 500, 3, 700, 1200, 1];
    let from = 0;
    for (const size of sizes) {
      await store.append(append(STREAM, from, names(from, from + size)));
      from += size;
    }
    const rows = await db.chunks.toArray();
    const whole = rows.filter((row) => row.count === SEGMENT_SIZE);
    expect(whole.map((row) => row.from)).toEqual([0, SEGMENT_SIZE]);
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(from);
    const [middle] = (await store.readRun(STREAM, 1500, 1501)).leaves;
    expect(middle).toBe(entry('n1500').leaf);
  });

  it('are as many for one new event on a large board as on a small one', async () => {
    const db = openDb();
    const store = new DeviceLogStore(db);
    await store.append(append(STREAM, 0, names(0, 1500)));
    let written = 0;
    for (const table of [db.chunks, db.ids, db.heads]) {
      table.hook('creating', () => void (written += 1));
      table.hook('updating', () => void (written += 1));
    }
    await store.append(append(STREAM, 1500, ['one more']));
    expect(written).toBeLessThanOrEqual(3);
  });
});

describe('a full disk', () => {
  it('is told as such, and nothing is half written', async () => {
    const db = openDb();
    const disk = fullDisk(db);
    const store = new DeviceLogStore(db);
    await store.append(append(STREAM, 0, names(0, 3)));
    for (const table of ['chunks', 'ids', 'heads', 'rows']) {
      disk.tables = new Set([table]);
      const rows = [{ stream: STREAM, key: 'k', value: 1 }];
      await expect(store.append(append(STREAM, 3, ['more'], { rows }))).rejects.toMatchObject({
        fault: 'full',
      });
      expect((await store.head(STREAM))?.size).toBe(3);
      expect(await store.find(entry('more').id)).toBeNull();
      expect(await store.row(STREAM, 'k')).toBeUndefined();
      expect(await store.read(STREAM, 0, 9)).toHaveLength(3);
    }
    disk.tables.clear();
    expect(await store.append(append(STREAM, 3, ['more']))).toBe('stored');
  });
});
