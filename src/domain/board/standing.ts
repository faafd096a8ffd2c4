/** How a notice stands at a moment: urgent or not, where its publicity period is, by which forms it went out. */
import type { LightNotice } from './board.ts';
import type { DayCount } from '../catalogue/entry.ts';
import { type Outing, trueOutings } from '../outing/outing.ts';
import type { Gap, PublicityRecord, PublicityRule } from '../publicity/publicity.ts';
import type { Instant } from '../time.ts';

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

interface Sheet {
  from: Instant;
  /** Null: it hangs. */
  to: Instant | null;
}

/** When it was up: from the first sheet on, without those recorded by mistake. */
export const recordOf = (outings: Outing[], resultPublishedAt: string | null): PublicityRecord =>
  recordOfSheets(
    trueOutings(outings)
      .filter((one) => one.form === 'paper')
      .map((one) => ({ from: instant(one.at), to: one.ended ? instant(one.ended.at) : null })),
    resultPublishedAt === null ? null : instant(resultPublishedAt),
  );

/** A gap is a time in which no sheet hung. */
function recordOfSheets(hung: Sheet[], resultPublishedAt: Instant | null): PublicityRecord {
  const sheets = [...hung].sort((one, other) => (one.from < other.from ? -1 : 1));
  const gaps: Gap[] = [];
  let until: Instant | null = sheets[0]?.to ?? null;
  for (const sheet of sheets.slice(1)) {
    if (until === null) break;
    if (sheet.from > until) gaps.push({ from: until, to: sheet.from });
    if (sheet.to === null || sheet.to > until) until = sheet.to;
  }
  if (until !== null) gaps.push({ from: until, to: null });
  return {
    upSince: sheets[0]?.from ?? null,
    gaps,
    resultPublishedAt,
  };
}

/** The same, as far as a list knows it: the day of the result is not in it, only whether there is one. */
export const lightRecordOf = ({ outings, publicityClosed }: LightNotice, time: number): PublicityRecord =>
  recordOfSheets(
    outings
      .filter(({ form }) => form === 'paper')
      .map(({ at, ended }) => ({ from: instant(at), to: ended === null ? null : instant(ended) })),
    publicityClosed ? (new Date(time).toISOString() as Instant) : null,
  );

/** What a list says of a publicity period; the days are counted on the notice's own page. */
export function publicityWord(
  notice: Pick<LightNotice, 'publicity' | 'publicityClosed' | 'firstUp'>,
): 'not-up' | 'running' | 'result' | null {
  if (notice.publicity === null) return null;
  if (notice.publicityClosed) return 'result';
  return notice.firstUp === null ? 'not-up' : 'running';
}
