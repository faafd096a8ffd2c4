/** Moments and lengths of time in the words of the chosen language. */
import { useTranslation } from 'react-i18next';
import { useNow } from './device-context.tsx';
import { day, fullDay, moment, span, time } from './time.ts';

export interface When {
  /** The time now, ms since 1970. */
  now: number;
  /** `9:41` today, `昨天 16:20`, `11月22日 9:00` before. */
  short(moment: string): string;
  /** As `short`, with the word 'today' too. */
  moment(moment: string): string;
  day(moment: string | number): string;
  fullDay(moment: string | number): string;
  /** How long since: `12 分钟`. */
  age(since: string): string;
}

/** @param every ms between two looks at the clock. */
export function useWhen(every?: number): When {
  const now = useNow(every);
  const { t, i18n } = useTranslation('ui');
  const lang = i18n.language;
  const today = fullDay(now, lang);
  return {
    now,
    short: (one) => (fullDay(one, lang) === today ? time(one, lang) : moment(one, now, lang)),
    moment: (one) => moment(one, now, lang),
    day: (one) => day(one, lang),
    fullDay: (one) => fullDay(one, lang),
    age: (since) => {
      const [n, unit] = span(now - Date.parse(since));
      return unit === 'minute' && n === 0 ? t('age.now') : t(`age.${unit}`, { n });
    },
  };
}
