/**
 * Times in signed text. They are checked digit by digit and not by `Date.parse`, which takes 30 February in one engine
 * and refuses it in another: what one device calls valid, every device must.
 */

const ISO = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);

/** Two digits at a place. A segment has thousands of times: no part of them is cut out as a text of its own. */
const two = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - 48) + (text.charCodeAt(at + 1) - 48);

/** Whether the text is an ISO 8601 date and time with seconds and zone, e.g. `2026-11-24T10:00:00.000+08:00`. */
export function isZonedTime(text: string): boolean {
  if (!ISO.test(text)) return false;
  const day = two(text, 8);
  const isInZone =
    text.endsWith('Z') || (two(text, text.length - 5) <= 14 && two(text, text.length - 2) <= 59);
  return (
    isInZone &&
    day >= 1 &&
    day <= daysIn(100 * two(text, 0) + two(text, 2), two(text, 5)) &&
    two(text, 11) <= 23 &&
    two(text, 14) <= 59 &&
    two(text, 17) <= 59
  );
}

/** Whether the text is UTC with milliseconds, exactly as `toISOString` writes it: `2026-11-24T02:00:00.000Z`. */
export const isUtcTime = (text: string): boolean =>
  text.length === 24 && text.charAt(23) === 'Z' && text.charAt(19) === '.' && isZonedTime(text);
