/** Small facts of the device, one `meta` row each. What the rows of keys and contact hold is their owners' matter. */
import type { DeviceDb } from './db.ts';

/** Reads a fact; undefined when it is not there. */
export const getMeta = async <Value>(db: DeviceDb, key: string): Promise<Value | undefined> =>
  (await db.meta.get(key))?.value as Value | undefined;

export const putMeta = async (db: DeviceDb, key: string, value: unknown): Promise<void> => {
  await db.meta.put({ key, value });
};

/** The township whose log this device reads, pinned with the first verified batch of its registry. */
export interface PinnedTownship {
  id: string;
  /** Public key that signs its checkpoints, hex. */
  logKey: string;
  name: string;
}

/** Units whose public stream is followed beside the device's own. */
export const FOLLOWED = 'followed';
/** Villages that a person chose to follow, in the order of choosing. */
export const CHOSEN = 'chosen';
export const PINNED = 'township';
/** Why the last contact could not store what came: `{ fault, at }`; null: it could. */
export const STORAGE_FAULT = 'storage-fault';

export const pinnedTownship = async (db: DeviceDb): Promise<PinnedTownship | null> =>
  (await getMeta<PinnedTownship>(db, PINNED)) ?? null;

export const followedUnits = async (db: DeviceDb): Promise<string[]> =>
  (await getMeta<string[]>(db, FOLLOWED)) ?? [];

/** Adds a unit to those followed. False: it was among them already. */
export const followUnit = (db: DeviceDb, unit: string): PromiseLike<boolean> =>
  db.transaction('rw', db.meta, async () => {
    const units = await followedUnits(db);
    if (units.includes(unit)) return false;
    await putMeta(db, FOLLOWED, [...units, unit]);
    return true;
  });
