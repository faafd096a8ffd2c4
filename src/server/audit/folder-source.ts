/** A data folder, or a copy of one, read without changing anything in it; a server may be running on it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { toHex } from '../../log/hex.ts';
import { frontierFromText, rootOf } from '../../log/merkle.ts';
import { parseStream } from '../../log/stream.ts';
import { FileBlobStore } from '../../store/files/blob-store.ts';
import { type AuditSource, type RawEntry, UnreadableSourceError } from './source.ts';

/** In a folder that cannot be written, SQLite must be told that nobody writes. */
function openReadOnly(path: string): DatabaseSync {
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    db.prepare('SELECT 1 FROM heads').get();
    return db;
  } catch {
    const url = pathToFileURL(path);
    url.searchParams.set('immutable', '1');
    return new DatabaseSync(url, { readOnly: true });
  }
}

export class FolderSource implements AuditSource {
  readonly #db: DatabaseSync;
  readonly #files: string;

  private constructor(db: DatabaseSync, files: string) {
    this.#db = db;
    this.#files = files;
  }

  /** @throws UnreadableSourceError */
  static open(folder: string): FolderSource {
    const path = join(folder, 'log.db');
    if (!existsSync(path))
      throw new UnreadableSourceError(`这里没有 log.db · there is no log.db in ${folder}`);
    try {
      const db = openReadOnly(path);
      // One moment of the log, while a server may go on writing.
      db.exec('BEGIN');
      db.prepare('SELECT stream FROM heads').all();
      return new FolderSource(db, join(folder, 'files'));
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      throw new UnreadableSourceError(`log.db 读不出来 · log.db cannot be read: ${why}`);
    }
  }

  async township(): Promise<string | null> {
    const names = await this.streams();
    const registry = names.map(parseStream).find((parts) => parts?.kind === 'registry');
    return registry?.township ?? null;
  }

  async streams(): Promise<string[]> {
    const rows = this.#db.prepare('SELECT stream FROM heads UNION SELECT DISTINCT stream FROM entries').all();
    return rows.map(({ stream }) => String(stream)).toSorted();
  }

  async checkpoint(stream: string): Promise<string | null> {
    const row = this.#db.prepare('SELECT checkpoint FROM heads WHERE stream = ?').get(stream);
    return row ? String(row.checkpoint) : null;
  }

  async keptRoot(stream: string): Promise<string | null> {
    const row = this.#db.prepare('SELECT size, frontier FROM heads WHERE stream = ?').get(stream);
    if (!row) return null;
    try {
      const hashes = JSON.parse(String(row.frontier)) as string[];
      const frontier = frontierFromText({ size: Number(row.size), hashes });
      return frontier ? toHex(rootOf(frontier)) : 'damaged';
    } catch {
      return 'damaged';
    }
  }

  async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    const sql =
      'SELECT number, leaf, body FROM entries WHERE stream = ? AND number >= ? AND number < ? ORDER BY number';
    const rows = this.#db.prepare(sql).all(stream, from, to);
    // A number that is missing ends the run: what follows does not stand at its place.
    const whole = rows.findIndex(({ number }, i) => number !== from + i);
    return rows.slice(0, whole < 0 ? rows.length : whole).map(({ leaf, body }) => ({
      leaf: String(leaf),
      body: body === null || body === undefined ? null : String(body),
    }));
  }

  async borders(stream: string): Promise<string[]> {
    const sql = "SELECT value FROM rows WHERE stream = ? AND key LIKE 'border/%'";
    return this.#db
      .prepare(sql)
      .all(stream)
      .map(({ value }) => {
        try {
          return String((JSON.parse(String(value)) as { checkpoint?: unknown }).checkpoint);
        } catch {
          return '';
        }
      });
  }

  file(hash: string): Promise<Uint8Array | null> {
    return new FileBlobStore(this.#files).get(hash).catch(() => null);
  }

  async close(): Promise<void> {
    this.#db.close();
  }
}
