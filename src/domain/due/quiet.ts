/** Nobody is disturbed at night: reminders come from this hour on, and before that one, in Shanghai. Pure. */
export const QUIET = { until: 8, from: 21 } as const;

const SHANGHAI_MS = 8 * 3_600_000;
const HOUR_MS = 3_600_000;

/** @param time ms since 1970. */
export function isQuiet(time: number): boolean {
  const hour = Math.floor((time + SHANGHAI_MS) / HOUR_MS) % 24;
  return hour < QUIET.until || hour >= QUIET.from;
}
