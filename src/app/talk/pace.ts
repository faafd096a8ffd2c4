/**
 * How fast one device hands things in. A flood from one tablet waits; nobody else is kept out, for it is the device that
 * slows down and not the address.
 */

/** What was handed in within this time counts, ms. */
const SPAN_MS = 5 * 60_000;
/** In that time, before the next has to wait: more than a family of five. */
const MOST = 6;
/** Envelopes that wait on the device for a network: beyond, the place is needed for the board. */
export const MOST_WAITING = 300;

/** When things were handed in on this device since it was started, ms. Of nobody in particular. */
let times: number[] = [];

export type Pace =
  { ok: true } | { ok: false; code: 'too-fast'; minutes: number } | { ok: false; code: 'full' };

/** Whether one more may be handed in now. @param waiting envelopes on the device. @param now ms. */
export function paceAt(now: number, waiting: number): Pace {
  if (waiting >= MOST_WAITING) return { ok: false, code: 'full' };
  times = times.filter((time) => now - time < SPAN_MS && time <= now);
  const first = times[times.length - MOST];
  if (first === undefined) return { ok: true };
  return { ok: false, code: 'too-fast', minutes: Math.max(1, Math.ceil((first + SPAN_MS - now) / 60_000)) };
}

export const handedIn = (now: number): void => void times.push(now);

/** For tests. */
export const forgetPace = (): void => void (times = []);
