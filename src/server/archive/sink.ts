/** Where the files of a bag go: into a folder, or into a zip that is handed over while it is made. */
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { isMissing } from '../../store/files/durable.ts';
import { ArchiveError } from './problems.ts';

export interface Sink {
  /** @param path with slashes, below the bag's folder. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** Makes the folder. @throws ArchiveError 'not-empty' */
export async function folderSink(folder: string): Promise<Sink> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  if (there.length > 0) throw new ArchiveError('not-empty', folder);
  await mkdir(folder, { recursive: true });
  return {
    write: async (path, bytes) => {
      const full = join(folder, path);
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, bytes);
    },
  };
}

/** What a zip without its 64-bit extension holds, bytes and files, less its own lists. */
const ZIP_LIMITS = { bytes: 4_000_000_000, files: 65_000 } as const;
/** Photos and attachments are small already. */
const isPacked = (path: string): boolean => path.includes('/files/');

/** A zip as a stream: whoever reads slowly is waited for, and whoever goes ends it. */
export class ZipSink implements Sink {
  readonly #stream = new PassThrough();
  readonly #root: string;
  readonly #time: Date;
  readonly #zip: Zip;
  #bytes = 0;
  #files = 0;

  /**
   * @param root name of the folder in the zip.
   * @param time of all its files: the same contents give the same bytes.
   */
  constructor(root: string, time: Date) {
    this.#root = root;
    this.#time = time;
    this.#zip = new Zip((error, chunk, last) => {
      if (error) return void this.#stream.destroy(error);
      this.#stream.write(chunk);
      if (last) this.#stream.end();
    });
  }

  get stream(): Readable {
    return this.#stream;
  }

  /** @throws ArchiveError 'too-large', 'gone' when nobody reads any more. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    if (this.#stream.destroyed) throw new ArchiveError('gone', path);
    this.#bytes += bytes.length;
    this.#files += 1;
    if (this.#bytes > ZIP_LIMITS.bytes || this.#files > ZIP_LIMITS.files)
      throw new ArchiveError('too-large', path);
    const name = `${this.#root}/${path}`;
    const file = isPacked(path) ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = this.#time;
    this.#zip.add(file);
    file.push(bytes, true);
    if (!this.#stream.writableNeedDrain) return;
    await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]);
  }

  end(): void {
    this.#zip.end();
  }

  /** Breaks off: whoever reads gets no whole zip, and can tell. */
  fail(error: unknown): void {
    this.#zip.terminate();
    this.#stream.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
