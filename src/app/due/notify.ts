/** A note on the phone's own screen of what is late or due, once a day and not at night, where the person allowed it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isQuiet } from '../../domain/due/quiet.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import { useDevice, useNow } from '../ui/device-context.tsx';
import { noticeState, showNotice } from '../ui/phone-notice.ts';

/** Row of `meta`: whether he wants it, and the day of which he was told last. */
const KEY = 'due-notice';
interface Kept {
  on: boolean;
  day?: LocalDate;
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
      if (noticeState(kept) !== 'on' || kept?.day === today) return;
      await putMeta(db, KEY, { on: true, day: today });
      // Who looks at the app sees the line; he needs no second word.
      if (document.visibilityState === 'visible') return;
      await showNotice(KEY, {
        title: t('mine.title', { count }),
        body: late > 0 ? t('mine.late', { count: late }) : '',
        to: '/due',
      });
    };
    // A full storage or a browser that changed its mind: the line in the app says it all the same.
    void tell().catch(() => undefined);
  }, [db, count, late, now, t]);
}
