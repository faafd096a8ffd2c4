/** The boards of all units, and which of them have not come to this device. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import { type Counted, countUnit } from '../../domain/counting/figures.ts';
import { hangingOf, type UnitHanging } from '../../domain/counting/hanging.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { LocalDate } from '../../domain/time.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { unitsInOrder } from '../office/overview.ts';
import { useDevice, useIdentity } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';

export interface Held {
  units: Unit[];
  boards: Map<string, LightNotice[]>;
  /** Units of which nothing has come yet, though the office follows them. */
  notHere: Unit[];
}

/** Undefined while the tables are read. */
export function useHeld(registry: Registry): Held | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township;
  const units = unitsInOrder(registry);
  const boards = useBoards(units.map(({ id }) => id));
  const followed = useLiveQuery(async () => {
    const heads = new Set(await db.heads.toCollection().primaryKeys());
    // A stream in which nothing was ever published has no head: it lacks nothing once the township was reached.
    const contact = (await db.meta.get('contact'))?.value as
      { pulling?: unknown; lastContact?: unknown } | undefined;
    return { heads, settled: Boolean(contact?.lastContact) && !contact?.pulling };
  }, [db]);
  if (!boards || !followed || !township) return undefined;
  const notHere = followed.settled
    ? []
    : units.filter(({ id }) => !followed.heads.has(publicStream(township as TownshipId, id)));
  return { units, boards, notHere };
}

type Boards = ReadonlyMap<string, LightNotice[]>;

/** The lists behind the figures, by unit in their order. */
export const useCounted = (
  registry: Registry,
  boards: Boards,
  first: LocalDate,
  last: LocalDate,
): Counted[] =>
  useMemo(
    () =>
      unitsInOrder(registry).map(({ id }) => countUnit(registry, id, boards.get(id) ?? [], { first, last })),
    [registry, boards, first, last],
  );

/** What hangs where, by unit in their order; none while the boards are being read. */
export const useHanging = (registry: Registry, boards: Boards | undefined, today: LocalDate): UnitHanging[] =>
  useMemo(
    () =>
      boards
        ? unitsInOrder(registry).map(({ id }) => hangingOf(registry, id, boards.get(id) ?? [], today))
        : [],
    [registry, boards, today],
  );
