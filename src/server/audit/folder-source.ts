/** A data folder, or a copy of one, read without changing anything in it; a server may be running on it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { noteParts } from '../../log/checkpoint.ts';
import { eventId } from '../../log/event.ts';
import { toHex } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { frontierFromText, rootOf } from '../../log/merkle.ts';
import { parseStream } from '../../log/stream.ts';
import { FileBlobStore } from '../../store/files/blob-store.ts';
import type { Entry } from '../../store/log-store.ts';
import type { Finding } from './findings.ts';
import { isRegistryOf } from './kept-registry.ts';
import { type AuditSource, type RawEntry, UnreadableSourceError } from './source.ts';

/** Opens the file, and reads something; a file that cannot be read is not left open. */
function opened(path: string | URL): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    // One moment of the log, while a server may go on writing.
    db.exec('BEGIN');
    db.prepare('SELECT stream FROM heads').all();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** In a folder that cannot be written, SQLite must be told that nobody writes. */
function openReadOnly(path: string): DatabaseSync {
  try {
    return opened(path);
  } catch {
    const url = pathToFileURL(path);
    url.searchParams.set('immutable', '1');
    return opened(url);
  }
}

/** Reads, and says in plain words that what is there cannot be read: bytes of the file were changed or are missing. */
function reading<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new UnreadableSourceError(`log.db 坏了，读不出来 · log.db is damaged and cannot be read: ${why}`);
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
      return new FolderSource(openReadOnly(path), join(folder, 'files'));
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
    const rows = this.#all('SELECT stream FROM heads UNION SELECT DISTINCT stream FROM entries');
    return rows.map(({ stream }) => String(stream)).toSorted();
  }

  async checkpoint(stream: string): Promise<string | null> {
    const [row] = this.#all('SELECT checkpoint FROM heads WHERE stream = ?', stream);
    return row ? String(row.checkpoint) : null;
  }

  async keptRoot(stream: string): Promise<string | null> {
    const [row] = this.#all('SELECT size, frontier, checkpoint FROM heads WHERE stream = ?', stream);
    if (!row) return null;
    try {
      const hashes = JSON.parse(String(row.frontier)) as string[];
      const frontier = frontierFromText({ size: Number(row.size), hashes });
      // The next event is put at this number: it must be the one that was signed.
      const signed = noteParts(String(row.checkpoint))?.text.split('\n')[1];
      return frontier && signed === String(row.size) ? toHex(rootOf(frontier)) : 'damaged';
    } catch {
      return 'damaged';
    }
  }

  async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    const sql =
      'SELECT number, leaf, body FROM entries WHERE stream = ? AND number >= ? AND number < ? ORDER BY number';
    const rows = this.#all(sql, stream, from, to);
    // A number that is missing ends the run: what follows does not stand at its place.
    const whole = rows.findIndex(({ number }, i) => number !== from + i);
    return rows.slice(0, whole < 0 ? rows.length : whole).map(({ leaf, body }) => ({
      leaf: String(leaf),
      body: body === null || body === undefined ? null : String(body),
    }));
  }

  async borders(stream: string): Promise<string[]> {
    const sql = "SELECT value FROM rows WHERE stream = ? AND key LIKE 'border/%'";
    return this.#all(sql, stream).map(({ value }) => {
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

  /**
   * What the server keeps beside the log, and would go by: the index, ids and the registry as it was folded.
   * To be asked only when nothing was found in the log itself.
   */
  async keptFindings(): Promise<Finding[]> {
    const [whole] = this.#all('PRAGMA integrity_check(1)');
    const found: Finding[] = whole?.integrity_check === 'ok' ? [] : [{ code: 'damaged-index', stream: '' }];
    const wrongId = this.#all('SELECT stream, number, id, leaf FROM entries').find(
      ({ id, leaf }) => eventId(parseLeaf(String(leaf))?.header ?? '') !== id,
    );
    if (wrongId)
      found.push({ code: 'damaged-index', stream: String(wrongId.stream), number: Number(wrongId.number) });
    for (const { stream, value } of this.#all("SELECT stream, value FROM rows WHERE key = 'registry'"))
      if (!this.#isKept(String(stream), String(value)))
        found.push({ code: 'damaged-rights', stream: String(stream) });
    return found;
  }

  /** Whether the folded registry is what its events give. */
  #isKept(stream: string, value: string): boolean {
    const rows = this.#all('SELECT id, leaf, body FROM entries WHERE stream = ? ORDER BY number', stream);
    return isRegistryOf(value, rows as unknown as Entry[]);
  }

  #all(sql: string, ...values: (string | number)[]): Record<string, SQLOutputValue>[] {
    return reading(() => this.#db.prepare(sql).all(...values));
  }

  async close(): Promise<void> {
    this.#db.close();
  }
}
