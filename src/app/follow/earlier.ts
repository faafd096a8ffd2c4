/** Reads the notice of the period before from what this device holds. */
import { Dexie } from 'dexie';
import { useEffect, useState } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import { type Compared, type Earlier, earlierOf } from '../../domain/compare/periods.ts';
import { valueOf } from '../../domain/kind/values.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { Device } from '../../sync/client/device.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice } from '../ui/device-context.tsx';

/** List pages that are looked through at most, the newest: some 8,000 places. */
const PAGES = 64;
/** Of one period: the showing before, and the result. */
const CANDIDATES = 4;

/** Light notices of a unit in log order, as far as they are looked through. */
export async function lightNotices(db: DeviceDb, unit: string): Promise<LightNotice[]> {
  const pinned = await pinnedTownship(db);
  if (!pinned) return [];
  const stream = publicStream(pinned.id as TownshipId, unit);
  const newest = await db.pages
    .where('[stream+page]')
    .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
    .reverse()
    .limit(PAGES)
    .toArray();
  return newest.reverse().flatMap((page) => page.notices);
}

export interface EarlierNotice {
  id: string;
  period: string;
  next: boolean;
  content: NoticeContent;
}

const stageOf = ({ fields }: NoticeContent): string => valueOf(fields, 'stage', 'choice')?.value ?? '';

/** Of several of one period, the one at the same stage: a showing is compared with a showing. */
async function chosen(device: Device, unit: string, own: NoticeContent, { notices, period, next }: Earlier) {
  const held: EarlierNotice[] = [];
  for (const { id } of notices.slice(0, CANDIDATES)) {
    const details = await device.details(unit, id);
    if (details?.proof !== 'checked') continue;
    held.push({ id, period, next, content: currentRevision(details.notice).content });
  }
  return held.find(({ content }) => stageOf(content) === stageOf(own)) ?? held[0] ?? null;
}

/** The nearest earlier notice of the same kind, checked now. Undefined: being read; null: none is here. */
export function useEarlier(
  unit: string,
  id: string | null,
  content: NoticeContent,
): EarlierNotice | null | undefined {
  const device = useDevice();
  const { period, kind, entry } = content;
  const key = [unit, id, period, kind, entry.id, stageOf(content)].join('/');
  const [found, setFound] = useState<{ key: string; earlier: EarlierNotice | null } | null>(null);
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const own: Compared = { id, period, kind, entry: entry.id };
      const earlier = earlierOf(await lightNotices(device.db, unit), own);
      const notice = earlier && (await chosen(device, unit, content, earlier));
      if (!gone) setFound({ key, earlier: notice });
    };
    // A storage that fails here leaves out the comparison; the notice itself is shown all the same.
    read().catch(() => gone || setFound({ key, earlier: null }));
    return () => {
      gone = true;
    };
    // What the content is compared by stands in the key.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [device, key]);
  return found?.key === key ? found.earlier : undefined;
}
