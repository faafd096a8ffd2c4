/** What an audit reads from, wherever it lies: a server, a data folder, a backup. Nothing that it gives is believed. */

/** An event as it is kept there. */
export interface RawEntry {
  leaf: string;
  /** Null: erased. */
  body: string | null;
}

export interface AuditSource {
  /** The township's id, as the source says: what follows is checked against it. Null: none is there. */
  township(): Promise<string | null>;
  /** Which of these streams it has, and others of its own accord: a data folder has more than the public may read. */
  streams(known: readonly string[]): Promise<string[]>;
  /** The signed head. Null: none. */
  checkpoint(stream: string): Promise<string | null>;
  /** Events `from` to `to − 1`; fewer where they are missing. */
  entries(stream: string, from: number, to: number): Promise<RawEntry[]>;
  /** Signed heads inside the stream, each with its size, in rising order: they say where a damage lies. */
  borders(stream: string): Promise<string[]>;
  /** Root that the tree kept beside the head gives, hex: appending goes on from it. Null: none is kept, or it is no tree. */
  keptRoot(stream: string): Promise<string | null>;
  /** A file by its SHA-256. Null: not there. */
  file(hash: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** The source cannot be read at all; the message says why in plain words. */
export class UnreadableSourceError extends Error {
  override name = 'UnreadableSourceError';
}
