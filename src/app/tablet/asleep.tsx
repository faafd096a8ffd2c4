/** Outside the unit's hours: dark, with the time, and when it is bright again. A touch wakes it. */
import { useTranslation } from 'react-i18next';
import type { TabletSettings } from '../../domain/registry/events.ts';
import { nextWaking } from '../../domain/kiosk/schedule.ts';
import { useNow } from '../ui/device-context.tsx';
import { moment, time, weekday } from '../ui/time.ts';

export function Asleep({ wakes, onWake }: { wakes: TabletSettings['wakes']; onWake: () => void }) {
  const { t, i18n } = useTranslation('tablet');
  const now = useNow();
  const next = nextWaking(wakes, now);
  const lang = i18n.language;
  return (
    <button type="button" className="asleep" onClick={onWake}>
      <span className="asleep-time figures">{time(now, lang)}</span>
      <span className="asleep-words">
        {next !== null && <span>{t('asleep.next', { at: dayOf(next, now, lang) })}</span>}
        <span>{t('asleep.touch')}</span>
      </span>
    </button>
  );
}

const TWO_DAYS = 48 * 3_600_000;

/** `明天 7:30`, `星期一 8:00`. */
function dayOf(next: number, now: number, lang: string): string {
  if (next - now < TWO_DAYS) return aheadWords(next, now, lang);
  return `${weekday(next, lang)} ${time(next, lang)}`;
}

function aheadWords(next: number, now: number, lang: string): string {
  const days = dayNumber(next) - dayNumber(now);
  if (days > 1) return `${weekday(next, lang)} ${time(next, lang)}`;
  if (days === 0) return moment(next, next, lang);
  const name = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(days, 'day');
  return `${name} ${time(next, lang)}`;
}

const DAY = 24 * 3_600_000;
const dayNumber = (at: number): number => Math.floor((at + DAY / 3) / DAY);
