/** What the device's parts take from outside: everything that time, chance, network or browser decide. */
import type { DeviceBlobStore } from '../../store/device/device-blob-store.ts';
import type { DeviceLogStore } from '../../store/device/device-log-store.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import type { PhotoCodec } from './photo.ts';

/** Runs work as the only one of this device; null when somebody else runs it and `wait` is false. */
export type Exclusive = <Value>(wait: boolean, work: () => Promise<Value>) => Promise<Value | null>;

export interface Timers {
  /** Calls back once after `ms`; the result cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The page as seen by the engine. Each `on…` returns how to stop. */
export interface PageSignals {
  visible(): boolean;
  onVisible(run: (visible: boolean) => void): () => void;
  onOnline(run: () => void): () => void;
}

export interface Ports {
  db: DeviceDb;
  log: DeviceLogStore;
  blobs: DeviceBlobStore;
  fetch: typeof fetch;
  /** Milliseconds since 1970, by this device's clock. */
  now: () => number;
  /** That many random bytes. */
  random: (bytes: number) => Uint8Array;
  /** Where the township's server is, e.g. `https://gongkai.example`; also the origin of invitations. */
  origin: string;
  /** Version of the app, for the report. */
  app: string;
  timers: Timers;
  page: PageSignals;
  exclusive: Exclusive;
  codec: PhotoCodec;
  /** Lets the screen breathe between slices of long work. */
  pause: () => Promise<void>;
  /** WebCrypto; undefined in a page that is not secure. */
  subtle: SubtleCrypto | undefined;
  /** Asks the browser to keep the storage. */
  persist: () => Promise<boolean>;
  /** Bytes used and allowed, as far as the browser says; null: it does not. */
  storage: () => Promise<{ used: number; quota: number } | null>;
  /** Estimate of the time to wait for one answer, ms. */
  timeout: number;
}
