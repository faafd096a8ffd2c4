/** Files on disk by their SHA-256: `<folder>/<first 2 digits>/<hash>`. A file that is there is whole. */
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobStore, StorageError } from '../log-store.ts';
import { fileError, isMissing, syncFolder, writeDurably } from './durable.ts';

export class FileBlobStore implements BlobStore {
  readonly #folder: string;

  /** @param folder made when it is not there. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('blob: not a SHA-256 in hex');
    return join(this.#folder, hash.slice(0, 2), hash);
  }

  async has(hash: string): Promise<boolean> {
    try {
      await access(this.#path(hash));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw fileError(error);
    }
  }

  async put(hash: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(hash);
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new StorageError('hash-mismatch');
    if (await this.has(hash)) return;
    try {
      const made = await mkdir(join(path, '..'), { recursive: true });
      if (made) await syncFolder(this.#folder);
    } catch (error) {
      throw fileError(error);
    }
    await writeDurably(path, bytes, `${path}.${randomUUID()}.part`);
  }

  async get(hash: string): Promise<Uint8Array | null> {
    try {
      return await readFile(this.#path(hash));
    } catch (error) {
      if (isMissing(error)) return null;
      throw fileError(error);
    }
  }

  async delete(hash: string): Promise<void> {
    await rm(this.#path(hash), { force: true });
  }
}
