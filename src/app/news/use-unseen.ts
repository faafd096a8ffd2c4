/** What is new on the boards that a person follows, live from this device's tables. */
import { Dexie } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { type LightNotice, pageOf } from '../../domain/board/board.ts';
import { unseenOf } from '../../domain/board/unseen.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { streamOf } from '../board/board-data.ts';
import { useDevice } from '../ui/device-context.tsx';
import { chosenUnits, seenBoards } from './seen.ts';

/** New notices by unit, the newest last. */
export type Unseen = ReadonlyMap<string, LightNotice[]>;

/** Only units with something new. */
export async function readUnseen(db: DeviceDb): Promise<Unseen> {
  const seen = await seenBoards(db);
  const found = new Map<string, LightNotice[]>();
  for (const unit of await chosenUnits(db)) {
    const own = seen[unit];
    const stream = await streamOf(db, unit);
    if (!own || !stream) continue;
    const from = [stream, pageOf(own.upTo)];
    const pages = await db.pages.where('[stream+page]').between(from, [stream, Dexie.maxKey]).toArray();
    const notices = unseenOf(
      pages.flatMap((page) => page.notices),
      own,
    );
    if (notices.length > 0) found.set(unit, notices);
  }
  return found;
}

/** Undefined: being read. */
export function useUnseen(): Unseen | undefined {
  const { db } = useDevice();
  // An async function, or Dexie loses sight of what is read after the first wait.
  return useLiveQuery(async () => readUnseen(db), [db]);
}
