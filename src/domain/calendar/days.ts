/** Plain arithmetic on days. A day is a `LocalDate`; no time zone of the device is ever asked. */
import type { LocalDate } from '../time.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

const msOf = (date: LocalDate): number => {
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a day: ${date}`);
  return ms;
};

const dateOf = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

/** A text as a day, or null: `2026-02-30` is none. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && dateOf(ms) === text ? (text as LocalDate) : null;
}

/** The day from its numbers; month from 1. Throws on a day that does not exist. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const two = (value: number) => String(value).padStart(2, '0');
  const found = parseLocalDate(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
  if (!found) throw new RangeError(`not a day: ${year}-${month}-${day}`);
  return found;
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
/** From 1. */
export const monthNumberOf = (date: LocalDate): number => Number(date.slice(5, 7));
/** Of the month, from 1. */
export const dayNumberOf = (date: LocalDate): number => Number(date.slice(8, 10));

/** The day `count` days later (earlier when negative). */
export const addDays = (date: LocalDate, count: number): LocalDate => dateOf(msOf(date) + count * DAY_MS);

/** How many days from one to the other: 1 from today to tomorrow. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => (msOf(to) - msOf(from)) / DAY_MS;

/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(msOf(date)).getUTCDay();

/** 星期一 … 星期日. */
export const weekdayName = (date: LocalDate): string => WEEKDAYS[weekdayOf(date)] ?? '';

export const isWeekend = (date: LocalDate): boolean => weekdayOf(date) % 6 === 0;

/** Every day from the first to the last, both included; empty when the last is before the first. */
export function eachDay(first: LocalDate, last: LocalDate): LocalDate[] {
  const count = Math.max(0, daysBetween(first, last) + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
