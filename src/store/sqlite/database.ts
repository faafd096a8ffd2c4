/**
 * The server's database: one SQLite file, opened so that what was committed is on the disk.
 *
 * | table    | key            | holds                                                       |
 * |----------|----------------|-------------------------------------------------------------|
 * | entries  | stream, number | id, leaf, body (null: erased): the truth                    |
 * | heads    | stream         | size, frontier, checkpoint: changes with the entries        |
 * | rows     | stream, key    | values derived from the entries, JSON: changes with them    |
 * | contacts | key            | when each device was last heard; may lose the last moment   |
 * | visits   | day, unit, …   | how often public pages were opened: daily totals            |
 * | message_* | (message-store.ts) | text messages on their way, groups of receivers         |
 * | reminder* | (reminder-store.ts) | whom to remind by text message, and of what each was told |
 *
 * `user_version` is the version of this layout. An older file is brought up to date, a newer one is refused.
 */
import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../log-store.ts';
import { MESSAGE_TABLES } from './message-tables.ts';
import { REMINDER_TABLES } from './reminder-tables.ts';

/** 'GKL1', so that the file can be told from any other SQLite file. */
const APPLICATION_ID = 0x474b4c31;
/** How long to wait for another process's write, ms. */
const BUSY_TIMEOUT_MS = 2_000;

/** Each step brings the layout from its place in the list to the next version. Released steps never change. */
const STEPS: string[] = [
  `CREATE TABLE entries (
     stream TEXT NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, leaf TEXT NOT NULL, body TEXT,
     PRIMARY KEY (stream, number)) STRICT;
   CREATE UNIQUE INDEX entries_by_id ON entries (id);
   CREATE TABLE heads (
     stream TEXT PRIMARY KEY, size INTEGER NOT NULL, frontier TEXT NOT NULL, checkpoint TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE rows (
     stream TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (stream, key)) STRICT;
   CREATE TABLE contacts (
     key TEXT PRIMARY KEY, at TEXT NOT NULL, held TEXT NOT NULL, report TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  MESSAGE_TABLES,
  `CREATE TABLE visits (
     day TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (day, unit, kind, subject)) STRICT, WITHOUT ROWID;`,
  REMINDER_TABLES,
];

export const SCHEMA_VERSION = STEPS.length;

/** The file cannot be used by this version of the software; nothing was changed in it. */
export class UnusableFileError extends Error {
  readonly reason: 'newer' | 'foreign';
  constructor(reason: 'newer' | 'foreign', path: string) {
    super(
      reason === 'newer'
        ? `${path} was written by a newer version of this software`
        : `${path} is a database of some other software`,
    );
    this.name = 'UnusableFileError';
    this.reason = reason;
  }
}

export interface OpenOptions {
  /** 'full': a commit is on the disk before it returns. 'normal': it survives the process, not a power cut. */
  durability: 'full' | 'normal';
}

/**
 * Opens the file, makes it when there is none, and brings its layout up to date.
 * @throws UnusableFileError, StorageError
 */
export function openDatabase(path: string, { durability }: OpenOptions): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability};`);
    migrate(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof UnusableFileError ? error : storageError(error);
  }
}

function migrate(db: DatabaseSync, path: string): void {
  const version = pragma(db, 'user_version');
  const application = pragma(db, 'application_id');
  if (version > SCHEMA_VERSION) throw new UnusableFileError('newer', path);
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (application !== APPLICATION_ID && !isEmpty) throw new UnusableFileError('foreign', path);
  if (version === SCHEMA_VERSION) return;
  transaction(db, () => {
    // Another process may have done it while this one waited for the lock.
    for (const step of STEPS.slice(pragma(db, 'user_version'))) db.exec(step);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

const pragma = (db: DatabaseSync, name: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);

/**
 * Runs `work` in a transaction that holds the write lock from its start. It is not async, so nothing can come between.
 * @throws StorageError; nothing is stored then. What `work` throws is thrown as it is, after a rollback.
 */
export function transaction<Result>(db: DatabaseSync, work: () => Result): Result {
  run(() => db.exec('BEGIN IMMEDIATE'));
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // A failure of the disk may have rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw storageError(error);
  }
}

/** Runs a call of the database, with its failures as StorageError. */
export function run<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw storageError(error);
  }
}

const SQLITE_FULL = 13;

/** A database failure with its kind; any other error stays what it is. */
function storageError(error: unknown): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code === 'ERR_INVALID_STATE') return new StorageError('closed', error);
  if (code !== 'ERR_SQLITE_ERROR') return error;
  // The low byte is the primary result code.
  return new StorageError(errcode !== undefined && errcode % 256 === SQLITE_FULL ? 'full' : 'failed', error);
}
