/** Contacts in the server's SQLite file, by a connection of their own: each contact must not cost a sync of the disk. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ContactRecord, ContactStore } from '../contact-store.ts';
import { openDatabase, run } from './database.ts';

export class SqliteContactStore implements ContactStore {
  readonly #db: DatabaseSync;
  readonly #put: StatementSync;
  readonly #list: StatementSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
    this.#put = db.prepare('INSERT OR REPLACE INTO contacts (key, at, held, report) VALUES (?, ?, ?, ?)');
    this.#list = db.prepare(
      'SELECT key, at, held, report FROM contacts WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key',
    );
  }

  /** @throws UnusableFileError, StorageError */
  static open(path: string): SqliteContactStore {
    return new SqliteContactStore(openDatabase(path, { durability: 'normal' }));
  }

  async put({ key, at, held, report }: ContactRecord): Promise<void> {
    run(() => this.#put.run(key, at, JSON.stringify(held), JSON.stringify(report)));
  }

  async list(keys: string[]): Promise<ContactRecord[]> {
    return run(() => this.#list.all(JSON.stringify(keys))).map((row) => ({
      key: row.key as string,
      at: row.at as string,
      held: JSON.parse(row.held as string) as Record<string, number>,
      report: JSON.parse(row.report as string) as unknown,
    }));
  }

  async close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
  }
}
