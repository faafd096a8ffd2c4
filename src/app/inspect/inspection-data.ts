/** Rounds and findings as this device holds them, with what was signed here and is still on its way. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DomainEvent } from '../../domain/event.ts';
import {
  applyToInspection,
  type Finding,
  type InspectionRecord,
  type LiftedMask,
  type Round,
} from '../../domain/inspection/records.ts';
import type { DeviceDb, OutboxRow } from '../../store/device/db.ts';
import { rowsOf } from '../../sync/client/held.ts';
import { inspectionStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity } from '../ui/index.ts';

export interface Inspected {
  findings: Finding[];
  rounds: Round[];
  lifted: LiftedMask[];
  /** Ids of events that wait for the network. */
  waiting: ReadonlySet<string>;
}

/** A signed event as it will come back by the log. Its number is not known yet. */
function expected({ id, type, header, body, savedAt }: OutboxRow): DomainEvent {
  const { author, at } = JSON.parse(header) as { author: string; at: string };
  const { salt: _salt, ...content } = JSON.parse(body) as Record<string, unknown>;
  return { id, number: Number.MAX_SAFE_INTEGER, type, author, at, acceptedAt: savedAt, content };
}

/** Records of one stream, and those of its events that the log on this device does not hold yet. */
async function ofStream(
  db: DeviceDb,
  stream: string,
  outbox: readonly OutboxRow[],
): Promise<{ records: InspectionRecord[]; waiting: string[] }> {
  const [rows, head] = await Promise.all([rowsOf(db, stream), db.heads.get(stream)]);
  const held = new Map<string, InspectionRecord>();
  for (const { key, value } of rows)
    if (typeof value === 'object' && value !== null) held.set(key, value as InspectionRecord);
  const onTheWay = outbox.filter(
    (row) => row.stream === stream && (!row.receipt || row.receipt.number >= (head?.size ?? 0)),
  );
  const { records } = applyToInspection(held, onTheWay.map(expected));
  return {
    records: [...new Map([...held, ...records]).values()],
    waiting: onTheWay.map(({ id }) => id),
  };
}

const newestFirst = <Record extends { acceptedAt: string }>(all: Record[]): Record[] =>
  all.sort((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));

/** By unit. Undefined: being read. */
export function useInspected(units: string[]): Map<string, Inspected> | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township as TownshipId | undefined;
  const wanted = units.join(' ');
  return useLiveQuery(async () => {
    const found = new Map<string, Inspected>();
    if (!township) return found;
    const outbox = await db.outbox.where('phase').anyOf('waiting', 'received').toArray();
    for (const unit of wanted.split(' ').filter(Boolean)) {
      const { records, waiting } = await ofStream(db, inspectionStream(township, unit), outbox);
      found.set(unit, {
        findings: newestFirst(records.flatMap((one) => (one.what === 'finding' ? [one] : []))),
        rounds: newestFirst(records.flatMap((one) => (one.what === 'round' ? [one] : []))),
        lifted: newestFirst(records.flatMap((one) => (one.what === 'lifted' ? [one] : []))),
        waiting: new Set(waiting),
      });
    }
    return found;
  }, [db, township, wanted]);
}

export interface UnitFinding {
  unit: string;
  finding: Finding;
  isWaiting: boolean;
}

export const findingsOf = (inspected: ReadonlyMap<string, Inspected>): UnitFinding[] =>
  [...inspected].flatMap(([unit, { findings, waiting }]) =>
    findings.map((finding) => ({ unit, finding, isWaiting: waiting.has(finding.id) })),
  );

export const findingPath = (unit: string, id: string): string => `/inspect/findings/${unit}/${id}`;
