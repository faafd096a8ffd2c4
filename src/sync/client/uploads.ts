/**
 * Sends the files of items that the township has taken in: in chunks, from where the server says that it stopped. A file
 * counts as arrived when its receipt, signed by the township's log, has been verified here; an item is then 'complete'.
 */
import { openFileReceipt } from '../../log/file-receipt.ts';
import type { Signer } from '../../log/signature.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { type PinnedTownship, pinnedTownship } from '../../store/device/meta.ts';
import { unpinFiles } from '../../store/device/outbox.ts';
import { UPLOAD_CHUNK, uploadState } from '../protocol.ts';
import type { CallFault, Http } from './http.ts';
import type { Ports } from './ports.ts';

type OutboxFile = OutboxRow['files'][number];

interface Upload {
  ports: Ports;
  http: Http;
  signer: Signer;
  pinned: PinnedTownship;
}

/** 'file-gone': the file is no longer on this device, and the server does not have it. */
type UploadFault = CallFault | 'file-gone' | 'bad-receipt';
type UploadEnd = { ok: true; receipt: string } | { ok: false; fault: UploadFault };

/** Faults that every other file would meet too. */
const HITS_ALL = new Set<UploadFault>([
  'no-network',
  'update-needed',
  'unauthorised',
  'not-allowed',
  'wrong-clock',
  'too-many-requests',
  'storage-full',
  'internal',
]);

/** Times that the server may answer with another offset before it is left for later. */
const MAX_CORRECTIONS = 3;

async function isReceipt({ pinned }: Upload, file: OutboxFile, note: string): Promise<boolean> {
  const opened = await openFileReceipt(note, pinned.id, pinned.logKey);
  return opened !== null && opened.hash === file.hash && opened.bytes === file.bytes;
}

const noteFromHeader = (value: string | null): string | null => {
  try {
    if (value === null) return null;
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** How much the server has of a file. */
async function askOffset(
  { http, signer }: Upload,
  { hash }: OutboxFile,
): Promise<{ ok: true; offset: number; receipt: string | null } | { ok: false; fault: UploadFault }> {
  const answer = await http.raw({ method: 'HEAD', path: `/api/files/${hash}`, signer });
  if (!answer.ok) return answer;
  const header = answer.value.headers.get('Upload-Offset');
  if (header === null || !/^\d{1,9}$/.test(header)) return { ok: false, fault: 'no-network' };
  return {
    ok: true,
    offset: Number(header),
    receipt: noteFromHeader(answer.value.headers.get('Upload-Receipt')),
  };
}

async function keepProgress({ ports }: Upload, hash: string, change: Partial<OutboxFile>): Promise<void> {
  await ports.db.outbox
    .filter((row) => row.files.some((file) => file.hash === hash))
    .modify((row) => {
      row.files = row.files.map((file) => (file.hash === hash ? { ...file, ...change } : file));
    });
}

async function sendChunks(
  upload: Upload,
  file: OutboxFile,
  bytes: Uint8Array,
  from: number,
): Promise<UploadEnd> {
  const { http, signer } = upload;
  let corrections = 0;
  for (let offset = from; ;) {
    const sent = await http.json(uploadState, {
      method: 'PATCH',
      path: `/api/files/${file.hash}`,
      body: bytes.slice(offset, offset + UPLOAD_CHUNK),
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      signer,
    });
    if (sent.ok && sent.value.receipt) return { ok: true, receipt: sent.value.receipt };
    if (sent.ok && sent.value.received > offset) {
      offset = sent.value.received;
      await keepProgress(upload, file.hash, { sent: offset });
      continue;
    }
    const moved = sent.ok || sent.fault === 'offset-mismatch';
    if (!moved || ++corrections > MAX_CORRECTIONS)
      return { ok: false, fault: sent.ok ? 'no-network' : sent.fault };
    const asked = await askOffset(upload, file);
    if (!asked.ok) return asked;
    if (asked.receipt) return { ok: true, receipt: asked.receipt };
    offset = asked.offset;
  }
}

async function sendFile(upload: Upload, file: OutboxFile): Promise<UploadEnd> {
  const bytes = await upload.ports.blobs.get(file.hash);
  // A first try needs no question; after it the server knows better how much has arrived.
  if (bytes && file.sent === 0) return sendChunks(upload, file, bytes, 0);
  const asked = await askOffset(upload, file);
  if (!asked.ok) return asked;
  if (asked.receipt) return { ok: true, receipt: asked.receipt };
  if (!bytes) return { ok: false, fault: 'file-gone' };
  return sendChunks(upload, file, bytes, asked.offset);
}

async function upload(job: Upload, file: OutboxFile): Promise<UploadEnd> {
  const end = await sendFile(job, file);
  if (!end.ok) return end;
  if (!(await isReceipt(job, file, end.receipt))) return { ok: false, fault: 'bad-receipt' };
  await keepProgress(job, file.hash, { sent: file.bytes, receipt: end.receipt });
  return end;
}

/** Ends the items all of whose files have a receipt, and lets go of what is kept for nobody. */
async function completeItems({ ports }: Upload): Promise<void> {
  const { db, now } = ports;
  await db.transaction('rw', [db.outbox, db.drafts, db.blobs], async () => {
    const completedAt = new Date(now()).toISOString();
    await db.outbox
      .where('phase')
      .equals('received')
      .and((row) => row.files.every((file) => file.receipt))
      .modify({ phase: 'complete', problem: null, completedAt });
    await unpinFiles(db);
  });
}

/**
 * On a device that is not enrolled, and may send no files: what it carried for somebody is done here when the township has
 * taken it in. Its files come from its author.
 */
export async function leaveFiles({ db, now }: Ports): Promise<void> {
  await db.transaction('rw', [db.outbox, db.drafts, db.blobs], async () => {
    const completedAt = new Date(now()).toISOString();
    await db.outbox
      .where('phase')
      .equals('received')
      .and((row) => row.carried === true)
      .modify({ phase: 'complete', problem: null, completedAt });
    await unpinFiles(db);
  });
}

/**
 * Sends all files that have no receipt yet, item by item. A file that cannot go does not stop those behind it, unless the
 * cause would stop them too.
 */
export async function sendFiles(ports: Ports, http: Http, signer: Signer): Promise<void> {
  const pinned = await pinnedTownship(ports.db);
  const items = await ports.db.outbox.where('phase').equals('received').sortBy('seq');
  if (!pinned || items.length === 0) return;
  const job: Upload = { ports, http, signer, pinned };
  const done = new Set<string>();
  for (const item of items) {
    for (const file of item.files) {
      if (file.receipt || done.has(file.hash)) continue;
      const end = await upload(job, file);
      if (end.ok) {
        done.add(file.hash);
        continue;
      }
      const problem = { code: end.fault, at: new Date(ports.now()).toISOString() };
      await ports.db.outbox.update(item.seq!, { problem });
      if (HITS_ALL.has(end.fault)) return completeItems(job);
    }
  }
  await completeItems(job);
}
