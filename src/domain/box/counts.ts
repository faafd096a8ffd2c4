/** The three figures of the box that everybody may see, and the moment for which they hold. */
import { addDays, weekdayOf } from '../calendar/days.ts';
import type { Envelope } from '../desk/inbox.ts';
import { type Instant, instantOf, localDateOf } from '../time.ts';
import { casesOf } from './cases.ts';

export interface BoxCounts {
  received: number;
  answered: number;
  overdue: number;
}

const MONDAY = 1;

/** The moment up to which the figures count: the beginning of this week, Monday 0:00 in Asia/Shanghai. */
export function countedUntil(now: string): Instant {
  const today = localDateOf(now);
  const monday = addDays(today, -((weekdayOf(today) + 7 - MONDAY) % 7));
  return instantOf(Date.parse(`${monday}T00:00:00+08:00`));
}

/** The figures of a moment, from all envelopes of the box: what came later does not count. */
export function boxCounts(envelopes: readonly Envelope[], until: string): BoxCounts {
  const earlier = envelopes
    .filter(({ acceptedAt }) => acceptedAt < until)
    .map((one) => ({ ...one, answers: one.answers.filter(({ acceptedAt }) => acceptedAt < until) }));
  // Until Monday 0:00 is as of Sunday: a report whose last day is Sunday is not late in these figures.
  const cases = casesOf(earlier, instantOf(Date.parse(until) - 1));
  return {
    received: cases.length,
    answered: cases.filter(({ answers }) => answers > 0).length,
    overdue: cases.filter(({ overdue }) => overdue).length,
  };
}
