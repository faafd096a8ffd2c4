/**
 * Time as the law counts it. Every day is a day in Asia/Shanghai, whatever the device's zone
 * (one offset, UTC+8, since 1991), so no time-zone data is needed.
 */
declare const instant: unique symbol;
declare const localDate: unique symbol;

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-24T02:00:00.000Z`. */
export type Instant = string & { readonly [instant]: true };
/** A day in Asia/Shanghai: `2026-11-24`. */
export type LocalDate = string & { readonly [localDate]: true };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The moment of a millisecond count since 1970. */
export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/** The day in Asia/Shanghai on which a moment falls. */
export const localDateOf = (moment: string): LocalDate =>
  new Date(Date.parse(moment) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;

/** The author's clock with its zone, as a header's `at` wants it: `2026-11-24T10:00:00.000+08:00`. */
export const shanghaiTime = (ms: number): string =>
  new Date(ms + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
