/** Reminders in the server's SQLite file. See reminder-tables.ts. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ReminderRules } from '../../domain/due/reminders.ts';
import type { QueuedReminder, ReminderPerson, ReminderStore } from '../reminder-store.ts';
import { openDatabase, run, transaction } from './database.ts';
import { REMINDER_STREAM } from './reminder-tables.ts';

const ADD_ORDER = `INSERT OR IGNORE INTO message_orders
  (id, stream, unit, notice, revision, text, segments, accepted_at, problem, repeated)
  VALUES (?, '${REMINDER_STREAM}', ?, '', ?, ?, ?, ?, NULL, 0)`;
const ENQUEUE = `INSERT OR IGNORE INTO messages
  ("order", revision, number, state, due_at, tries, problem, since, changed_at)
  SELECT ?, ?, number, 'waiting', 0, 0, NULL, ?, ? FROM reminder_people WHERE member = ? AND off = 0`;

export class SqliteReminderStore implements ReminderStore {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** @throws UnusableFileError, StorageError */
  static open(path: string): SqliteReminderStore {
    return new SqliteReminderStore(openDatabase(path, { durability: 'full' }));
  }

  rules(): ReminderRules | null {
    const [row] = this.#all('SELECT "on", before, after FROM reminder_rules');
    return row ? { on: row['on'] === 1, before: Number(row['before']), after: Number(row['after']) } : null;
  }

  setRules({ on, before, after }: ReminderRules): void {
    this.#run(
      'INSERT OR REPLACE INTO reminder_rules (id, "on", before, after) VALUES (1, ?, ?, ?)',
      on ? 1 : 0,
      before,
      after,
    );
  }

  people(): ReminderPerson[] {
    return this.#all('SELECT member, number, off FROM reminder_people ORDER BY member').map((row) => ({
      member: row['member'] as string,
      number: row['number'] as string,
      off: row['off'] === 1,
    }));
  }

  setNumber(member: string, number: string | null): void {
    if (number === null) return void this.#run('DELETE FROM reminder_people WHERE member = ?', member);
    this.#run(
      `INSERT INTO reminder_people (member, number, off) VALUES (?, ?, 0)
       ON CONFLICT (member) DO UPDATE SET number = excluded.number`,
      member,
      number,
    );
  }

  setOff(member: string, off: boolean): void {
    this.#run('UPDATE reminder_people SET off = ? WHERE member = ?', off ? 1 : 0, member);
  }

  told(member: string, keys: string[]): Set<string> {
    const rows = this.#all(
      'SELECT key FROM reminders_told WHERE member = ? AND key IN (SELECT value FROM json_each(?))',
      member,
      JSON.stringify(keys),
    );
    return new Set(rows.map(({ key }) => key as string));
  }

  queue({ id, member, unit, text, segments, keys, at }: QueuedReminder): boolean {
    return transaction(this.#db, () => {
      const accepted = new Date(at).toISOString();
      if (this.#run(ADD_ORDER, id, unit, id, text, segments, accepted) === 0) return false;
      if (this.#run(ENQUEUE, id, id, at, at, member) === 0) {
        this.#run('DELETE FROM message_orders WHERE id = ?', id);
        return false;
      }
      for (const key of keys)
        this.#run('INSERT OR IGNORE INTO reminders_told (key, member, at) VALUES (?, ?, ?)', key, member, at);
      return true;
    });
  }

  since(moment: number): number {
    const [row] = this.#all(
      'SELECT count(*) AS n FROM message_orders WHERE stream = ? AND accepted_at >= ?',
      REMINDER_STREAM,
      new Date(moment).toISOString(),
    );
    return Number(row?.['n'] ?? 0);
  }

  forget(before: number): void {
    this.#run('DELETE FROM reminders_told WHERE at < ?', before);
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return run(() => this.#db.prepare(sql).all(...values)) as Record<string, unknown>[];
  }

  /** @returns rows changed. */
  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(run(() => this.#db.prepare(sql).run(...values)).changes);
  }
}
