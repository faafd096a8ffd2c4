/** By when the inspector answers a report. Data: a later term holds for what comes in from its day on. */
import { addTerm, type DayUnit } from '../calendar/working-days.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export interface BoxTerm {
  /** First day on which it holds. */
  from: LocalDate;
  count: number;
  unit: DayUnit;
}

/** Oldest first. The default is the product's own, to be confirmed by the township's discipline inspection. */
export const BOX_TERMS: readonly BoxTerm[] = [
  { from: '2000-01-01' as LocalDate, count: 15, unit: 'working-day' },
];

/** The term that holds for what is taken in on a day. */
export const termOn = (day: LocalDate, terms = BOX_TERMS): BoxTerm =>
  [...terms].reverse().find(({ from }) => from <= day) ?? (terms[0] as BoxTerm);

/** The last day on which an answer to a report is in time. @param acceptedAt ISO time. */
export function answerDue(acceptedAt: string, terms = BOX_TERMS): LocalDate {
  const day = localDateOf(acceptedAt);
  const { count, unit } = termOn(day, terms);
  return addTerm(day, count, unit);
}
