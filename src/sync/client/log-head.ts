/** The head of a unit's public log as this device holds it: what a printed sheet names, so that paper can be compared. */
import { openCheckpoint } from '../../log/checkpoint.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';

export interface HeldHead {
  /** Events in the log, as far as it has come to this device. */
  size: number;
  /** Root of the tree over them, 64 hexadecimal digits. */
  root: string;
}

/** Null: nothing of this log is here, or its head is not signed by the township. */
export async function heldHead(db: DeviceDb, unit: string): Promise<HeldHead | null> {
  const township = await pinnedTownship(db);
  if (!township) return null;
  const stream = publicStream(township.id as TownshipId, unit);
  const head = await db.heads.get(stream);
  const checkpoint = head ? await openCheckpoint(head.checkpoint, stream, township.logKey) : null;
  return checkpoint && { size: checkpoint.size, root: checkpoint.root };
}
