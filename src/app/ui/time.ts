/** Days and hours in words, as they are in Asia/Shanghai whatever the device's zone. `lang`: 'zh-CN' or 'en'. */
import { localDateOf } from '../../domain/time.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = lang + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(lang, { timeZone: ZONE, ...options });
  formats.set(key, made);
  return made;
}

const written = (moment: string | number, lang: string, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : format(lang, options).format(date);
};

/** `11月24日`, `24 November`. */
export const day = (moment: string | number, lang: string): string =>
  written(moment, lang === 'en' ? 'en-GB' : lang, { month: 'long', day: 'numeric' });

/** `2026年11月24日`. */
export const fullDay = (moment: string | number, lang: string): string =>
  written(moment, lang === 'en' ? 'en-GB' : lang, { year: 'numeric', month: 'long', day: 'numeric' });

/** `星期二`. */
export const weekday = (moment: string | number, lang: string): string =>
  written(moment, lang, { weekday: 'long' });

/** `9:41`, in 24 hours. */
export const time = (moment: string | number, lang: string): string =>
  written(moment, lang === 'en' ? 'en-GB' : lang, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).replace(/^0(\d:)/, '$1');

/** The parts of a calendar leaf: the day set large, the month below, the year when it is another. */
export function leaf(moment: string | number, now: number, lang: string): { day: string; month: string } {
  const own = localDateOf(new Date(moment).toISOString());
  const today = localDateOf(new Date(now).toISOString());
  const sameYear = own.slice(0, 4) === today.slice(0, 4);
  return {
    day: String(Number(own.slice(8))),
    month: written(moment, lang, { month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }),
  };
}

const daysBetween = (from: number, to: number): number =>
  (Date.parse(localDateOf(new Date(to).toISOString())) -
    Date.parse(localDateOf(new Date(from).toISOString()))) /
  DAY;

/** A moment as people say it: `今天 8:12`, `昨天 16:20`, `11月22日 9:00`, `2025年3月2日`. */
export function moment(at: string | number, now: number, lang: string): string {
  const ms = new Date(at).getTime();
  const days = daysBetween(ms, now);
  if (days === 0 || days === 1) {
    const name = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-days, 'day');
    return `${name} ${time(ms, lang)}`;
  }
  const sameYear =
    localDateOf(new Date(ms).toISOString()).slice(0, 4) ===
    localDateOf(new Date(now).toISOString()).slice(0, 4);
  return sameYear ? `${day(ms, lang)} ${time(ms, lang)}` : fullDay(ms, lang);
}

/** How long ago: `12分钟前`, `3小时前`, `2天前`; under a minute as `0`: the screen has its own word for that. */
export function ago(at: string | number, now: number, lang: string): string {
  const [count, unit] = span(now - new Date(at).getTime());
  return new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-count, unit);
}

/** A length of time in its largest whole unit. */
export function span(ms: number): [count: number, unit: 'minute' | 'hour' | 'day'] {
  const whole = Math.max(0, ms);
  if (whole < HOUR) return [Math.floor(whole / MINUTE), 'minute'];
  return whole < DAY ? [Math.floor(whole / HOUR), 'hour'] : [Math.floor(whole / DAY), 'day'];
}
