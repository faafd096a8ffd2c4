/** Bursts (S12): what part of a quarter's notices came in its last week. Evenly spread work has 8 of 100 there. */
import { type LightNotice, publishedHere } from '../board/board.ts';
import { addDays } from '../calendar/days.ts';
import { type Period, periodsWithin } from '../calendar/periods.ts';
import { type LocalDate, localDateOf } from '../time.ts';

/** Days of a quarter's last week. */
export const LAST_DAYS = 7;
/** From this part on, and from so many notices on, a quarter is shown as a burst. */
const BURST_SHARE = 0.5;
const LEAST_NOTICES = 4;

export interface QuarterBurst {
  quarter: Period;
  /** Ids of the notices taken in in the quarter, withdrawn ones among them: they were work too. */
  all: string[];
  /** Those of its last week. */
  last: string[];
  /** 0 to 1; null: nothing came. */
  share: number | null;
  isBurst: boolean;
  /** Its last day has passed. */
  over: boolean;
}

/** The quarters of a year that have begun. */
export function burstsOf(notices: readonly LightNotice[], year: Period, today: LocalDate): QuarterBurst[] {
  const days = publishedHere(notices).map(({ id, acceptedAt }) => ({ id, day: localDateOf(acceptedAt) }));
  return periodsWithin('quarter', year.first, year.last)
    .filter(({ first }) => first <= today)
    .map((quarter) => {
      const lastWeek = addDays(quarter.last, 1 - LAST_DAYS);
      const own = days.filter(({ day }) => day >= quarter.first && day <= quarter.last);
      const all = own.map(({ id }) => id);
      const last = own.filter(({ day }) => day >= lastWeek).map(({ id }) => id);
      const share = all.length === 0 ? null : last.length / all.length;
      const isBurst = share !== null && share >= BURST_SHARE && all.length >= LEAST_NOTICES;
      return { quarter, all, last, share, isBurst, over: quarter.last < today };
    });
}

/** The part of a year's notices that came in the last weeks of its quarters; null: nothing came. */
export function yearShare(quarters: readonly QuarterBurst[]): number | null {
  const all = quarters.reduce((sum, one) => sum + one.all.length, 0);
  return all === 0 ? null : quarters.reduce((sum, one) => sum + one.last.length, 0) / all;
}
