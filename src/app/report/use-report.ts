/** What the annual report is made of, live from this device's tables. Undefined: being read. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { reportInput } from '../../domain/report/input.ts';
import type { ReportInput } from '../../domain/report/model.ts';
import { latestTyped } from '../../domain/report/typed.ts';
import type { OfficeRecord, TypedRecord } from '../../domain/review/queue.ts';
import { type LocalDate } from '../../domain/time.ts';
import { officeStream, type TownshipId } from '../../sync/client/streams.ts';
import { useRequests } from '../desk/desk-data.ts';
import { useHeld } from '../figures/use-figures.ts';
import { useHeldUnits, useScores } from '../scores/use-scores.ts';
import { useDevice, useIdentity } from '../ui/index.ts';

/** Figures that were typed for a year; null: none. Undefined: being read. */
export function useTyped(year: number): TypedRecord | null | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township as TownshipId | undefined;
  return useLiveQuery(async () => {
    if (!township) return null;
    const stream = officeStream(township, TOWNSHIP_UNIT);
    const rows = await db.rows
      .where('[stream+key]')
      .between([stream, 'typed:'], [stream, 'typed;'])
      .toArray();
    const typed = rows.map(({ value }) => value as OfficeRecord).filter((one) => one.what === 'typed');
    return latestTyped(typed, year);
  }, [db, township, year]);
}

export interface Read {
  input: ReportInput;
  typed: TypedRecord | null;
  /** Units of which nothing has come to this device yet. */
  notHere: string[];
  /** Requests that nobody has taken up: they are in no table. */
  waiting: number;
}

export function useReport(registry: Registry, year: number, today: LocalDate): Read | undefined {
  const held = useHeld(registry);
  const requests = useRequests();
  const typed = useTyped(year);
  const ids = useMemo(() => Object.keys(registry.units), [registry]);
  const units = useHeldUnits(registry, ids);
  const scored = useScores(registry, units, `${year}-07-01` as LocalDate, today);
  return useMemo(() => {
    if (!held || !requests || typed === undefined || !scored) return undefined;
    const cases = requests.flatMap(({ held: one }) => (one ? [one] : []));
    const { boards, notHere } = held;
    const input = reportInput({
      registry,
      year,
      today,
      boards,
      cases,
      scores: scored.scores,
      typed: typed?.figures ?? {},
    });
    return {
      input,
      typed,
      notHere: notHere.map(({ name }) => name),
      waiting: requests.length - cases.length,
    };
  }, [registry, year, today, held, requests, typed, scored]);
}
