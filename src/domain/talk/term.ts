/** By when a unit answers a comment. Data: a later term holds for what comes in from its day on. */
import { addTerm, type DayUnit } from '../calendar/working-days.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export interface TalkTerm {
  /** First day on which it holds. */
  from: LocalDate;
  count: number;
  unit: DayUnit;
}

/** Oldest first. The default is the product's own, to be confirmed by the township. */
export const TALK_TERMS: readonly TalkTerm[] = [
  { from: '2000-01-01' as LocalDate, count: 15, unit: 'working-day' },
];

/** The last day on which an answer is in time. @param acceptedAt when the township took the comment in, ISO time. */
export function answerDue(acceptedAt: string, terms: readonly TalkTerm[] = TALK_TERMS): LocalDate {
  const day = localDateOf(acceptedAt);
  const { count, unit } = [...terms].reverse().find(({ from }) => from <= day) ?? (terms[0] as TalkTerm);
  return addTerm(day, count, unit);
}

/** Whether a comment that waits has waited too long. @param now ISO time. */
export const isOverdue = (acceptedAt: string, now: string, terms?: readonly TalkTerm[]): boolean =>
  localDateOf(now) > answerDue(acceptedAt, terms);
