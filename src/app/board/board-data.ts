/** What boards read from the device's tables, live. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { type LightNotice, pageOf } from '../../domain/board/board.ts';
import { RUNNING, type Running } from '../../domain/board/running.ts';
import type { NoticeDetails } from '../../sync/client/device.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import type { DeviceDb, PageRow } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { useContact, useDevice, useIdentity, useNow } from '../ui/device-context.tsx';
import { timeOf } from '../../domain/board/standing.ts';

/** Null: no township is known on this device yet. Reads within a live query, so that it is asked again when it is. */
export async function streamOf(db: DeviceDb, unit: string): Promise<string | null> {
  const pinned = await pinnedTownship(db);
  return pinned && publicStream(pinned.id as TownshipId, unit);
}

export const pagesOf = (db: DeviceDb, stream: string) =>
  db.pages.where('[stream+page]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]);

/** The time for what is pinned and counted, ms since 1970. */
export function useBoardTime(): number {
  const contact = useContact();
  return timeOf(useNow(), contact?.lastContact);
}

export interface Board {
  /** Newest first, withdrawn ones among them. */
  notices: LightNotice[];
  /** Older ones that are urgent, or whose publicity period has no result yet. */
  running: LightNotice[];
  /** There are older pages. */
  more: boolean;
  /** Whether anything of this board has ever come to this device. */
  held: boolean;
}

/** Notices that are shown whatever their age, from pages that are not read yet. */
async function olderRunning(db: DeviceDb, stream: string, read: PageRow[]): Promise<LightNotice[]> {
  const row = await db.rows.get([stream, RUNNING]);
  const oldest = read[read.length - 1]?.page ?? 0;
  const older = ((row?.value ?? []) as Running[]).filter(({ page }) => page < oldest);
  if (older.length === 0) return [];
  const ids = new Set(older.map(({ id }) => id));
  const pages = await db.pages.bulkGet(
    [...new Set(older.map(({ page }) => page))].map((page) => [stream, page]),
  );
  return pages.flatMap((page) => page?.notices.filter(({ id }) => ids.has(id)) ?? []);
}

/**
 * The newest pages of a board. Undefined while the tables are being read.
 * @param pages how many of them (128 places each); Infinity: all.
 */
export function useBoard(unit: string, pages: number): Board | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    if (!stream) return { notices: [], running: [], more: false, held: false };
    const held = (await db.heads.get(stream)) !== undefined;
    const newest = pagesOf(db, stream).reverse();
    const rows = await (pages === Infinity ? newest : newest.limit(pages + 1)).toArray();
    const shown = pages === Infinity ? rows : rows.slice(0, pages);
    const notices = shown.flatMap((page) => [...page.notices].reverse());
    const running = await olderRunning(db, stream, shown);
    return { notices, running, more: rows.length > shown.length, held };
  }, [db, unit, pages]);
}

/** Reads another unit's board too, from now on. A device's own comes anyway. */
export function useFollow(unit: string): void {
  const device = useDevice();
  const identity = useIdentity();
  const foreign = identity !== undefined && identity?.unit !== unit;
  useEffect(() => {
    // A storage that fails here shows as a board that does not come.
    if (foreign) device.follow(unit).catch(() => undefined);
  }, [device, unit, foreign]);
}

type Found = { key: string; details: NoticeDetails | null };

/** A notice with its history, checked on this device. Undefined: being read; null: not here. Renewed as the log grows. */
export function useDetails(unit: string, notice: string): NoticeDetails | null | undefined {
  const device = useDevice();
  const { db } = device;
  const size = useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    return (stream ? (await db.heads.get(stream))?.size : undefined) ?? 0;
  }, [db, unit]);
  const [found, setFound] = useState<Found | null>(null);
  const key = `${unit}/${notice}`;
  useEffect(() => {
    if (size === undefined) return;
    let gone = false;
    const read = async (): Promise<void> => {
      const details = await device.details(unit, notice);
      if (!gone) setFound({ key, details });
    };
    void read();
    return () => {
      gone = true;
    };
  }, [device, unit, notice, key, size]);
  return found?.key === key ? found.details : undefined;
}

export interface Neighbours {
  newer: string | null;
  older: string | null;
}

/** Ids of the notices before and after one on its board. @param number place of its publishing event. */
export function useNeighbours(unit: string, notice: string, number: number): Neighbours | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    if (!stream) return { newer: null, older: null };
    const page = pageOf(number);
    const own = (await db.pages.get([stream, page]))?.notices ?? [];
    const at = own.findIndex((one) => one.id === notice);
    const key = '[stream+page]';
    const after = db.pages.where(key).between([stream, page], [stream, Dexie.maxKey], false).first();
    const before = db.pages.where(key).between([stream, Dexie.minKey], [stream, page], true, false).last();
    const older = own[at - 1] ?? (await before)?.notices.slice(-1)[0];
    const newer = own[at + 1] ?? (await after)?.notices[0];
    return { newer: newer?.id ?? null, older: older?.id ?? null };
  }, [db, unit, notice, number]);
}

/** Changes of a notice that were made here and that the township has not taken in yet. */
export function useWaitingChanges(notice: string): number {
  const { db } = useDevice();
  return (
    useLiveQuery(
      () =>
        db.outbox
          .where('notice')
          .equals(notice)
          .filter((row) => row.phase === 'waiting' || row.phase === 'refused')
          .count(),
      [db, notice],
    ) ?? 0
  );
}
