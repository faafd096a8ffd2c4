/** The lists, live from the boards and inspection streams on this device. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { dueItems } from '../../domain/due/judge.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import { allSights, type Sights, sightsOf, type Stretch } from '../../domain/watch/watch.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useInspected } from './inspection-data.ts';

/** Undefined: being read. @param units whose lists are put together. */
export function useSights(
  registry: Registry,
  units: string[],
  { first, last }: Stretch,
  today: LocalDate,
): Sights | undefined {
  const boards = useBoards(units);
  const inspected = useInspected(units);
  return useMemo(() => {
    if (!boards || !inspected) return undefined;
    const stretch = { first, last };
    const due = dueItems(registry, boards, { window: stretch, today });
    return allSights(
      [...boards].map(([unit, notices]) =>
        sightsOf(registry, unit, notices, due.get(unit) ?? [], stretch, today, inspected.get(unit)?.lifted),
      ),
    );
  }, [registry, boards, inspected, first, last, today]);
}

/** How many of these units' boards have not come to this device. */
export function useNotHere(units: string[]): number {
  const { db } = useDevice();
  const township = useIdentity()?.township as TownshipId | undefined;
  const wanted = units.join(' ');
  return (
    useLiveQuery(async () => {
      const contact = (await db.meta.get('contact'))?.value as
        { pulling?: unknown; lastContact?: unknown } | undefined;
      // A stream in which nothing was ever published has no head: it lacks nothing once the township was reached.
      if (!township || (contact?.lastContact && !contact.pulling)) return 0;
      const streams = wanted.split(' ').map((unit) => publicStream(township, unit));
      return (await db.heads.bulkGet(streams)).filter((head) => head === undefined).length;
    }, [db, township, wanted]) ?? 0
  );
}
