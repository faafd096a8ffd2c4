/** How far a person has seen the boards that he follows: kept on his own device alone. Losing it shows old notices as seen. */
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import type { Seen } from '../../domain/board/unseen.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { CHOSEN, getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';

/** Row of `meta`: by unit. */
const SEEN = 'seen-boards';

export interface SeenBoard extends Seen {
  /** Size of the board's log up to which the phone has told him. */
  told: number;
}
export type SeenBoards = Record<string, SeenBoard>;

export const seenBoards = async (db: DeviceDb): Promise<SeenBoards> =>
  (await getMeta<SeenBoards>(db, SEEN)) ?? {};

export const chosenUnits = async (db: DeviceDb): Promise<string[]> =>
  (await getMeta<string[]>(db, CHOSEN)) ?? [];

/** Events of a board's log that are on this device. */
async function sizeOf(db: DeviceDb, unit: string): Promise<number> {
  const pinned = await pinnedTownship(db);
  const head = pinned && (await db.heads.get(publicStream(pinned.id as TownshipId, unit)));
  return head?.size ?? 0;
}

/**
 * Begins a row for what was chosen, drops that of what is not any more, and notes a board that is in sight as seen.
 * @param now ISO UTC. @param looked unit whose board is before the person's eyes; null: none.
 */
export const noteSeen = (db: DeviceDb, now: string, looked: string | null): PromiseLike<void> =>
  db.transaction('rw', db.meta, db.heads, async () => {
    const before = await seenBoards(db);
    const after: SeenBoards = {};
    for (const unit of await chosenUnits(db)) {
      const size = await sizeOf(db, unit);
      const own = before[unit] ?? { upTo: size, since: now, told: size };
      after[unit] = unit === looked ? { ...own, upTo: size, told: size } : own;
    }
    if (JSON.stringify(after) !== JSON.stringify(before)) await putMeta(db, SEEN, after);
  });

/**
 * Takes it on to tell of everything that is here: two windows do not tell the same.
 * @returns by unit, the place from which on nobody has been told.
 */
export const claimUntold = (db: DeviceDb): PromiseLike<Record<string, number>> =>
  db.transaction('rw', db.meta, db.heads, async () => {
    const boards = await seenBoards(db);
    const after: SeenBoards = {};
    for (const [unit, own] of Object.entries(boards))
      after[unit] = { ...own, told: Math.max(own.told, await sizeOf(db, unit)) };
    if (JSON.stringify(after) !== JSON.stringify(boards)) await putMeta(db, SEEN, after);
    return Object.fromEntries(Object.entries(boards).map(([unit, { told }]) => [unit, told]));
  });
