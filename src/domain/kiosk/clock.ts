/**
 * What time it is on a device whose clock may be wrong. Proved are the township's answers: each carries the server's
 * time. A clock that was off at the last answer is put right by as much; one that stands before the last answer is
 * wrong for sure (an empty battery, years back), and then time stands at that answer until there is another.
 */

/** Less than this nobody minds, ms: answers take their time on bad lines. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

export interface Proved {
  /** The server's time of the last proved answer, ISO UTC; null: never. */
  lastContact: string | null;
  /** Server's time less this device's at that answer, ms; left out: not measured. */
  clockOff?: number | null;
}

/** The correction of a device's clock that a contact has shown; 0 when it was right. ms. */
const correction = ({ clockOff }: Proved): number =>
  clockOff && Math.abs(clockOff) > CLOCK_TOLERANCE_MS ? clockOff : 0;

/**
 * The time for rules and words, ms since 1970.
 * @param now this device's clock.
 */
export function provedTime(now: number, proved: Proved | null | undefined): number {
  if (!proved?.lastContact) return now;
  return Math.max(now + correction(proved), Date.parse(proved.lastContact));
}

/** How a device's clock is wrong: 'slow' or 'fast' by so many ms; null: right, as far as anybody can know. */
export function clockFault(
  now: number,
  proved: Proved | null | undefined,
): { way: 'slow' | 'fast'; by: number } | null {
  if (!proved?.lastContact) return null;
  const off = provedTime(now, proved) - now;
  if (Math.abs(off) <= CLOCK_TOLERANCE_MS) return null;
  return { way: off > 0 ? 'slow' : 'fast', by: Math.abs(off) };
}
