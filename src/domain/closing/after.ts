/** What was published or changed after the year that it tells of had been closed. */
import { yearOf } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { currentRevision, type Notice } from '../notice/notice.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import type { Closing, Closings } from './events.ts';

/** What of a notice says which year it belongs to; a notice of a list has it all. */
export interface Dated {
  acceptedAt: string;
  period: string;
  moved?: { from: { period: string } };
  broughtIn?: { day: string };
}

/** The year of a period's last day; of an occasion, null. */
const periodYear = (period: string): number | null => {
  const parsed = period === '' ? null : parsePeriod(period);
  return parsed && yearOf(parsed.last);
};

/**
 * The years that a notice tells of: that of its period, of the day on an old record, else of the day on which it was taken in; two
 * when a correction moved it from one to another.
 */
export function yearsOf({ acceptedAt, period, moved, broughtIn }: Dated): number[] {
  if (broughtIn) return [yearOf(broughtIn.day as LocalDate)];
  const taken = yearOf(localDateOf(acceptedAt));
  const years = [period, ...(moved ? [moved.from.period] : [])].map((one) => periodYear(one) ?? taken);
  return [...new Set(years)];
}

/** The closing, of one of these years, that lies before a moment (ISO UTC); null: none. */
export function closedBefore(
  closings: Closings | undefined,
  years: number[],
  moment: string,
): Closing | null {
  for (const year of years) {
    const closing = closings?.[year];
    if (closing && moment > closing.at) return closing;
  }
  return null;
}

/** What lists hold of a notice's changes. */
export interface Changed extends Dated {
  changes?: { acceptedAt: string }[];
  withdrawn: { acceptedAt: string } | null;
}

export interface AfterClosing {
  year: number;
  /** The first publication came after the closing; otherwise a change of what was there before. */
  what: 'published' | 'changed';
}

/** Whether a notice, or a change of it, came after the closing of its year; null: neither. */
export function afterClosing(closings: Closings | undefined, notice: Changed): AfterClosing | null {
  const years = yearsOf(notice);
  const published = closedBefore(closings, years, notice.acceptedAt);
  if (published) return { year: published.year, what: 'published' };
  const moments = [...(notice.changes ?? []), ...(notice.withdrawn ? [notice.withdrawn] : [])];
  for (const { acceptedAt } of moments) {
    const changed = closedBefore(closings, years, acceptedAt);
    if (changed) return { year: changed.year, what: 'changed' };
  }
  return null;
}

/** What of a whole notice tells whether it, or a change of it, came after a closing. */
export function changedOf(notice: Notice): Changed {
  const { revisions, withdrawal, broughtIn } = notice;
  const [first, ...changes] = revisions;
  const { period } = currentRevision(notice).content;
  return {
    acceptedAt: first.acceptedAt,
    period,
    ...(first.content.period === period ? {} : { moved: { from: { period: first.content.period } } }),
    ...(broughtIn ? { broughtIn } : {}),
    changes,
    withdrawn: withdrawal,
  };
}
