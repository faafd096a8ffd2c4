/** What is known of a unit's tablets, live: on which days and hours they showed the board. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DisplayedDay } from '../../domain/display/display.ts';
import { localDateOf } from '../../domain/time.ts';
import { displaysSince } from '../../sync/client/display.ts';
import type { TownshipId } from '../../sync/client/streams.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { useDevice } from '../ui/device-context.tsx';

const NONE: DisplayedDay[] = [];

/** Undefined while the table is being read. @param since a moment, ISO: the days from then on. */
export function useDisplaysRead(unit: string, since: string): DisplayedDay[] | undefined {
  const { db } = useDevice();
  const day = localDateOf(since);
  return useLiveQuery(async () => {
    const pinned = await pinnedTownship(db);
    return pinned ? displaysSince(db, { township: pinned.id as TownshipId, unit }, day) : NONE;
  }, [db, unit, day]);
}

/** The same for a screen on which it may come later. */
export const useDisplays = (unit: string, since: string): DisplayedDay[] =>
  useDisplaysRead(unit, since) ?? NONE;
