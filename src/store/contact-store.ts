/**
 * When each device was last heard, what it holds, and what it says of itself. Not part of the log: it is not signed, nothing
 * is proved by it, and losing its last moment does no harm. `report` is kept as it came.
 */
export interface ContactRecord<Report = unknown> {
  /** The device's public key, hex. */
  key: string;
  /** ISO UTC. */
  at: string;
  /** Sizes held, by stream. */
  held: Record<string, number>;
  report: Report;
}

export interface ContactStore {
  /** Replaces what is known of the device. Survives the process, not always a power cut. */
  put(contact: ContactRecord): Promise<void>;
  /** Of these devices, those ever heard. */
  list(keys: string[]): Promise<ContactRecord[]>;
  close(): Promise<void>;
}
