/**
 * The arrangement of one year's holidays, as the State Council's general office announces it
 * (关于…年部分节假日安排的通知): days off in stretches, and the weekend days on which people work instead.
 * It is data: a year that was announced after the app was built can be entered by the office.
 */
import chineseDays from 'chinese-days';
import * as z from 'zod/mini';
import type { LocalDate } from '../time.ts';
import { day } from './day.ts';
import { addDays, eachDay, localDate, yearOf } from './days.ts';

const name = z.string().check(z.minLength(1), z.maxLength(30));

export const yearPlan = z.strictObject({
  year: z.int().check(z.minimum(2000), z.maximum(2100)),
  /** Number of the announcement, e.g. 国办发明电〔2025〕7号. */
  source: z.string().check(z.maxLength(100)),
  /** Days off, first and last included. New Year's may begin in the year before. */
  off: z.array(z.strictObject({ from: day, to: day, name })).check(z.maxLength(20)),
  /** Weekend days worked for a holiday (调休上班). */
  work: z.array(z.strictObject({ date: day, name })).check(z.maxLength(30)),
});
export type YearPlan = z.infer<typeof yearPlan>;

/** What an announcement says about a day; `name` is the holiday's. */
export interface ArrangedDay {
  working: boolean;
  name: string;
}

/** What is announced about days. */
export interface Arrangement {
  /** Null when nothing is announced for this very day: weekdays are worked, weekends are free. */
  arranged(date: LocalDate): ArrangedDay | null;
  /** Whether the arrangement of that year has been announced. */
  announced(year: number): boolean;
}

/** The package's short names, as they are said in full. */
const FULL_NAMES: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/**
 * What the package knew when the app was built. Its own weekday is wrong west of Greenwich (it mixes UTC and local
 * time), so only its table is asked: an arranged day is named `English,中文,days`, any other by its weekday.
 */
function packaged(date: LocalDate): ArrangedDay | null {
  const { work, name } = chineseDays.getDayDetail(date);
  const chinese = name.split(',')[1];
  return chinese === undefined ? null : { working: work, name: FULL_NAMES[chinese] ?? chinese };
}

/** National Day is a holiday each year, so a year whose 1 October has no entry is not in the table. */
export const BUILT_IN: Arrangement = {
  arranged: packaged,
  announced: (year) => year >= 1000 && year <= 9999 && packaged(localDate(year, 10, 1)) !== null,
};

/** The arrangement with a year announced later, or a correction: for its days the plan wins. */
export function withYearPlan(base: Arrangement, plan: YearPlan): Arrangement {
  const days = new Map<LocalDate, ArrangedDay>();
  for (const { from, to, name } of plan.off) {
    for (const date of eachDay(from, to)) days.set(date, { working: false, name });
  }
  for (const { date, name } of plan.work) days.set(date, { working: true, name });
  return {
    arranged: (date) => days.get(date) ?? (yearOf(date) === plan.year ? null : base.arranged(date)),
    announced: (year) => year === plan.year || base.announced(year),
  };
}

/** Days at the end of a year that the next year's announcement may still move (New Year and its make-up days). */
const NEW_YEAR_REACH_DAYS = 7;

/** Whether the announcement that decides on a day is still to come. */
export const isProvisional = (arrangement: Arrangement, date: LocalDate): boolean =>
  !arrangement.announced(yearOf(date)) || !arrangement.announced(yearOf(addDays(date, NEW_YEAR_REACH_DAYS)));
