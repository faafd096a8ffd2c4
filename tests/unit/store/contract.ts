/** What every home of the log must keep to (store/log-store.ts): one suite, given a way to make a home. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Append, BlobStore, Entry, LogStore } from '../../../src/store/log-store.ts';
import { createHash } from 'node:crypto';

/** A home on storage of its own. */
export interface Home {
  store: LogStore;
  /** Closes it and opens it again on the same storage. */
  reopen(): Promise<LogStore>;
  /** A second writer on the same storage. */
  second(): Promise<LogStore>;
  /** Closes all and removes the storage. */
  remove(): Promise<void>;
}

export const TOWNSHIP = 'f0'.repeat(16);
const A = `${TOWNSHIP}/v1/public`;
const B = `${TOWNSHIP}/v2/public`;

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An entry of a home; only its id need be true. */
export const entry = (name: string): Entry => ({
  id: sha(name),
  leaf: `2026-11-24T02:00:00.000Z ${'0'.repeat(128)} {"name":"${name}"}`,
  body: `{"title":"公告 ${name} 𠮷"}`,
});

const frontierOf = (size: number): string[] =>
  size
    .toString(2)
    .split('')
    .filter((digit) => digit === '1')
    .map((_, index) => sha(`${size}/${index}`));

export const append = (stream: string, from: number, names: string[], more: Partial<Append> = {}): Append => {
  const size = from + names.length;
  return {
    stream,
    from,
    entries: names.map(entry),
    head: { stream, size, frontier: frontierOf(size), checkpoint: `note of ${stream} at ${size}\n` },
    ...more,
  };
};

const names = (count: number, prefix = 'e'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Everything that can be read of a stream. */
const contents = async (store: LogStore, stream: string) => ({
  head: await store.head(stream),
  entries: await store.read(stream, 0, 100_000),
});

export function logStoreContract(name: string, make: () => Promise<Home>): void {
  describe(`the log in ${name}`, () => {
    let home: Home | null = null;
    const fresh = async (): Promise<LogStore> => (home = await make()).store;
    afterEach(async () => {
      await home?.remove();
      home = null;
    });

    it('is empty at first', async () => {
      const store = await fresh();
      expect(await store.heads()).toEqual([]);
      expect(await store.head(A)).toBeNull();
      expect(await store.read(A, 0, 10)).toEqual([]);
      expect(await store.find(sha('e0'))).toBeNull();
      expect((await store.row(A, 'k')) ?? null).toBeNull();
    });

    it('gives back entries, head and rows exactly as they were stored, after it was opened again too', async () => {
      const store = await fresh();
      const rows = [
        { stream: A, key: 'page/0', value: { 标题: ['一', null, 2.5], deep: { a: { b: true } } } },
      ];
      const first = append(A, 0, names(3), { rows });
      expect(await store.append(first)).toBe('stored');
      for (const reopened of [false, true]) {
        const at = reopened ? await home!.reopen() : store;
        expect(await contents(at, A)).toEqual({ head: first.head, entries: first.entries });
        expect(await at.row(A, 'page/0')).toEqual(rows[0]!.value);
        expect(await at.find(sha('e2'))).toEqual({ stream: A, number: 2 });
        expect(await at.heads()).toEqual([first.head]);
      }
    });

    it('reads ranges: in order, cut at the end of the stream, empty beyond it', async () => {
      const store = await fresh();
      await store.append(append(A, 0, names(5)));
      await store.append(append(A, 5, names(4, 'f')));
      const read = async (from: number, to: number) => (await store.read(A, from, to)).map(({ id }) => id);
      const all = [...names(5), ...names(4, 'f')].map(sha);
      expect(await read(0, 9)).toEqual(all);
      expect(await read(3, 7)).toEqual(all.slice(3, 7));
      expect(await read(7, 100)).toEqual(all.slice(7));
      expect(await read(9, 20)).toEqual([]);
      expect(await read(4, 4)).toEqual([]);
    });

    it('keeps streams apart', async () => {
      const store = await fresh();
      await store.append(append(A, 0, names(2, 'a')));
      await store.append(append(B, 0, names(3, 'b')));
      expect((await store.heads()).map(({ stream, size }) => [stream, size]).toSorted()).toEqual([
        [A, 2],
        [B, 3],
      ]);
      expect(await store.find(sha('b1'))).toEqual({ stream: B, number: 1 });
    });

    it('refuses an append that comes too late, too early, or twice, and changes nothing', async () => {
      const store = await fresh();
      const first = append(A, 0, names(2), { rows: [{ stream: A, key: 'k', value: 1 }] });
      await store.append(first);
      const rows = [{ stream: A, key: 'k', value: 2 }];
      expect(await store.append(append(A, 0, ['late'], { rows }))).toBe('stale');
      expect(await store.append(append(A, 3, ['early'], { rows }))).toBe('stale');
      expect(await store.append(first)).toBe('stale');
      expect(await contents(store, A)).toEqual({ head: first.head, entries: first.entries });
      expect(await store.row(A, 'k')).toBe(1);
      expect(await store.find(sha('late'))).toBeNull();
    });

    it('refuses an id that is there already, in this stream, in another, or twice in one append', async () => {
      const store = await fresh();
      await store.append(append(A, 0, ['one']));
      expect(await store.append(append(A, 1, ['two', 'one']))).toBe('stale');
      expect(await store.append(append(B, 0, ['one']))).toBe('stale');
      expect(await store.append(append(B, 0, ['three', 'three']))).toBe('stale');
      expect(await store.find(sha('two'))).toBeNull();
      expect(await store.head(B)).toBeNull();
    });

    it('keeps an erased body as null, and tells it from an empty one', async () => {
      const store = await fresh();
      const batch = append(A, 0, names(2));
      batch.entries[0] = { ...entry('e0'), body: null };
      await store.append(batch);
      expect((await store.read(A, 0, 2)).map(({ body }) => body)).toEqual([null, entry('e1').body]);
    });

    it('replaces rows, of an append and outside of one', async () => {
      const store = await fresh();
      await store.append(append(A, 0, ['one'], { rows: [{ stream: A, key: 'k', value: { n: 1 } }] }));
      await store.append(append(A, 1, ['two'], { rows: [{ stream: A, key: 'k', value: { n: 2 } }] }));
      expect(await store.row(A, 'k')).toEqual({ n: 2 });
      await store.putRows([
        { stream: A, key: 'k', value: null },
        { stream: B, key: 'k', value: 'b' },
      ]);
      expect(await store.row(A, 'k')).toBeNull();
      expect(await store.row(B, 'k')).toBe('b');
    });

    it('lets one of several writers win each round, so that a stream cannot fork', async () => {
      const store = await fresh();
      const other = await home!.second();
      for (let round = 0; round < 5; round++) {
        const outcomes = await Promise.all(
          [store, other, store].map((writer, index) =>
            writer.append(append(A, round, [`${round}/${index}`])),
          ),
        );
        expect(outcomes.toSorted()).toEqual(['stale', 'stale', 'stored']);
        expect((await other.head(A))?.size).toBe(round + 1);
      }
      expect(await store.read(A, 0, 10)).toEqual(await other.read(A, 0, 10));
      expect(await store.read(A, 0, 10)).toHaveLength(5);
    });

    it('is the same log whatever sizes it was appended in', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), async (sizes) => {
          const made = await make();
          const all = names(sizes.reduce((sum, size) => sum + size, 0));
          let from = 0;
          for (const size of sizes) {
            expect(await made.store.append(append(A, from, all.slice(from, from + size)))).toBe('stored');
            from += size;
          }
          expect(await made.store.read(A, 0, 1_000)).toEqual(all.map(entry));
          expect((await made.store.head(A))?.size ?? 0).toBe(from);
          await made.remove();
        }),
        { seed: 3, numRuns: 12 },
      );
    });

    it('says that it is closed', async () => {
      const store = await fresh();
      await store.close();
      await expect(store.append(append(A, 0, ['one']))).rejects.toMatchObject({
        name: 'StorageError',
        fault: 'closed',
      });
      await store.close();
    });
  });
}

