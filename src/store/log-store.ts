/**
 * The contract of every home of the log. A stream's entries, its head and the rows derived from them change together
 * or not at all. `append` is a compare-and-swap on the head, so two writers cannot fork a stream.
 * Nothing here is tied to one machine: a stream is the unit of distribution, every key begins with it.
 */

/** One event as stored: the leaf (`log/leaf.ts`) and its body, null when erased. */
export interface Entry {
  /** Event id, hex. */
  id: string;
  leaf: string;
  body: string | null;
}

export interface Head {
  stream: string;
  /** Number of entries. */
  size: number;
  /** Hashes of the complete subtrees (RFC 6962 compact range), left to right, hex. */
  frontier: string[];
  /** Signed note at exactly this size. */
  checkpoint: string;
}

/** A row derived from entries: a page of a board, the folded registry. JSON-able value. */
export interface Row {
  stream: string;
  key: string;
  value: unknown;
}

export interface Append {
  stream: string;
  /** Size that the stream must have now. */
  from: number;
  entries: Entry[];
  /** The head after it: `head.size === from + entries.length`. */
  head: Head;
  rows?: Row[];
}

export interface LogStore {
  /** All heads. */
  heads(): Promise<Head[]>;
  head(stream: string): Promise<Head | null>;
  /**
   * Stores the entries, head and rows in one durable transaction.
   * @returns 'stale' when the stream's size is no longer `from`, or an id is there already; nothing is stored then.
   * @throws StorageError when the disk is full or fails; nothing is stored then.
   */
  append(batch: Append): Promise<'stored' | 'stale'>;
  /** Entries `from` to `to - 1`, in order; fewer when the stream ends before. */
  read(stream: string, from: number, to: number): Promise<Entry[]>;
  /** Where an event is, by its id. */
  find(id: string): Promise<{ stream: string; number: number } | null>;
  row(stream: string, key: string): Promise<unknown>;
  /** Replaces rows outside an append (views rebuilt after an update). */
  putRows(rows: Row[]): Promise<void>;
  close(): Promise<void>;
}

/** Files by their SHA-256 (hex). `put` checks the hash. */
export interface BlobStore {
  has(hash: string): Promise<boolean>;
  /** @throws StorageError 'hash-mismatch' when the bytes are not what the name says. */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  get(hash: string): Promise<Uint8Array | null>;
  delete(hash: string): Promise<void>;
}

export type StorageFault = 'full' | 'hash-mismatch' | 'closed' | 'failed';

/** A failure of storage with its kind; the cause is for the log. */
export class StorageError extends Error {
  readonly fault: StorageFault;
  constructor(fault: StorageFault, cause?: unknown) {
    super(`storage: ${fault}`, { cause });
    this.name = 'StorageError';
    this.fault = fault;
  }
}
