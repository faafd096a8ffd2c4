/** What the person of this device has to publish, live from its tables. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import { type InPublicity, inPublicity, owesResult } from '../../domain/board/in-publicity.ts';
import { openFindings } from '../../domain/inspection/counted.ts';
import { answerDay, type Finding } from '../../domain/inspection/records.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { displaysSince } from '../../sync/client/display.ts';
import type { TownshipId } from '../../sync/client/streams.ts';
import { useInspected } from '../inspect/inspection-data.ts';
import { useDevice, useIdentity, useNow, useRegistry } from '../ui/device-context.tsx';
import { useBoards } from '../ui/use-board.ts';
import { type MineItem, mineOf, type Waiting } from './mine.ts';

const YEAR_MS = 366 * 86_400_000;

/** What an item of the outbox tells; nothing when it is not about an entry and a period. */
function waitingOf({ stream, body }: OutboxRow): Waiting[] {
  const { entry, period } = JSON.parse(body) as { entry?: { id?: string }; period?: string };
  const unit = stream.split('/')[1];
  return unit && entry?.id && period ? [{ unit, entry: entry.id, period }] : [];
}

/** A publicity period that is over: its result is to be published. */
export interface ResultDue extends InPublicity {
  unit: string;
}

export interface Mine {
  registry: Registry;
  items: MineItem[];
  /** The longest over first. */
  results: ResultDue[];
  /** Findings of inspections that wait for the unit's answer, the most pressing first. */
  findings: FindingDue[];
  /** Units for which he posts, his own first. */
  units: string[];
}

export interface FindingDue {
  unit: string;
  finding: Finding;
}

/** Undefined: being read. */
function useFindings(units: string[]): FindingDue[] | undefined {
  const inspected = useInspected(units);
  return useMemo(
    () =>
      inspected &&
      [...inspected]
        .flatMap(([unit, { findings }]) => openFindings(findings).map((finding) => ({ unit, finding })))
        .sort((one, other) => (answerDay(one.finding) < answerDay(other.finding) ? -1 : 1)),
    [inspected],
  );
}

/** Open publicity periods by unit. Undefined: being read. */
export function useInPublicity(
  units: string[],
  boards: ReadonlyMap<string, readonly LightNotice[]> | undefined,
): Map<string, InPublicity[]> | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township;
  const now = useNow();
  const displays = useLiveQuery(async () => {
    const since = localDateOf(instantOf(now - YEAR_MS));
    const of = (unit: string) =>
      displaysSince(db, { township: township as TownshipId, unit }, since).then(
        (days) => [unit, days] as const,
      );
    return new Map(township ? await Promise.all(units.map(of)) : []);
    // The day moves on slowly; a new report renews it.
  }, [db, township, units]);
  return useMemo(() => {
    if (!boards || !displays) return undefined;
    return new Map(
      units.map((unit) => [unit, inPublicity([...(boards.get(unit) ?? [])], displays.get(unit) ?? [], now)]),
    );
  }, [boards, displays, units, now]);
}

/** Publicity periods that wait for their result. */
const resultsOf = (periods: Map<string, InPublicity[]>): ResultDue[] =>
  [...periods]
    .flatMap(([unit, all]) => all.filter(owesResult).map((one): ResultDue => ({ ...one, unit })))
    .sort((one, other) => ((one.period.lastDay ?? '') < (other.period.lastDay ?? '') ? -1 : 1));

/** Null: nobody who publishes; undefined: being read. */
export function useMine(): Mine | null | undefined {
  const { db } = useDevice();
  const identity = useIdentity();
  const registry = useRegistry();
  const today = localDateOf(instantOf(useNow()));
  const units = useMemo(
    () => (identity && registry ? postsFor(registry, identity.key) : []),
    [identity, registry],
  );
  const boards = useBoards(units);
  const waiting = useLiveQuery(
    async () =>
      (await db.outbox.where('phase').anyOf('waiting', 'refused', 'received').toArray()).flatMap(waitingOf),
    [db],
  );
  const periods = useInPublicity(units, boards);
  const findings = useFindings(units);
  return useMemo(() => {
    if (!findings || identity === undefined || registry === undefined || !boards || !waiting || !periods)
      return undefined;
    if (!registry || units.length === 0 || identity?.kind === 'tablet') return null;
    const own = new Map(units.map((unit) => [unit, boards.get(unit) ?? []]));
    return {
      registry,
      units,
      items: mineOf(registry, own, waiting, today),
      results: resultsOf(periods),
      findings,
    };
  }, [identity, registry, boards, waiting, periods, findings, units, today]);
}
