/**
 * Files on a phone or tablet. A pinned file is nowhere else yet and is never dropped; the others can be fetched again, and
 * make room when the storage is full.
 */
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import { type BlobStore, StorageError } from '../log-store.ts';
import type { BlobRow, DeviceDb } from './db.ts';
import { guarded, storageErrorOf } from './storage-faults.ts';
import { Dexie } from 'dexie';

/** Unpinned files dropped at once to make room. */
const DROPPED_AT_ONCE = 20;

/** The type of an image by its first bytes; null when it is none that we take. */
export function imageType(bytes: Uint8Array): string | null {
  const starts = (...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
  const text = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP' ? 'image/webp' : null;
}

export class DeviceBlobStore implements BlobStore {
  readonly #db: DeviceDb;
  readonly #now: () => number;

  constructor(db: DeviceDb, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  has(hash: string): Promise<boolean> {
    return guarded(async () => (await this.#db.blobs.where('hash').equals(hash).count()) > 0);
  }

  put(hash: string, bytes: Uint8Array): Promise<void> {
    return this.keep(hash, bytes, 0);
  }

  /** Which of these files are whole on this device. */
  held(hashes: readonly string[]): Promise<Set<string>> {
    return guarded(async () => new Set(await this.#db.blobs.where('hash').anyOf(hashes).primaryKeys()));
  }

  /**
   * Keeps a file. One that is pinned already stays so.
   * @throws StorageError 'hash-mismatch' when the bytes are not what the name says; 'full' when no room could be made.
   */
  async keep(hash: string, bytes: Uint8Array, pinned: 0 | 1): Promise<void> {
    const [actual] = await sha256All([bytes]);
    if (toHex(actual!) !== hash) throw new StorageError('hash-mismatch');
    const type = imageType(bytes) ?? 'application/octet-stream';
    const row: BlobRow = {
      hash,
      bytes: new Blob([bytes as BlobPart], { type }),
      type,
      pinned,
      usedAt: new Date(this.#now()).toISOString(),
    };
    await this.withRoom(() =>
      this.#db.transaction('rw', this.#db.blobs, async () => {
        const held = await this.#db.blobs.get(hash);
        await this.#db.blobs.put(held?.pinned ? { ...row, pinned: 1 } : row);
      }),
    );
  }

  async get(hash: string): Promise<Uint8Array | null> {
    const row = await this.row(hash);
    return row ? new Uint8Array(await row.bytes.arrayBuffer()) : null;
  }

  /** The file with what is known of it. */
  row(hash: string): Promise<BlobRow | null> {
    return guarded(async () => (await this.#db.blobs.get(hash)) ?? null);
  }

  delete(hash: string): Promise<void> {
    return guarded(() => this.#db.blobs.delete(hash));
  }

  /**
   * Runs a write; when the storage is full, drops files that can be fetched again and tries once more.
   * @throws StorageError.
   */
  async withRoom<Value>(write: () => PromiseLike<Value>): Promise<Value> {
    try {
      return await write();
    } catch (error) {
      const fault = storageErrorOf(error);
      if (fault.fault !== 'full' || (await this.#makeRoom()) === 0) throw fault;
      return guarded(write);
    }
  }

  /** Drops the unpinned files that were used least lately. */
  async #makeRoom(): Promise<number> {
    try {
      const unpinned = this.#db.blobs.where('[pinned+usedAt]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
      const hashes = await unpinned.limit(DROPPED_AT_ONCE).primaryKeys();
      await this.#db.blobs.bulkDelete(hashes);
      if (hashes.length > 0) return hashes.length;
      // Half files are the last to go: whoever waits for one loses what has come.
      const parts = await this.#db.parts.count();
      await this.#db.parts.clear();
      return parts;
    } catch {
      return 0; // Too full even for that: the first error is the one to tell.
    }
  }
}
