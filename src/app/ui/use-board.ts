/** The light notices of boards, read live from the list pages on this device. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { LightNotice } from '../../domain/board/board.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity } from './device-context.tsx';

/**
 * Notices by unit, in log order (the newest last), withdrawn ones among them.
 * @param units ids, or null: none. Undefined while the tables are being read.
 */
export function useBoards(units: string[] | null): Map<string, LightNotice[]> | undefined {
  const { db } = useDevice();
  const township = useIdentity()?.township;
  const wanted = (units ?? []).join(' ');
  return useLiveQuery(async () => {
    const boards = new Map<string, LightNotice[]>();
    if (!township) return boards;
    for (const unit of wanted.split(' ').filter(Boolean)) {
      const stream = publicStream(township as TownshipId, unit);
      const pages = await db.pages
        .where('[stream+page]')
        .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
        .toArray();
      boards.set(
        unit,
        pages.flatMap((page) => page.notices),
      );
    }
    return boards;
  }, [db, township, wanted]);
}
