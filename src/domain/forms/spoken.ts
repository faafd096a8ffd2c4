/**
 * Single figures in Chinese words, for the ear. Two is 两 before things that are counted, and before 千, 万, 亿 at the
 * start (两亩, 两千), and 二 elsewhere (十二, 二百, 第二, 二点五). Years and telephone numbers go figure by figure.
 */
import { dayNumberOf, monthNumberOf, yearOf } from '../calendar/days.ts';
import type { Fen } from '../money.ts';
import type { LocalDate } from '../time.ts';

const DIGITS = [...'零一二三四五六七八九'];
const PLACES = ['', '十', '百', '千'];
/** 一万. */
const SECTION = 10_000;
/** 一亿. */
const HUNDRED_MILLION = 100_000_000;

const word = (digit: number | string): string => DIGITS[Number(digit)] ?? '';

/** Up to four figures: 1005 is 一千零五. */
function sectionWords(value: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${word(digit)}${PLACES[place] ?? ''}`;
    gap = false;
  }
  return words;
}

/** Below 10^8: 万 and units. */
function lowWords(value: number): string {
  const [high, low] = [Math.floor(value / SECTION), value % SECTION];
  if (high === 0) return sectionWords(low);
  return `${sectionWords(high)}万${low > 0 && low < 1000 ? '零' : ''}${sectionWords(low)}`;
}

function naturalWords(value: number): string {
  const [high, low] = [Math.floor(value / HUNDRED_MILLION), value % HUNDRED_MILLION];
  const words =
    high === 0
      ? lowWords(low)
      : `${lowWords(high)}亿${low > 0 && low < HUNDRED_MILLION / 10 ? '零' : ''}${lowWords(low)}`;
  return words.replace(/^一十/, '十').replace(/^二(?=[千万亿])/, '两');
}

/** Figure by figure, as serial numbers are read: 1020 is 一零二零. What is no figure is left out. */
export const spokenDigits = (text: string): string =>
  [...text]
    .filter((one) => /\d/.test(one))
    .map(word)
    .join('');

/** A whole number: 18250 is 一万八千二百五十, 2000 两千, -3 负三. Beyond 10^15 it goes figure by figure. */
export function spokenInteger(value: number): string {
  if (value < 0) return `负${spokenInteger(-value)}`;
  if (value === 0) return '零';
  return value < 1e15 ? naturalWords(value) : spokenDigits(String(value));
}

/** A decimal written with figures: 12.50 is 十二点五零, -0.5 负零点五. */
export function spokenDecimal(text: string): string {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const point = decimals === '' ? '' : `点${spokenDigits(decimals)}`;
  return `${text.startsWith('-') ? '负' : ''}${spokenInteger(Number(whole))}${point}`;
}

/** How many of something that is counted: 2 is 两. */
export const spokenCount = (text: string): string => (text === '2' ? '两' : spokenDecimal(text));

/** An amount: 10250 fen is 一百零二元五角, 200 两元, 20 两角, 10005 一百元零五分. */
export function spokenMoney(fen: Fen): string {
  if (fen < 0) return `负${spokenMoney(-fen)}`;
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  if (fen === 0 || (jiao === 0 && rest === 0)) return `${spokenCount(String(yuan))}元`;
  if (yuan > 0) {
    const tenths = jiao > 0 ? `${word(jiao)}角` : '零';
    return `${spokenCount(String(yuan))}元${tenths}${rest > 0 ? `${word(rest)}分` : ''}`;
  }
  if (jiao > 0) return `${spokenCount(String(jiao))}角${rest > 0 ? `${word(rest)}分` : ''}`;
  return `${spokenCount(String(rest))}分`;
}

/** A year figure by figure, with the round zero that is written for it: 二〇二六. */
export const spokenYear = (year: number | string): string => spokenDigits(String(year)).replace(/零/g, '〇');

/** 二〇二六年十一月二十四日. */
export const spokenDate = (date: LocalDate): string =>
  `${spokenYear(yearOf(date))}年${spokenInteger(monthNumberOf(date))}月${spokenInteger(dayNumberOf(date))}日`;

/** The name of a period: 2026年第二季度 is 二〇二六年第二季度, 2026年10月 二〇二六年十月. */
export const spokenPeriod = (name: string): string =>
  name
    .replace(/^\d{4}/, (year) => spokenYear(year))
    .replace(/\d+/g, (figure) => spokenInteger(Number(figure)));

/** A time of day: 14:05 is 十四点零五分, 2:00 两点, 9:30 九点三十分. */
export function spokenTime(hour: number, minute: number): string {
  const hours = `${spokenCount(String(hour))}点`;
  if (minute === 0) return hours;
  return `${hours}${minute < 10 ? '零' : ''}${spokenInteger(minute)}分`;
}

/** 71.7 is 百分之七十一点七. */
export const spokenPercent = (text: string): string =>
  text.startsWith('-') ? `负百分之${spokenDecimal(text.slice(1))}` : `百分之${spokenDecimal(text)}`;

/** A number to dial; 1 is 幺, so that nobody hears 七. */
export const spokenPhone = (number: string): string => spokenDigits(number).replace(/一/g, '幺');
