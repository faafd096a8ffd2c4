/** Days and hours in words, as they are in Asia/Shanghai. */
import type { Language } from '../../domain/kind/kind.ts';
import { localDateOf } from '../../domain/time.ts';

const ZONE = 'Asia/Shanghai';
const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function written(moment: string | number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const key = language + JSON.stringify(options);
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { timeZone: ZONE, ...options });
  formats.set(key, format);
  return format.format(date);
}

/** `2026年11月24日`. */
export const fullDay = (moment: string | number, language: Language): string =>
  written(moment, language, { year: 'numeric', month: 'long', day: 'numeric' });

/** `2026年11月24日 9:41`. */
export const moment = (at: string | number, language: Language): string => {
  const time = written(at, language, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  return `${fullDay(at, language)} ${time.replace(/^0(\d:)/, '$1')}`;
};

/** The parts of a calendar leaf: the day set large, the month below, the year when it is another. */
export function leaf(at: string, now: number, language: Language): { day: string; month: string } {
  const own = localDateOf(at);
  const sameYear = own.slice(0, 4) === localDateOf(new Date(now).toISOString()).slice(0, 4);
  const month = written(at, language, { month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
  return { day: String(Number(own.slice(8))), month };
}
