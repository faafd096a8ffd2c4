/** The log in SQLite. See database.ts for its tables. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Append, Entry, Head, LogStore, Row } from '../log-store.ts';
import { openDatabase, run, transaction } from './database.ts';

const SQL = {
  heads: 'SELECT stream, size, frontier, checkpoint FROM heads ORDER BY stream',
  head: 'SELECT stream, size, frontier, checkpoint FROM heads WHERE stream = ?',
  size: 'SELECT size FROM heads WHERE stream = ?',
  find: 'SELECT stream, number FROM entries WHERE id = ?',
  read: 'SELECT id, leaf, body FROM entries WHERE stream = ? AND number >= ? AND number < ? ORDER BY number',
  row: 'SELECT value FROM rows WHERE stream = ? AND key = ?',
  insert: 'INSERT INTO entries (stream, number, id, leaf, body) VALUES (?, ?, ?, ?, ?)',
  putHead: 'INSERT OR REPLACE INTO heads (stream, size, frontier, checkpoint) VALUES (?, ?, ?, ?)',
  putRow: 'INSERT OR REPLACE INTO rows (stream, key, value) VALUES (?, ?, ?)',
} as const;

type Statements = Record<keyof typeof SQL, StatementSync>;

function prepareAll(db: DatabaseSync): Statements {
  const prepared = Object.entries(SQL).map(([name, text]) => [name, db.prepare(text)]);
  return Object.fromEntries(prepared) as Statements;
}

const headOf = (row: Record<string, unknown>): Head => ({
  stream: row.stream as string,
  size: row.size as number,
  frontier: JSON.parse(row.frontier as string) as string[],
  checkpoint: row.checkpoint as string,
});

/** `LogStore` in one SQLite file. Its calls are synchronous inside, so each one is atomic in this process too. */
export class SqliteLogStore implements LogStore {
  readonly #db: DatabaseSync;
  readonly #sql: Statements;

  /** @param db from `openDatabase`, with full durability; closed by `close`. */
  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = prepareAll(db);
  }

  /** @throws UnusableFileError, StorageError */
  static open(path: string): SqliteLogStore {
    return new SqliteLogStore(openDatabase(path, { durability: 'full' }));
  }

  async heads(): Promise<Head[]> {
    return run(() => this.#sql.heads.all()).map(headOf);
  }

  async head(stream: string): Promise<Head | null> {
    const row = run(() => this.#sql.head.get(stream));
    return row ? headOf(row) : null;
  }

  async append({ stream, from, entries, head, rows = [] }: Append): Promise<'stored' | 'stale'> {
    if (head.stream !== stream || head.size !== from + entries.length) {
      throw new RangeError('append: the head does not fit the entries');
    }
    return transaction(this.#db, () => {
      if (((this.#sql.size.get(stream)?.size ?? 0) as number) !== from) return 'stale';
      const ids = new Set(entries.map((entry) => entry.id));
      if (ids.size < entries.length || [...ids].some((id) => this.#sql.find.get(id))) return 'stale';
      entries.forEach((entry, index) =>
        this.#sql.insert.run(stream, from + index, entry.id, entry.leaf, entry.body),
      );
      this.#sql.putHead.run(stream, head.size, JSON.stringify(head.frontier), head.checkpoint);
      this.#put(rows);
      return 'stored';
    });
  }

  async read(stream: string, from: number, to: number): Promise<Entry[]> {
    return run(() => this.#sql.read.all(stream, from, to)).map((row) => ({
      id: row.id as string,
      leaf: row.leaf as string,
      body: row.body as string | null,
    }));
  }

  async find(id: string): Promise<{ stream: string; number: number } | null> {
    const row = run(() => this.#sql.find.get(id));
    return row ? { stream: row.stream as string, number: row.number as number } : null;
  }

  async row(stream: string, key: string): Promise<unknown> {
    const found = run(() => this.#sql.row.get(stream, key));
    return found ? JSON.parse(found.value as string) : undefined;
  }

  async putRows(rows: Row[]): Promise<void> {
    transaction(this.#db, () => this.#put(rows));
  }

  #put(rows: Row[]): void {
    for (const { stream, key, value } of rows) this.#sql.putRow.run(stream, key, JSON.stringify(value));
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }
}
