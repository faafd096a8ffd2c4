/** Daily totals of visits in the server's SQLite file, by a connection of their own: a visit must not cost a sync of the disk. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Visit, VisitStore } from '../visit-store.ts';
import { openDatabase, run } from './database.ts';

const SINCE = `SELECT day, unit, kind, subject, count FROM visits WHERE day >= ? AND (? IS NULL OR unit = ?)
  ORDER BY day, unit, kind, subject`;
const ADD = `INSERT INTO visits (day, unit, kind, subject, count) VALUES (?, ?, ?, ?, 1)
  ON CONFLICT (day, unit, kind, subject) DO UPDATE SET count = count + 1`;

export class SqliteVisitStore implements VisitStore {
  readonly #db: DatabaseSync;
  readonly #add: StatementSync;
  readonly #since: StatementSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
    this.#add = db.prepare(ADD);
    this.#since = db.prepare(SINCE);
  }

  /** @throws UnusableFileError, StorageError */
  static open(path: string): SqliteVisitStore {
    return new SqliteVisitStore(openDatabase(path, { durability: 'normal' }));
  }

  add({ day, unit, kind, subject }: Omit<Visit, 'count'>): void {
    run(() => this.#add.run(day, unit, kind, subject));
  }

  since(day: string, unit: string | null): Visit[] {
    return run(() => this.#since.all(day, unit, unit)).map((row) => ({ ...row }) as unknown as Visit);
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}
