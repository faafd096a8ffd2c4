/** Proof that the log was shown to this device in two ways. Kept beside what is held; nothing is overwritten. */
import { encodeLeaves } from '../../log/segment.ts';
import type { DeviceDb, EvidenceRow } from '../../store/device/db.ts';
import type { Head } from '../../store/log-store.ts';
import type { Batch } from './verify.ts';

async function keep(db: DeviceDb, row: EvidenceRow): Promise<void> {
  await db.transaction('rw', db.evidence, async () => {
    const same = await db.evidence.where('stream').equals(row.stream).toArray();
    if (!same.some((one) => one.shown === row.shown && one.kind === row.kind)) await db.evidence.add(row);
  });
}

/** Keeps a signed head that contradicts the one held. */
export const keepContradiction = (
  db: DeviceDb,
  kind: EvidenceRow['kind'],
  held: Head,
  shown: string,
  now: number,
): Promise<void> =>
  keep(db, {
    stream: held.stream,
    foundAt: new Date(now).toISOString(),
    kind,
    held: { size: held.size, checkpoint: held.checkpoint },
    shown,
  });

/** Keeps a run of events that does not give the root which the log signed over it. */
export const keepFalseRun = (db: DeviceDb, batch: Batch, held: Head | null, now: number): Promise<void> => {
  const none: Head = { stream: batch.stream, size: 0, frontier: [], checkpoint: '' };
  return keepContradiction(db, 'fork', held ?? none, encodeLeaves(batch.note, batch.leaves), now);
};
