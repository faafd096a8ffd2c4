/** One unit's records as this device holds them, from the tables: what its scorecard is made of. */
import { Dexie } from 'dexie';
import type { LightNotice } from '../../domain/board/board.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { mayRead } from '../../domain/registry/rights.ts';
import { asAnswerable, falsifiedOf, standing } from '../../domain/inspection/counted.ts';
import { type Finding, inspectionKey } from '../../domain/inspection/records.ts';
import { readCase } from '../../domain/request/case.ts';
import { caseKey, type CaseRecord } from '../../domain/request/record.ts';
import type { OfficeRecord, ScoreObjection } from '../../domain/review/queue.ts';
import type { UnitRecords } from '../../domain/score/items.ts';
import { commentAnswers, requestAnswers, unitRecords } from '../../domain/score/records.ts';
import { commentKey, type TalkRecord, UNIT_TALK } from '../../domain/talk/talk.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import {
  deskStream,
  inspectionStream,
  officeStream,
  publicStream,
  type TownshipId,
} from '../../sync/client/streams.ts';

export interface HeldUnit {
  records: UnitRecords;
  /** Objections to the scorecard, newest first. */
  objections: ScoreObjection[];
}

/** Who looks, and when. */
export interface Look {
  db: DeviceDb;
  registry: Registry;
  township: TownshipId;
  /** Null: a device that is not enrolled reads what is public. */
  key: string | null;
  today: LocalDate;
}

async function noticesOf(db: DeviceDb, stream: string): Promise<LightNotice[]> {
  const pages = await db.pages
    .where('[stream+page]')
    .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
    .toArray();
  return pages.flatMap(({ notices }) => notices);
}

/** The records of a stream whose keys begin so. */
async function rowsOf<Value>(db: DeviceDb, stream: string, begin = ''): Promise<Value[]> {
  const rows = await db.rows
    .where('[stream+key]')
    .between([stream, begin], [stream, `${begin}\uffff`])
    .toArray();
  return rows.flatMap(({ value }) => (typeof value === 'object' && value !== null ? [value as Value] : []));
}

async function officeOf(db: DeviceDb, stream: string): Promise<OfficeRecord[]> {
  const records = await rowsOf<OfficeRecord>(db, stream);
  return records.sort((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
}

/** The unit's streams of which a scorecard is made; null: not to be read here, or none such. */
function streamsOf({ registry, township, key }: Look, unit: string) {
  const may = (kind: 'office' | 'desk' | 'inspection'): boolean => mayRead(registry, { kind, unit }, key);
  return {
    open: publicStream(township, unit),
    office: may('office') ? officeStream(township, unit) : null,
    inspection: may('inspection') ? inspectionStream(township, unit) : null,
    desk: unit === TOWNSHIP_UNIT && may('desk') ? deskStream(township, unit) : null,
  };
}

/** Says whether something came since: the same while nothing did. */
export async function mark(look: Look, unit: string): Promise<string> {
  const streams = streamsOf(look, unit);
  const heads = await look.db.heads.bulkGet(Object.values(streams).map((stream) => stream ?? ''));
  // The day counts where a clock runs.
  return [...heads.map((head) => head?.size ?? 0), streams.desk ? look.today : ''].join('/');
}

export async function heldUnit(look: Look, unit: string): Promise<HeldUnit> {
  const { db, today } = look;
  const { open, office, inspection, desk } = streamsOf(look, unit);
  const [notices, records, comments, talk, cases, findings] = await Promise.all([
    noticesOf(db, open),
    office ? officeOf(db, office) : [],
    rowsOf<TalkRecord>(db, open, commentKey('')),
    db.rows.get([open, UNIT_TALK]),
    desk ? rowsOf<CaseRecord>(db, desk, caseKey('')) : [],
    inspection ? rowsOf<Finding>(db, inspection, inspectionKey('finding', '')) : [],
  ]);
  const said = [...comments, ...(talk ? [talk.value as TalkRecord] : [])];
  const answers = [
    ...commentAnswers(said),
    ...requestAnswers(
      cases.flatMap((one) => readCase(one) ?? []),
      today,
    ),
    ...standing(findings).map(asAnswerable),
  ];
  return {
    objections: records.flatMap((one) => (one.what === 'score' ? [one] : [])),
    records: unitRecords(notices, records, { answers, falsified: falsifiedOf(findings) }),
  };
}
