/** What scorecards are made of, live from the tables: boards, and what else this device may read of each unit. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import type { TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity } from '../ui/index.ts';
import { useNow } from '../ui/device-context.tsx';
import { type HeldUnit, heldUnit, type Look, mark } from './held-unit.ts';
import { type Scored, scorer } from './keep.ts';

export type { HeldUnit } from './held-unit.ts';

/** By unit; only what changed is read again. Undefined: being read. @param units null: none. */
export function useHeldUnits(registry: Registry, units: string[] | null): Map<string, HeldUnit> | undefined {
  const { db } = useDevice();
  const identity = useIdentity();
  const [kept] = useState(() => new Map<string, { mark: string; held: HeldUnit }>());
  const wanted = (units ?? []).join(' ');
  const township = identity?.township as TownshipId | undefined;
  const key = identity?.key ?? null;
  const today = localDateOf(instantOf(useNow()));
  return useLiveQuery(async () => {
    const found = new Map<string, HeldUnit>();
    if (!township) return found;
    const look: Look = { db, registry, township, key, today };
    for (const unit of wanted.split(' ').filter(Boolean)) {
      const now = await mark(look, unit);
      const before = kept.get(unit);
      const held = before?.mark === now ? before.held : await heldUnit(look, unit);
      kept.set(unit, { mark: now, held });
      found.set(unit, held);
    }
    return found;
  }, [db, township, key, registry, wanted, kept, today]);
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
