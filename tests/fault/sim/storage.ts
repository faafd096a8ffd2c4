/**
 * The IndexedDB in memory that all browsers of a world have. To be imported before anything that looks for one. A kill has
 * no place in its standard, so the parts behind it are reached here, and nowhere else.
 */
/* oxlint-disable no-underscore-dangle */
import 'fake-indexeddb/auto';
import { indexedDB } from 'fake-indexeddb';
import { as } from './tasks.ts';

/** The parts of the in-memory IndexedDB that a kill needs. */
interface RawTransaction {
  mode: string;
  db: unknown;
  _state: string;
  _rollbackLog: (() => void)[];
}
interface RawDatabase {
  transactions: RawTransaction[];
  connections: unknown[];
  processTransactions: () => void;
}
const factory = indexedDB as unknown as {
  _databases: Map<string, RawDatabase>;
  /** Who waits to open a database: a killed window may stand there. */
  _connectionQueues: Map<string, unknown>;
};

/**
 * Ends a connection as a kill does: what it had not committed is undone.
 * @param connection null: every one of the database.
 */
export function cut(name: string, connection: unknown): void {
  const raw = factory._databases.get(name);
  factory._connectionQueues.delete(name);
  if (!raw) return;
  const isCut = (one: unknown): boolean => connection === null || one === connection;
  for (const one of raw.transactions) {
    if (one._state === 'finished' || !isCut(one.db)) continue;
    for (const undo of one._rollbackLog.reverse()) undo();
    one._rollbackLog = [];
    one._state = 'finished';
  }
  raw.connections = raw.connections.filter((one) => !isCut(one));
  as(null, () => raw.processTransactions());
}

/** Drops a database as a browser does that clears its storage. */
export const forget = (name: string): void => void factory._databases.delete(name);

/** Drops all databases. */
export function forgetAll(): void {
  factory._databases.clear();
  factory._connectionQueues.clear();
}