export interface BlobHome {
  store: BlobStore;
  reopen(): Promise<BlobStore>;
  remove(): Promise<void>;
}

export function blobStoreContract(name: string, make: () => Promise<BlobHome>): void {
  describe(`files in ${name}`, () => {
    let home: BlobHome | null = null;
    const fresh = async (): Promise<BlobStore> => (home = await make()).store;
    afterEach(async () => {
      await home?.remove();
      home = null;
    });
    const bytes = new Uint8Array(100_000).map((_, index) => (index * 7) % 251);
    const hash = createHash('sha256').update(bytes).digest('hex');

    it('keeps a file under its hash, also after it was opened again', async () => {
      const store = await fresh();
      expect([await store.has(hash), await store.get(hash)]).toEqual([false, null]);
      await store.put(hash, bytes);
      await store.put(hash, bytes);
      for (const reopened of [false, true]) {
        const at = reopened ? await home!.reopen() : store;
        expect(await at.has(hash)).toBe(true);
        expect(new Uint8Array((await at.get(hash))!)).toEqual(bytes);
      }
    });

    it('refuses bytes that are not what the name says', async () => {
      const store = await fresh();
      await expect(store.put(hash, bytes.subarray(1))).rejects.toMatchObject({ fault: 'hash-mismatch' });
      expect(await store.has(hash)).toBe(false);
    });

    it('deletes, and does not mind that there is nothing to delete', async () => {
      const store = await fresh();
      await store.put(hash, bytes);
      await store.delete(hash);
      await store.delete(hash);
      expect([await store.has(hash), await store.get(hash)]).toEqual([false, null]);
    });

    it('keeps a file that several put at once', async () => {
      const store = await fresh();
      await Promise.all([1, 2, 3].map(() => store.put(hash, bytes)));
      expect(new Uint8Array((await store.get(hash))!)).toEqual(bytes);
    });
  });
}
