/** What scorecards are made of, live from the tables: boards, and for who may read them the records of the units' offices. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { officesOf } from '../../domain/registry/rights.ts';
import type { OfficeRecord, ScoreObjection } from '../../domain/review/queue.ts';
import type { UnitRecords } from '../../domain/score/items.ts';
import { unitRecords } from '../../domain/score/records.ts';
import { type LocalDate } from '../../domain/time.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { officeStream, publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity } from '../ui/index.ts';
import { type Scored, scorer } from './keep.ts';

export interface HeldUnit {
  records: UnitRecords;
  /** Objections to the scorecard, newest first. */
  objections: ScoreObjection[];
}

interface Kept extends HeldUnit {
  /** Sizes of the streams of which it was made. */
  sizes: string;
}

function unitOf(notices: LightNotice[], office: OfficeRecord[]): HeldUnit {
  const objections = office.flatMap((one) => (one.what === 'score' ? [one] : []));
  return { objections, records: unitRecords(notices, office) };
}

async function noticesOf(db: DeviceDb, stream: string): Promise<LightNotice[]> {
  const pages = await db.pages
    .where('[stream+page]')
    .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
    .toArray();
  return pages.flatMap(({ notices }) => notices);
}

async function recordsOf(db: DeviceDb, stream: string): Promise<OfficeRecord[]> {
  const rows = await db.rows
    .where('[stream+key]')
    .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
    .toArray();
  return rows
    .flatMap(({ value }) => (typeof value === 'object' && value !== null ? [value as OfficeRecord] : []))
    .sort((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
}

/** By unit; only what changed is read again. Undefined: being read. @param units null: none. */
export function useHeldUnits(registry: Registry, units: string[] | null): Map<string, HeldUnit> | undefined {
  const { db } = useDevice();
  const identity = useIdentity();
  const [kept] = useState(() => new Map<string, Kept>());
  const wanted = (units ?? []).join(' ');
  const township = identity?.township as TownshipId | undefined;
  const key = identity?.key;
  return useLiveQuery(async () => {
    const found = new Map<string, HeldUnit>();
    if (!township) return found;
    const offices = new Set(key === undefined ? [] : officesOf(registry, key));
    for (const unit of wanted.split(' ').filter(Boolean)) {
      const streams = [publicStream(township, unit), officeStream(township, unit)] as const;
      const [open, office] = await db.heads.bulkGet([...streams]);
      const mayRead = offices.has(unit);
      const sizes = `${open?.size ?? 0}/${mayRead ? (office?.size ?? 0) : '-'}`;
      const before = kept.get(unit);
      const now =
        before?.sizes === sizes
          ? before
          : {
              sizes,
              ...unitOf(await noticesOf(db, streams[0]), mayRead ? await recordsOf(db, streams[1]) : []),
            };
      kept.set(unit, now);
      found.set(unit, now);
    }
    return found;
  }, [db, township, key, registry, wanted, kept]);
}

/** Scorecards of a year. */
export function useScores(
  registry: Registry,
  held: ReadonlyMap<string, HeldUnit> | undefined,
  within: LocalDate,
  today: LocalDate,
): Scored | undefined {
  const [score] = useState(scorer);
  const records = useMemo(
    () => held && new Map([...held].map(([unit, one]) => [unit, one.records] as const)),
    [held],
  );
  return useMemo(
    () => records && score(registry, records, within, today),
    [score, registry, records, within, today],
  );
}
