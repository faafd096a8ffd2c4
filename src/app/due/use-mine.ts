/** What the person of this device has to publish, live from its tables. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { postsFor } from '../../domain/registry/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { useDevice, useIdentity, useNow, useRegistry } from '../ui/device-context.tsx';
import { useBoards } from '../ui/use-board.ts';
import { type MineItem, mineOf, type Waiting } from './mine.ts';

/** What an item of the outbox tells; nothing when it is not about an entry and a period. */
function waitingOf({ stream, body }: OutboxRow): Waiting[] {
  const { entry, period } = JSON.parse(body) as { entry?: { id?: string }; period?: string };
  const unit = stream.split('/')[1];
  return unit && entry?.id && period ? [{ unit, entry: entry.id, period }] : [];
}

export interface Mine {
  registry: Registry;
  items: MineItem[];
  /** Units for which he posts, his own first. */
  units: string[];
}

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
  return useMemo(() => {
    if (identity === undefined || registry === undefined || !boards || !waiting) return undefined;
    if (!registry || units.length === 0 || identity?.kind === 'tablet') return null;
    const own = new Map(units.map((unit) => [unit, boards.get(unit) ?? []]));
    return { registry, units, items: mineOf(registry, own, waiting, today) };
  }, [identity, registry, boards, waiting, units, today]);
}
