/** How a notice stands at a moment: urgent or not, where its publicity period is, by which forms it went out. */
import type { LightNotice } from '../../domain/board/board.ts';
import type { DayCount } from '../../domain/catalogue/entry.ts';
import type { Outing } from '../../domain/outing/outing.ts';
import type { Gap, PublicityRecord, PublicityRule } from '../../domain/publicity/publicity.ts';
import type { Instant } from '../../domain/time.ts';

/**
 * The time by the device's clock, but never before the last answer of the township: a clock that runs late must not
 * keep an urgent notice pinned. ms since 1970.
 */
export const timeOf = (now: number, lastContact: string | null | undefined): number =>
  lastContact ? Math.max(now, Date.parse(lastContact)) : now;

export const isUrgent = (notice: Pick<LightNotice, 'urgentUntil' | 'withdrawn'>, time: number): boolean =>
  notice.urgentUntil !== null && notice.withdrawn === null && Date.parse(notice.urgentUntil) > time;

/** Urgent ones first; all else as it was. */
export function pinned(notices: LightNotice[], time: number): LightNotice[] {
  const urgent = notices.filter((one) => isUrgent(one, time));
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

/** When it was up: from the first sheet on; a gap is a time in which no sheet hung. */
export function recordOf(outings: Outing[], resultPublishedAt: string | null): PublicityRecord {
  const sheets = outings
    .filter((one) => one.form === 'paper')
    .map((one) => ({
      from: instant(one.at),
      to: one.ended ? instant(one.ended.at) : null,
    }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
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
    resultPublishedAt: resultPublishedAt === null ? null : instant(resultPublishedAt),
  };
}

/** What a list says of a publicity period; the days are counted on the notice's own page. */
export function publicityWord(
  notice: Pick<LightNotice, 'publicity' | 'publicityClosed' | 'firstUp'>,
): 'not-up' | 'running' | 'result' | null {
  if (notice.publicity === null) return null;
  if (notice.publicityClosed) return 'result';
  return notice.firstUp === null ? 'not-up' : 'running';
}
