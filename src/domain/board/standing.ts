/** How a notice stands at a moment: urgent or not, where its publicity period is, by which forms it went out. */
import type { LightNotice } from './board.ts';
import type { DayCount } from '../catalogue/entry.ts';
import { trueOutings } from '../outing/outing.ts';
import type { DisplayedDay } from '../display/display.ts';
import type { Notice } from '../notice/notice.ts';
import type { PublicityRecord, PublicityRule } from '../publicity/publicity.ts';
import { recordFrom } from '../publicity/record.ts';
import { type Instant, instantOf } from '../time.ts';

/**
 * The time by the device's clock, but never before the last answer of the township: a clock that runs late must not
 * keep an urgent notice pinned. ms since 1970.
 */
export const timeOf = (now: number, lastContact: string | null | undefined): number =>
  lastContact ? Math.max(now, Date.parse(lastContact)) : now;

export const isUrgent = (notice: Pick<LightNotice, 'urgentUntil' | 'withdrawn'>, time: number): boolean =>
  notice.urgentUntil !== null && notice.withdrawn === null && Date.parse(notice.urgentUntil) > time;

/** Urgent ones first, also those of pages that are not read yet; all else as it was. */
export function pinned(notices: LightNotice[], time: number, older: LightNotice[] = []): LightNotice[] {
  const urgent = [...notices, ...older].filter((one) => isUrgent(one, time));
  return urgent.length === 0 ? notices : [...urgent, ...notices.filter((one) => !isUrgent(one, time))];
}

/** A notice's own length of publicity, with the defaults for the rest. */
export const ruleOf = ({ days, unit }: DayCount): PublicityRule => ({
  length: days,
  unit: unit === 'working' ? 'working-day' : 'day',
  startDayCounts: false,
  gaps: 'extend',
});

const instant = (moment: string): Instant => new Date(moment).toISOString() as Instant;

/**
 * When it was up: from the first sheet or the first tablet on, without sheets recorded by mistake.
 * @param time ms since 1970, now.
 */
export const recordOf = (
  { outings, publicityResult, revisions }: Pick<Notice, 'outings' | 'publicityResult' | 'revisions'>,
  displays: DisplayedDay[],
  time: number,
): PublicityRecord =>
  recordFrom(
    trueOutings(outings)
      .filter((one) => one.form === 'paper')
      .map(({ at, ended }) => ({
        from: instant(at),
        to: ended ? instant(ended.at) : null,
        reason: ended?.reason ?? '',
      })),
    { number: revisions[0].number, displays, now: time },
    publicityResult && instant(publicityResult.acceptedAt),
  );

/** The same, as far as a list knows it: the day of the result is not in it, only whether there is one. */
export const lightRecordOf = (
  { outings, publicityClosed, history }: LightNotice,
  displays: DisplayedDay[],
  time: number,
): PublicityRecord =>
  recordFrom(
    outings
      .filter(({ form }) => form === 'paper')
      .map(({ at, ended }) => ({
        from: instant(at),
        to: ended === null ? null : instant(ended),
        reason: '',
      })),
    { number: history[0], displays, now: time },
    publicityClosed ? instantOf(time) : null,
  );

/** What a list says of a publicity period; the days are counted on the notice's own page. */
export function publicityWord(
  notice: Pick<LightNotice, 'publicity' | 'publicityClosed' | 'firstUp'>,
): 'not-up' | 'running' | 'result' | null {
  if (notice.publicity === null) return null;
  if (notice.publicityClosed) return 'result';
  return notice.firstUp === null ? 'not-up' : 'running';
}
