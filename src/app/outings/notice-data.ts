/** What the screens about going out read: the notice with what waits here, its unit's places, and who may record. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import type { Place } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity, useRegistry } from '../ui/index.ts';

export interface OwnNotice {
  notice: Notice;
  /** Ids of its events that the township has not taken in. */
  waiting: ReadonlySet<string>;
}

/** A notice of one's own unit, renewed as records are made here or come in. Undefined: being read; null: not here. */
export function useOwnNotice(unit: string, notice: string): OwnNotice | null | undefined {
  const device = useDevice();
  const { db } = device;
  const township = useIdentity()?.township;
  const state = useLiveQuery(async () => {
    const stream = township ? publicStream(township as TownshipId, unit) : '';
    const head = await db.heads.get(stream);
    const rows = await db.outbox.where('notice').equals(notice).toArray();
    const waiting = rows.filter((row) => row.receipt === null).map(({ id }) => id);
    return `${head?.size ?? 0} ${waiting.join(' ')}`;
  }, [db, township, unit, notice]);
  const [found, setFound] = useState<OwnNotice | null | undefined>(undefined);
  useEffect(() => {
    if (state === undefined) return;
    let gone = false;
    const read = async (): Promise<void> => {
      const own = await device.ownNotice(unit, notice);
      const [, ...waiting] = state.split(' ');
      if (!gone) setFound(own && { notice: own, waiting: new Set(waiting) });
    };
    void read();
    return () => {
      gone = true;
    };
  }, [device, unit, notice, state]);
  return found;
}

/** Whether this device's person records for the unit. Undefined: not known yet. */
export function useMayRecord(unit: string): boolean | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  if (!identity || !registry || identity.kind === 'tablet') return false;
  return postsFor(registry, identity.key).includes(unit);
}

/** Places of a unit that are in use. */
export const placesOf = (registry: Registry | null | undefined, unit: string): Place[] =>
  Object.values(registry?.places ?? {}).filter((place) => place.unit === unit && !place.closed);

export const entryOf = (registry: Registry | null | undefined, notice: Notice): CatalogueEntry | null => {
  const { id } = currentRevision(notice).content.entry;
  return registry?.catalogue.find((entry) => entry.id === id) ?? null;
};
