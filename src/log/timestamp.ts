/**
 * Times in signed text. They are checked digit by digit and not by `Date.parse`, which takes 30 February in one engine
 * and refuses it in another: what one device calls valid, every device must.
 */

const ISO = /^([12]\d{3})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,3})?(?:Z|[+-](\d\d):(\d\d))$/;

/** Whether the text is an ISO 8601 date and time with seconds and zone, e.g. `2026-11-24T10:00:00.000+08:00`. */
export function isZonedTime(text: string): boolean {
  const match = ISO.exec(text);
  if (!match) return false;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = match
    .slice(1)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number, number];
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    zoneHour <= 14 &&
    zoneMinute <= 59
  );
}

/** Whether the text is UTC with milliseconds, exactly as `toISOString` writes it: `2026-11-24T02:00:00.000Z`. */
export const isUtcTime = (text: string): boolean =>
  text.length === 24 && text.charAt(23) === 'Z' && text.charAt(19) === '.' && isZonedTime(text);
