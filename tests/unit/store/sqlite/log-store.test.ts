import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, SCHEMA_VERSION } from '../../../../src/store/sqlite/database.ts';
import { SqliteLogStore } from '../../../../src/store/sqlite/log-store.ts';
import { append, entry, logStoreContract, TOWNSHIP } from '../contract.ts';
import { newFolder } from '../folders.ts';

logStoreContract('SQLite', async () => {
  const { folder, remove } = newFolder();
  const path = join(folder, 'log.db');
  const open: SqliteLogStore[] = [];
  const opened = (): SqliteLogStore => {
    const store = SqliteLogStore.open(path);
    open.push(store);
    return store;
  };
  const store = opened();
  return {
    store,
    second: async () => opened(),
    reopen: async () => {
      await store.close();
      return opened();
    },
    remove: async () => {
      for (const one of open) await one.close();
      remove();
    },
  };
});

describe("the log's file", () => {
  let made: ReturnType<typeof newFolder>;
  let path = '';
  beforeEach(() => {
    made = newFolder();
    path = join(made.folder, 'log.db');
  });
  afterEach(() => made.remove());
  const stream = `${TOWNSHIP}/v1/public`;

  it('is written through to the disk at each commit', async () => {
    const db = openDatabase(path, { durability: 'full' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('says its version, and is refused, unchanged, when it is newer than the software', () => {
    openDatabase(path, { durability: 'full' }).close();
    const raw = new DatabaseSync(path);
    expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: SCHEMA_VERSION });
    raw.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    expect(() => SqliteLogStore.open(path)).toThrow(/newer version/);
    expect(raw.prepare('PRAGMA user_version').get()).toEqual({ user_version: SCHEMA_VERSION + 1 });
    raw.close();
  });

  it('is refused when it is another program’s database, or none', () => {
    const raw = new DatabaseSync(path);
    raw.exec('CREATE TABLE cooking (recipe TEXT)');
    raw.close();
    expect(() => SqliteLogStore.open(path)).toThrow(/some other software/);
    expect(() => SqliteLogStore.open(made.folder)).toThrow(/storage: failed/);
  });

  it('says when the disk is full, keeps what it had, and goes on when there is room', async () => {
    const db = openDatabase(path, { durability: 'full' });
    const store = new SqliteLogStore(db);
    await store.append(append(stream, 0, ['first']));
    const pages = Number(Object.values(db.prepare('PRAGMA page_count').get()!)[0]);
    db.exec(`PRAGMA max_page_count = ${pages}`);
    const large = append(stream, 1, ['large']);
    large.entries[0]!.body = `{"text":"${'长'.repeat(40_000)}"}`;
    await expect(store.append(large)).rejects.toMatchObject({ name: 'StorageError', fault: 'full' });
    expect(await store.read(stream, 0, 10)).toEqual([entry('first')]);
    expect((await store.head(stream))?.size).toBe(1);
    db.exec('PRAGMA max_page_count = 100000');
    expect(await store.append(large)).toBe('stored');
    await store.close();
  });

  it('refuses a head that does not fit its entries', async () => {
    const store = SqliteLogStore.open(path);
    const wrong = append(stream, 0, ['one']);
    wrong.head.size = 5;
    await expect(store.append(wrong)).rejects.toThrow(RangeError);
    await store.close();
  });
});
