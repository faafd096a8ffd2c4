/**
 * A note on the phone's own screen of what is late or due, once a day, where the person allowed it: while the app is open behind
 * others. There is no push service in this: a phone whose app is closed is told by the number on the icon, and by text message.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isQuiet } from '../../domain/due/quiet.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import { useDevice, useNow } from '../ui/device-context.tsx';

/** Row of `meta`: whether he wants it, and the day of which he was told last. */
const KEY = 'due-notice';
interface Kept {
  on: boolean;
  day: LocalDate | '';
}

/** `none`: this device cannot. `blocked`: the person said no to the browser, and only there it can be changed. */
export type NoticeState = 'none' | 'blocked' | 'off' | 'on';

const canNotify = (): boolean => 'Notification' in window && 'serviceWorker' in navigator;

const stateOf = (kept: Kept | undefined): NoticeState => {
  if (!canNotify()) return 'none';
  if ('Notification' in window && Notification.permission === 'denied') return 'blocked';
  return kept?.on && 'Notification' in window && Notification.permission === 'granted' ? 'on' : 'off';
};

/** Undefined: being read. */
export function useNoticeState(): { state: NoticeState | undefined; set: (on: boolean) => Promise<void> } {
  const { db } = useDevice();
  const kept = useLiveQuery(async () => ({ row: await getMeta<Kept>(db, KEY) }), [db]);
  return {
    state: kept && stateOf(kept.row),
    set: async (on) => {
      if (on && 'Notification' in window) await Notification.requestPermission();
      await putMeta(db, KEY, { on, day: kept?.row?.day ?? '' });
    },
  };
}

/** @param count what is late or due this week; undefined: not known yet. @param late how many of them are late. */
export function useDueNotice(count: number | undefined, late: number): void {
  const { db } = useDevice();
  const { t } = useTranslation('board');
  const now = useNow();
  useEffect(() => {
    if (!count || isQuiet(now)) return;
    const today = localDateOf(instantOf(now));
    const tell = async (): Promise<void> => {
      const kept = await getMeta<Kept>(db, KEY);
      if (stateOf(kept) !== 'on' || kept?.day === today) return;
      await putMeta(db, KEY, { on: true, day: today });
      // Who looks at the app sees the line; he needs no second word.
      if (document.visibilityState === 'visible') return;
      const worker = await navigator.serviceWorker.ready;
      await worker.showNotification(t('mine.title', { count }), {
        body: late > 0 ? t('mine.late', { count: late }) : '',
        tag: KEY,
        lang: 'zh-CN',
      });
    };
    // A full storage or a browser that changed its mind: the line in the app says it all the same.
    void tell().catch(() => undefined);
  }, [db, count, late, now, t]);
}
