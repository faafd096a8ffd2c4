/**
 * The device's database (IndexedDB by Dexie): the shapes of its tables.
 *
 * Few large rows: writing rows is what costs on a phone. A pulled run of events is one `chunks` row as it came;
 * a list page is one `pages` row of up to 128 light notices; ids are found by `ids` buckets.
 * Version numbers of the schema only grow; each released one keeps a fixture in the tests.
 */
import { Dexie, type Table } from 'dexie';
import type { Page } from '../../domain/board/board.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import type { NoticeContent, Outward } from '../../domain/notice/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Contact } from '../../sync/protocol.ts';
import type { Head } from '../log-store.ts';

/** Events `from` to `from + count - 1` of a stream; texts end each line with a newline. */
export interface ChunkRow {
  stream: string;
  from: number;
  count: number;
  leaves: string;
  /** An empty line is an erased body. */
  bodies: string;
}

/** Event ids of a stream by the first bits of the id (id-buckets.ts): `<id> <number>` and a newline each. */
export interface IdBucketRow {
  stream: string;
  bucket: string;
  ids: string;
}

export interface PageRow extends Page {
  stream: string;
}

/** Why an item has not gone; the app has words for each code. */
export interface Problem {
  code: string;
  /** ISO UTC. */
  at: string;
}

/**
 * One event on its way. It is 'waiting' until its receipt is verified ('received'), and 'complete' when each of its
 * files has a verified receipt too. 'refused': the township's server said no; it waits for a person.
 */
export interface OutboxRow {
  /** Order of making; auto-incremented. */
  seq?: number;
  id: string;
  stream: string;
  type: string;
  header: string;
  sig: string;
  body: string;
  /** Title for the list; what the notice is about. */
  title: string;
  notice: string;
  files: { hash: string; bytes: number; sent: number; receipt: string | null }[];
  savedAt: string;
  /** Somebody else's, that was handed to this device to be carried to the township. */
  carried?: true;
  phase: 'waiting' | 'refused' | 'received' | 'complete';
  /** Last try that did not end in a receipt. */
  problem: Problem | null;
  /** From the verified log. */
  receipt: { number: number; acceptedAt: string; size: number } | null;
  completedAt: string | null;
}

/** A notice being written. Kept at every pause in typing. */
export interface DraftRow {
  id: string;
  unit: string;
  /** What it changes; null for a new notice. */
  change: { notice: string; base: string } | null;
  content: NoticeContent;
  /** How it goes out: in the ordinary way, urgently, with a publicity period. */
  outward: Outward;
  /** For a correction. */
  reason: string;
  /** The submission that it mends, after it was returned or taken back. */
  mends?: string;
  /** What was typed for other kinds of notice while the kind was being chosen: fields by the kind's id. */
  aside?: Record<string, KindFields>;
  /** Texts that can't be read as what their field wants, by the field's id: kept as they were typed. */
  typed?: Record<string, string>;
  /** Personal data that is shown in the clear, and why. Stays on this device. */
  lifted?: { original: string; reason: string }[];
  /** What is signed when it is published: `content` with personal data masked. */
  signed?: NoticeContent;
  createdAt: string;
  updatedAt: string;
}

/** A file kept on this device. `pinned`: it is in a draft or not yet received; never dropped to make room. */
export interface BlobRow {
  hash: string;
  bytes: Blob;
  type: string;
  pinned: 0 | 1;
  usedAt: string;
}

/** A piece of a file that is being fetched: what has come stays when the line breaks. Gone once the file is whole. */
export interface PartRow {
  hash: string;
  /** Place of its first byte. */
  from: number;
  bytes: Blob;
}

/** A signed head that contradicts what this device holds. Never deleted by itself. */
export interface EvidenceRow {
  id?: number;
  stream: string;
  foundAt: string;
  /** 'fork': another root at a size we hold; 'shorter': the server has less than we hold. */
  kind: 'fork' | 'shorter';
  held: { size: number; checkpoint: string };
  shown: string;
}

/** Small facts of the device, one row each. */
export interface MetaRow {
  key: string;
  value: unknown;
}

export interface ContactRow extends Contact {}
export interface RegistryRow {
  township: string;
  state: Registry;
}

/** The database of this browser's own device; practice has others. */
export const OWN_DB = 'gongkailan';

export class DeviceDb extends Dexie {
  declare heads: Table<Head, string>;
  declare chunks: Table<ChunkRow, [string, number]>;
  declare ids: Table<IdBucketRow, [string, string]>;
  declare pages: Table<PageRow, [string, number]>;
  declare rows: Table<{ stream: string; key: string; value: unknown }, [string, string]>;
  declare registry: Table<RegistryRow, string>;
  declare outbox: Table<OutboxRow, number>;
  declare drafts: Table<DraftRow, string>;
  declare blobs: Table<BlobRow, string>;
  declare parts: Table<PartRow, [string, number]>;
  declare contacts: Table<ContactRow, string>;
  declare evidence: Table<EvidenceRow, number>;
  declare meta: Table<MetaRow, string>;

  constructor(name = OWN_DB) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      heads: 'stream',
      chunks: '[stream+from]',
      ids: '[stream+bucket]',
      pages: '[stream+page]',
      rows: '[stream+key]',
      registry: 'township',
      outbox: '++seq, &id, phase, notice',
      drafts: 'id, updatedAt',
      blobs: 'hash, [pinned+usedAt]',
      contacts: 'key',
      evidence: '++id, stream',
      meta: 'key',
    });
    this.version(2).stores({ parts: '[hash+from]' });
  }
}
