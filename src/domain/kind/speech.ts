/** Figures and days as they are said: for the ear, never for the eye. */
import { dayNumberOf, monthNumberOf, yearOf } from '../calendar/days.ts';
import type { LocalDate } from '../time.ts';

const DIGITS = [...'零一二三四五六七八九'];
const PLACES = ['', '十', '百', '千'];
const GROUPS = ['', '万', '亿', '万亿'];

const digit = (value: number): string => DIGITS[value] ?? '';

/** Up to four digits; a gap inside is said once: 1005 is 一千零五. */
function groupWords(value: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const figure = Math.floor(value / 10 ** place) % 10;
    if (figure === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${digit(figure)}${PLACES[place] ?? ''}`;
    gap = false;
  }
  return words;
}

/** A whole number in words: 18250 is 一万八千二百五十. */
export function spokenInteger(value: number): string {
  if (value < 0) return `负${spokenInteger(-value)}`;
  if (value === 0) return '零';
  let words = '';
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const figure = Math.floor(value / 10_000 ** group) % 10_000;
    if (figure === 0) continue;
    const gap = words !== '' && (figure < 1000 || Math.floor(value / 10_000 ** (group + 1)) % 10 === 0);
    words += `${gap ? '零' : ''}${groupWords(figure)}${GROUPS[group] ?? ''}`;
  }
  return words.replace(/^一十/, '十');
}

/** A canonical decimal in words: 12.5 is 十二点五. */
export function spokenDecimal(text: string): string {
  const [whole = '0', decimals] = text.replace('-', '').split('.');
  const point = decimals ? `点${[...decimals].map((one) => digit(Number(one))).join('')}` : '';
  return `${text.startsWith('-') ? '负' : ''}${spokenInteger(Number(whole))}${point}`;
}

/** An amount in words: 1825040 fen is 一万八千二百五十元四角. */
export function spokenMoney(fen: number): string {
  if (fen < 0) return `负${spokenMoney(-fen)}`;
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = yuan > 0 || fen === 0 ? `${spokenInteger(yuan)}元` : '';
  const tenths = jiao > 0 ? `${digit(jiao)}角` : yuan > 0 && rest > 0 ? '零' : '';
  return `${whole}${tenths}${rest > 0 ? `${digit(rest)}分` : ''}`;
}

/** 十一月二十四日; the year is said digit by digit before it. */
export const spokenDate = (date: string): string => {
  const day = date as LocalDate;
  const year = [...String(yearOf(day))].map((one) => digit(Number(one))).join('');
  return `${year}年${spokenInteger(monthNumberOf(day))}月${spokenInteger(dayNumberOf(day))}日`;
};

/** 二〇二六年十月 from its name in figures: 2026年10月. */
export const spokenPeriod = (name: string): string =>
  name
    .replace(/^\d{4}/, (year) => [...year].map((one) => digit(Number(one))).join(''))
    .replace(/\d+/g, (figure) => spokenInteger(Number(figure)));

/** How many of something: two of a thing are 两. */
export const spokenCount = (text: string): string => (text === '2' ? '两' : spokenDecimal(text));

/** A number to dial, digit by digit; 1 is 幺, so that nobody hears 七. */
export const spokenPhone = (number: string): string =>
  [...number.replace(/\D/g, '')].map((one) => (one === '1' ? '幺' : digit(Number(one)))).join('');

/** 71.7 is 百分之七十一点七. */
export const spokenPercent = (text: string): string => `百分之${spokenDecimal(text)}`;
