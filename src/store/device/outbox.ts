/** What waits on this device, and how it gets on. All that is said of the outbox is counted from its table. */
import { Dexie } from 'dexie';
import type { DeviceReport } from '../../sync/protocol.ts';
import type { DeviceDb, OutboxRow, Problem } from './db.ts';
import { getMeta, STORAGE_FAULT } from './meta.ts';

/**
 * What the township is told with each contact.
 * @param storage bytes used and allowed, where the browser says so.
 */
export async function reportOf(
  db: DeviceDb,
  app: string,
  storage: { used: number; quota: number } | null,
): Promise<DeviceReport> {
  // What is sealed is nobody's: the office does not learn since when something waits in a tablet.
  const unsent = (await db.outbox.where('phase').anyOf('waiting', 'refused').sortBy('seq')).filter(
    ({ type }) => type !== 'envelope.sealed',
  );
  const received = await db.outbox.where('phase').equals('received').toArray();
  const missing = [...unsent, ...received].flatMap((row) => row.files.filter((file) => !file.receipt));
  const oldest = unsent.map((row) => row.savedAt).sort()[0] ?? null;
  const fault = await getMeta<{ fault: string } | null>(db, STORAGE_FAULT);
  const clockOff = (await getMeta<{ clockOff?: number | null }>(db, 'contact'))?.clockOff;
  return {
    unsent: unsent.length,
    oldest,
    files: missing.length,
    app,
    ...(storage ? { storage: { ...storage, full: fault?.fault === 'full' } } : {}),
    ...(typeof clockOff === 'number' ? { clockOff: Math.round(clockOff) } : {}),
  };
}

/** Items to be sent, in the order of making. */
export const waitingItems = (db: DeviceDb): PromiseLike<OutboxRow[]> =>
  db.outbox.where('phase').equals('waiting').sortBy('seq');

/** Items that have no receipt yet, in the order of making. */
export const unsentItems = (db: DeviceDb): PromiseLike<OutboxRow[]> =>
  db.outbox.where('phase').anyOf('waiting', 'refused').sortBy('seq');

/** Notices of a unit that were brought by hand and wait here for the township, in the order of coming. */
export const broughtNotices = async (db: DeviceDb, unit: string): Promise<OutboxRow[]> =>
  (await waitingItems(db)).filter(
    ({ carried, type, stream }) =>
      carried && type === 'notice.published' && stream.endsWith(`/${unit}/public`),
  );

/** Marks what was found in the verified log. A part of the transaction that stores these events. */
export async function markReceived(
  db: DeviceDb,
  found: { id: string; number: number; acceptedAt: string }[],
  size: number,
): Promise<void> {
  for (const { id, number, acceptedAt } of found) {
    const row = await db.outbox.where('id').equals(id).first();
    if (!row || row.phase === 'received' || row.phase === 'complete') continue;
    const whole = row.files.every((file) => file.receipt);
    await db.outbox.update(row.seq!, {
      phase: whole ? 'complete' : 'received',
      problem: null,
      receipt: { number, acceptedAt, size },
      completedAt: whole ? acceptedAt : null,
    });
  }
}

/** Keeps why items have not gone. Those with a receipt are left alone. */
export const keepProblem = (
  db: DeviceDb,
  ids: string[],
  problem: Problem,
  refused = false,
): PromiseLike<void> =>
  db.transaction('rw', db.outbox, async () => {
    const waiting = (row: OutboxRow): boolean => row.phase === 'waiting';
    await db.outbox
      .where('id')
      .anyOf(ids)
      .and(waiting)
      .modify((row) => {
        row.problem = problem;
        if (refused) row.phase = 'refused';
      });
  });

/** Files that a draft or an item of the outbox still needs on this device. */
async function neededFiles(db: DeviceDb): Promise<Set<string>> {
  const drafts = await db.drafts.toArray();
  const items = await db.outbox.where('phase').notEqual('complete').toArray();
  return new Set([
    ...drafts.flatMap(({ content }) => [...content.photos, ...content.attachments].map(({ hash }) => hash)),
    ...items.flatMap((item) => item.files.filter((file) => !file.receipt).map((file) => file.hash)),
  ]);
}

/** Lets go of files that nothing here needs any longer: from now on they may make room. Needs blobs, drafts, outbox. */
export async function unpinFiles(db: DeviceDb): Promise<void> {
  const needed = await neededFiles(db);
  const pinned = db.blobs.where('[pinned+usedAt]').between([1, Dexie.minKey], [1, Dexie.maxKey]);
  const free = (await pinned.primaryKeys()).filter((hash) => !needed.has(hash));
  for (const hash of free) await db.blobs.update(hash, { pinned: 0 });
}
