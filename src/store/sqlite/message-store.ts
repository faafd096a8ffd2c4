/** Text messages in the server's SQLite file. See message-tables.ts. Each call is one transaction. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type Group,
  MESSAGE_STATES,
  type MessageCounts,
  type MessageState,
  type MessageStore,
  type Order,
  type OrderProblem,
  type OrderStanding,
  type Progress,
  type QueuedMessage,
  type ReceiptState,
  type Receiver,
  type Wish,
} from '../message-store.ts';
import { openDatabase, run, transaction } from './database.ts';

const SQL = {
  groups: `SELECT g.id, g.unit, g.name, (SELECT count(*) FROM message_receivers r WHERE r."group" = g.id) AS count
           FROM message_groups g ORDER BY g.unit IS NOT NULL, g.unit, g.name, g.id`,
  setGroup: 'INSERT OR REPLACE INTO message_groups (id, unit, name) VALUES (?, ?, ?)',
  deleteGroup: 'DELETE FROM message_groups WHERE id = ?',
  receivers: 'SELECT id, number, name FROM message_receivers WHERE "group" = ? ORDER BY id',
  clearGroup: 'DELETE FROM message_receivers WHERE "group" = ?',
  addReceiver: `INSERT INTO message_receivers ("group", number, name) VALUES (?, ?, ?)
                ON CONFLICT ("group", number) DO UPDATE SET name = excluded.name WHERE excluded.name <> ''`,
  dropReceiver: 'DELETE FROM message_receivers WHERE "group" = ? AND id = ?',

  cursor: 'SELECT size FROM message_cursors WHERE stream = ?',
  setCursor: 'INSERT OR REPLACE INTO message_cursors (stream, size) VALUES (?, ?)',
  addOrder: `INSERT OR IGNORE INTO message_orders
             (id, stream, unit, notice, revision, text, segments, accepted_at, problem, repeated)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  numbers: `SELECT number FROM message_receivers WHERE "group" IN (SELECT value FROM json_each(?))
            GROUP BY number ORDER BY min(id)`,
  // Whoever had this revision keeps it; a message that never reached the gateway goes with the newer order.
  enqueue: `INSERT INTO messages ("order", revision, number, state, due_at, tries, problem, since, changed_at)
            VALUES (?, ?, ?, 'waiting', 0, 0, NULL, ?, ?)
            ON CONFLICT (revision, number) DO UPDATE
            SET "order" = excluded."order", state = 'waiting', due_at = 0, tries = 0, problem = NULL,
              since = excluded.since, changed_at = excluded.changed_at
            WHERE messages.state IN ('failed', 'expired', 'dry')`,
  forgetParts: `DELETE FROM message_parts WHERE message IN (SELECT id FROM messages WHERE "order" = ? AND state = 'waiting')`,
  cancel: `UPDATE messages SET state = 'expired', problem = 'cancelled' WHERE "order" = ? AND state = 'waiting'`,
  repeated: 'UPDATE message_orders SET repeated = ? WHERE id = ?',

  due: `SELECT m.id, m."order", m.number, o.text, o.segments, m.tries, m.since,
          (SELECT count(*) FROM message_parts p WHERE p.message = m.id) AS parts
        FROM messages m JOIN message_orders o ON o.id = m."order"
        WHERE m.state = 'waiting' AND m.due_at <= ? ORDER BY m.due_at, m.id LIMIT ?`,
  nextDue: "SELECT min(due_at) AS due FROM messages WHERE state = 'waiting'",
  setState:
    'UPDATE messages SET state = ?, due_at = ?, tries = tries + ?, problem = ?, changed_at = ? WHERE id = ?',
  day: 'SELECT segments FROM message_days WHERE day = ?',
  spend: `INSERT INTO message_days (day, segments) VALUES (?, ?)
          ON CONFLICT (day) DO UPDATE SET segments = segments + excluded.segments`,
  refund: `UPDATE message_days SET segments = max(0, segments - (
             SELECT o.segments FROM messages m JOIN message_orders o ON o.id = m."order" WHERE m.id = ?))
           WHERE day = ? AND NOT EXISTS (SELECT 1 FROM message_parts WHERE message = ?)`,
  giveUp: `UPDATE messages SET state = 'unsure', problem = 'interrupted', changed_at = ? WHERE state = 'sending'`,
  part: `INSERT INTO message_parts (message, part, gateway_id, state) VALUES (?, ?, ?, ?)
         ON CONFLICT (message, part) DO UPDATE SET gateway_id = excluded.gateway_id, state = excluded.state`,
  early: 'SELECT state FROM message_early WHERE gateway_id = ?',
  dropEarly: 'DELETE FROM message_early WHERE gateway_id = ?',
  keepEarly: 'INSERT OR REPLACE INTO message_early (gateway_id, state, at) VALUES (?, ?, ?)',
  partsOf: 'SELECT message, part FROM message_parts WHERE gateway_id = ?',
  reportPart: 'UPDATE message_parts SET state = ? WHERE message = ? AND part = ?',
  partStates: 'SELECT state FROM message_parts WHERE message = ?',
  stateOf: 'SELECT state FROM messages WHERE id = ?',
  settle: 'UPDATE messages SET state = ?, problem = ?, changed_at = ? WHERE id = ?',
  again: `UPDATE messages SET state = 'waiting', due_at = 0, tries = 0, problem = NULL, since = ?, changed_at = ?
          WHERE "order" = ? AND state IN ('failed', 'unsure', 'expired') AND number IS NOT NULL`,

  ofNotice: 'SELECT * FROM message_orders WHERE notice = ? ORDER BY accepted_at',
  latest: "SELECT * FROM message_orders WHERE stream <> 'reminder' ORDER BY accepted_at DESC LIMIT ?",
  countsOf: 'SELECT state, count(*) AS n FROM messages WHERE "order" = ? GROUP BY state',
  countsSince: `SELECT state, count(*) AS n FROM messages
                WHERE changed_at >= ? OR state IN ('waiting', 'sending') GROUP BY state`,
  forget: `UPDATE messages SET number = NULL WHERE changed_at < ? AND number IS NOT NULL
           AND state NOT IN ('waiting', 'sending')`,
  forgetEarly: 'DELETE FROM message_early WHERE at < ?',
} as const;

type Row = Record<string, unknown>;

const NO_COUNTS = Object.fromEntries(MESSAGE_STATES.map((state) => [state, 0])) as MessageCounts;

const countsOf = (rows: Row[]): MessageCounts =>
  rows.reduce<MessageCounts>(
    (all, row) => ({ ...all, [row['state'] as MessageState]: Number(row['n']) }),
    NO_COUNTS,
  );

const queuedOf = (row: Row): QueuedMessage => ({
  id: row['id'] as number,
  order: row['order'] as string,
  number: row['number'] as string,
  text: row['text'] as string,
  segments: row['segments'] as number,
  partsTaken: row['parts'] as number,
  tries: row['tries'] as number,
  since: row['since'] as number,
});

export class SqliteMessageStore implements MessageStore {
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** @throws UnusableFileError, StorageError */
  static open(path: string): SqliteMessageStore {
    return new SqliteMessageStore(openDatabase(path, { durability: 'full' }));
  }

  groups(): (Group & { count: number })[] {
    return this.#all('groups') as unknown as (Group & { count: number })[];
  }

  setGroup({ id, unit, name }: Group): void {
    this.#run('setGroup', id, unit, name);
  }

  deleteGroup(id: string): void {
    transaction(this.#db, () => {
      this.#run('clearGroup', id);
      this.#run('deleteGroup', id);
    });
  }

  receivers(group: string): Receiver[] {
    return this.#all('receivers', group) as unknown as Receiver[];
  }

  addReceivers(group: string, receivers: Omit<Receiver, 'id'>[], how: 'add' | 'replace'): void {
    transaction(this.#db, () => {
      if (how === 'replace') this.#run('clearGroup', group);
      for (const { number, name } of receivers) this.#run('addReceiver', group, number, name);
    });
  }

  dropReceivers(group: string, ids: number[]): void {
    transaction(this.#db, () => {
      for (const id of ids) this.#run('dropReceiver', group, id);
    });
  }

  cursor(stream: string): number {
    return Number(this.#get('cursor', stream)?.['size'] ?? 0);
  }

  take(stream: string, size: number, wishes: Wish[]): void {
    transaction(this.#db, () => {
      for (const wish of wishes) {
        if ('order' in wish) this.#takeOne(wish.order, wish.problem);
        else this.#run('cancel', wish.cancelled);
      }
      this.#run('setCursor', stream, size);
    });
  }

  #takeOne(order: Order, found: OrderProblem | null): void {
    const numbers = found ? [] : this.#all('numbers', JSON.stringify(order.groups));
    const problem = found ?? (numbers.length === 0 ? 'nobody' : null);
    const { id, stream, unit, notice, revision, text, segments, acceptedAt } = order;
    const added = this.#run(
      'addOrder',
      id,
      stream,
      unit,
      notice,
      revision,
      text,
      segments,
      acceptedAt,
      problem,
    );
    if (added === 0) return;
    const at = Date.parse(acceptedAt);
    const queued = numbers.reduce(
      (sum, row) => sum + this.#run('enqueue', id, revision, row['number'] as string, at, at),
      0,
    );
    this.#run('forgetParts', id);
    this.#run('repeated', numbers.length - queued, id);
  }

  claim({ now, day }: { now: number; day: string }, most: number, limit: number): QueuedMessage[] {
    return transaction(this.#db, () => {
      let left = limit - this.segmentsOn(day);
      const claimed: QueuedMessage[] = [];
      for (const message of this.#all('due', now, most).map(queuedOf)) {
        // What has left in part was counted then.
        const cost = message.partsTaken === 0 ? message.segments : 0;
        if (cost > left) break;
        left -= cost;
        claimed.push(message);
        this.#run('setState', 'sending', 0, 0, null, now, message.id);
      }
      const spent = claimed.reduce(
        (sum, { segments, partsTaken }) => sum + (partsTaken === 0 ? segments : 0),
        0,
      );
      if (spent > 0) this.#run('spend', day, spent);
      return claimed;
    });
  }

  partTaken(message: number, part: number, gatewayId: string): void {
    transaction(this.#db, () => {
      const early = this.#get('early', gatewayId)?.['state'] as string | undefined;
      this.#run('part', message, part, gatewayId, early ?? null);
      if (early !== undefined) this.#run('dropEarly', gatewayId);
    });
  }

  progress(message: number, progress: Progress): void {
    transaction(this.#db, () => {
      if (progress.state === 'waiting') {
        const { dueAt, problem, at } = progress;
        return void this.#run('setState', 'waiting', dueAt, 1, problem, at, message);
      }
      this.#run('setState', progress.state, 0, 0, progress.problem, progress.at, message);
      // All reports may have come before the last answer.
      if (progress.state === 'sent') this.#settle(message, progress.at);
    });
  }

  refund(message: number, day: string): void {
    this.#run('refund', message, day, message);
  }

  giveUpSending(now: number): number {
    return this.#run('giveUp', now);
  }

  receipt(gatewayIds: string[], state: ReceiptState, now: number): boolean {
    return transaction(this.#db, () => {
      // The exact form counts before the others: `10` in decimals is another id than `10` in hex.
      const known = gatewayIds.find((id) => this.#get('partsOf', id) !== undefined);
      const parts = known === undefined ? [] : this.#all('partsOf', known);
      if (parts.length === 0) for (const id of gatewayIds) this.#run('keepEarly', id, state, now);
      for (const { message, part } of parts) {
        this.#run('reportPart', state, message as number, part as number);
        this.#settle(message as number, now);
      }
      return parts.length > 0;
    });
  }

  /** A message that the gateway took is delivered when all its parts are, and failed when one of them is. */
  #settle(message: number, now: number): void {
    const state = this.#get('stateOf', message)?.['state'];
    if (state !== 'sent' && state !== 'unsure') return;
    const parts = this.#all('partStates', message).map((row) => row['state']);
    if (parts.includes('failed')) this.#run('settle', 'failed', 'not-delivered', now, message);
    else if (state === 'sent' && parts.length > 0 && parts.every((one) => one === 'delivered'))
      this.#run('settle', 'delivered', null, now, message);
  }

  again(order: string, now: number): number {
    return transaction(this.#db, () => {
      const n = this.#run('again', now, now, order);
      if (n > 0) this.#run('forgetParts', order);
      return n;
    });
  }

  nextDue(): number | null {
    return (this.#get('nextDue')?.['due'] as number | null | undefined) ?? null;
  }

  segmentsOn(day: string): number {
    return Number(this.#get('day', day)?.['segments'] ?? 0);
  }

  orders(of: { notice: string } | { latest: number }): OrderStanding[] {
    const rows = 'notice' in of ? this.#all('ofNotice', of.notice) : this.#all('latest', of.latest);
    return rows.map((row) => ({
      id: row['id'] as string,
      stream: row['stream'] as string,
      unit: row['unit'] as string,
      notice: row['notice'] as string,
      revision: row['revision'] as string,
      segments: row['segments'] as number,
      acceptedAt: row['accepted_at'] as string,
      problem: row['problem'] as OrderProblem | null,
      repeated: row['repeated'] as number,
      counts: countsOf(this.#all('countsOf', row['id'] as string)),
    }));
  }

  countsSince(since: number): MessageCounts {
    return countsOf(this.#all('countsSince', since));
  }

  forget(before: number): void {
    transaction(this.#db, () => {
      this.#run('forget', before);
      this.#run('forgetEarly', before);
    });
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  #statement(name: keyof typeof SQL): StatementSync {
    let statement = this.#prepared.get(name);
    if (!statement) this.#prepared.set(name, (statement = this.#db.prepare(SQL[name])));
    return statement;
  }

  #all(name: keyof typeof SQL, ...values: SQLInputValue[]): Row[] {
    return run(() => this.#statement(name).all(...values));
  }

  #get(name: keyof typeof SQL, ...values: SQLInputValue[]): Row | undefined {
    return run(() => this.#statement(name).get(...values));
  }

  /** @returns rows changed. */
  #run(name: keyof typeof SQL, ...values: SQLInputValue[]): number {
    return Number(run(() => this.#statement(name).run(...values)).changes);
  }
}
