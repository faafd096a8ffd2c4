/**
 * From proofs to the record of a publicity period: sheets on walls, each with a photo, and what tablets reported of their
 * screens. A gap is a time in which it was up nowhere, with what ended before it.
 */
import { type DisplayedDay, LONGEST_SILENCE_MS } from '../display/display.ts';
import { instantOf } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Gap, GapReason, PublicityRecord } from './publicity.ts';

/** A sheet on a wall; `to` null: it hangs. */
export interface Sheet {
  from: Instant;
  to: Instant | null;
  /** Why it was taken down. */
  reason: string;
}

/** A time in which it was up, ms; Infinity: it still is. */
interface Up {
  from: number;
  to: number;
  ends: GapReason;
}

const DAY_MS = 86_400_000;
/** A tablet hands a day in when the day is over and it has a network: so long nobody says that it was off. */
const GRACE_MS = 2 * DAY_MS;

const sheetUp = ({ from, to, reason }: Sheet): Up => ({
  from: Date.parse(from),
  to: to === null ? Infinity : Date.parse(to),
  ends: { what: 'sheet', reason },
});

/** What one tablet proves of a notice, and what may be taken for it until its next report comes. */
function tabletUps(days: DisplayedDay[], number: number, now: number): Up[] {
  const ends: GapReason = { what: 'tablet' };
  const ups = days
    .flatMap(({ spans }) => spans)
    .filter(({ held }) => held > number)
    .map(({ from, to }): Up => ({ from: Date.parse(from), to: Date.parse(to), ends }));
  if (ups.length === 0) return [];
  const own = days.find((day) => day.own);
  if (own) {
    const last = own.spans[own.spans.length - 1];
    const isOn = last !== undefined && now - Date.parse(last.to) <= LONGEST_SILENCE_MS;
    return isOn && last.held > number ? [...ups, { from: Date.parse(last.to), to: Infinity, ends }] : ups;
  }
  const latest = days.reduce((day, one) => (one.day > day ? one.day : day), '');
  const known = Date.parse(`${latest}T00:00:00.000+08:00`) + DAY_MS;
  return now - known < GRACE_MS ? [...ups, { from: known, to: Infinity, ends }] : ups;
}

/** The times in which it was up nowhere, from the first proof on. Breaks that a tablet needs to start again are none. */
function gapsBetween(ups: Up[]): Gap[] {
  const [first, ...later] = ups;
  if (!first) return [];
  const gaps: Gap[] = [];
  let last = first;
  for (const up of later) {
    const isBreak = up.from - last.to > (last.ends.what === 'tablet' ? LONGEST_SILENCE_MS : 0);
    if (isBreak) gaps.push({ from: instantOf(last.to), to: instantOf(up.from), why: last.ends });
    if (up.to > last.to) last = up;
  }
  if (last.to !== Infinity) gaps.push({ from: instantOf(last.to), to: null, why: last.ends });
  return gaps;
}

/**
 * The record of a notice.
 * @param number place of its publishing event: a tablet that held more events than that showed it.
 * @param displays what tablets reported, and the own knowledge of the tablet that asks.
 * @param now ms since 1970: what a tablet has not reported yet is no gap for two days.
 */
export function recordFrom(
  sheets: Sheet[],
  { number, displays, now }: { number: number; displays: DisplayedDay[]; now: number },
  resultPublishedAt: Instant | null,
): PublicityRecord {
  const tablets = [...new Set(displays.map(({ tablet }) => tablet))];
  const ups = [
    ...sheets.map(sheetUp),
    ...tablets.flatMap((key) =>
      tabletUps(
        displays.filter(({ tablet }) => tablet === key),
        number,
        now,
      ),
    ),
  ].sort((one, other) => one.from - other.from);
  return {
    upSince: ups[0] ? instantOf(ups[0].from) : null,
    gaps: gapsBetween(ups),
    resultPublishedAt,
  };
}
