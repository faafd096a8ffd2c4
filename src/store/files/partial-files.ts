/**
 * Files that are still arriving, `<folder>/<hash>`: they survive a restart. Not synced piece by piece: after a power cut
 * the end may be wrong, the hash of the whole shows it, and the file is sent again.
 */
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError, isMissing } from './durable.ts';

export class PartialFiles {
  readonly #folder: string;

  /** @param folder made when it is not there. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('partial file: not a SHA-256 in hex');
    return join(this.#folder, hash);
  }

  /** Bytes that have arrived. */
  async received(hash: string): Promise<number> {
    try {
      return (await stat(this.#path(hash))).size;
    } catch (error) {
      if (isMissing(error)) return 0;
      throw fileError(error);
    }
  }

  /**
   * Adds bytes at `offset`, which must be what has arrived: the caller sees to it that nobody else writes meanwhile.
   * When it fails, what had arrived before is still there. @throws StorageError
   */
  async append(hash: string, offset: number, bytes: Uint8Array): Promise<void> {
    try {
      await mkdir(this.#folder, { recursive: true });
      const handle = await open(this.#path(hash), 'a');
      try {
        await handle.appendFile(bytes);
      } catch (error) {
        await handle.truncate(offset);
        throw error;
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw fileError(error);
    }
  }

  async read(hash: string): Promise<Uint8Array> {
    try {
      return await readFile(this.#path(hash));
    } catch (error) {
      if (isMissing(error)) return new Uint8Array(0);
      throw fileError(error);
    }
  }

  async drop(hash: string): Promise<void> {
    await rm(this.#path(hash), { force: true });
  }

  /** Drops what nobody has gone on with since `before`, ms since 1970. */
  async dropOlder(before: number): Promise<void> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    for (const name of names) {
      const path = join(this.#folder, name);
      if ((await stat(path)).mtimeMs < before) await rm(path, { force: true });
    }
  }
}
