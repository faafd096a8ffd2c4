/** Daily totals of visits in the server's SQLite file, by a connection of their own: a visit must not cost a sync of the disk. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Visit, VisitMonth, VisitStore } from '../visit-store.ts';
import { openDatabase, run } from './database.ts';

const SINCE = `SELECT day, unit, kind, subject, count FROM visits WHERE day >= ? AND (? IS NULL OR unit = ?)
  ORDER BY day, unit, kind, subject`;
const MONTHS = `SELECT substr(day, 1, 7) AS month, unit, kind, SUM(count) AS count FROM visits
  WHERE day >= ? || '-01-01' AND day <= ? || '-12-31' GROUP BY month, unit, kind ORDER BY month, unit, kind`;
const ADD = `INSERT INTO visits (day, unit, kind, subject, count) VALUES (?, ?, ?, ?, 1)
  ON CONFLICT (day, unit, kind, subject) DO UPDATE SET count = count + 1`;

export class SqliteVisitStore implements VisitStore {
  readonly #db: DatabaseSync;
  readonly #add: StatementSync;
  readonly #since: StatementSync;
  readonly #months: StatementSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
    this.#add = db.prepare(ADD);
    this.#since = db.prepare(SINCE);
    this.#months = db.prepare(MONTHS);
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

  months(year: string): VisitMonth[] {
    return run(() => this.#months.all(year, year)).map((row) => ({ ...row }) as unknown as VisitMonth);
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}
