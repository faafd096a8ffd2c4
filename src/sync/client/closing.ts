/** What this device holds of a year's closing: heads for the event that closes it, and what the cover sheet prints of it. */
import { yearClosed, type YearClosed } from '../../domain/closing/events.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { registryOf, type TownshipId } from '../../log/stream.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { DeviceLogStore } from '../../store/device/device-log-store.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { eventAt } from './held.ts';
import { heldHead } from './log-head.ts';

/** Heads of the public logs of these units, as this device holds them; a unit that has published nothing has none. */
export async function headsOf(db: DeviceDb, units: readonly string[]): Promise<YearClosed['heads']> {
  const heads: YearClosed['heads'] = [];
  for (const unit of units) {
    const head = await heldHead(db, unit);
    if (head) heads.push({ unit, ...head });
  }
  return heads;
}

export interface Sheet {
  /** As they were signed. */
  heads: YearClosed['heads'];
  /** The registry's signed head (C2SP tlog-checkpoint), which covers the closing. */
  checkpoint: string;
}

/**
 * What stands on the cover sheet.
 * @param number place of the closing in the registry.
 * @returns null: the closing, or a signed head that covers it, has not come to this device.
 */
export async function sheetOf(db: DeviceDb, number: number): Promise<Sheet | null> {
  const township = await pinnedTownship(db);
  if (!township) return null;
  const stream = registryOf(township.id as TownshipId);
  const event = await eventAt({ log: new DeviceLogStore(db) }, stream, number);
  const closed = yearClosed.safeParse(event?.content);
  const head = await db.heads.get(stream);
  const checkpoint = head ? await openCheckpoint(head.checkpoint, stream, township.logKey) : null;
  if (!closed.success || !head || !checkpoint || checkpoint.size <= number) return null;
  return { heads: closed.data.heads, checkpoint: head.checkpoint };
}
