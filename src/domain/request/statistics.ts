/**
 * The tables of the yearly report on requests and on reconsiderations and lawsuits (国办公开办函〔2021〕30号, parts three and
 * four). Only numbers: nothing of anybody's leaves the desk with them.
 */
import { yearOf } from '../calendar/days.ts';
import { ANSWERS, type AnswerKind } from './answers.ts';
import type { Case, Review } from './case.ts';
import { OUTCOMES } from './events.ts';
import { type Applicant, APPLICANTS } from './request.ts';

/** A number for each kind of applicant, and 总计. */
export type Row = Record<Applicant | 'total', number>;

export interface RequestTable {
  /** 一 new in the year; 二 carried over from the year before; 三 dealt with; 四 carried over to the next. */
  received: Row;
  carriedIn: Row;
  answers: Record<AnswerKind, Row>;
  /** 三（七）. */
  dealtWith: Row;
  carriedOut: Row;
}

const rowOf = (cases: Case[]): Row => {
  const counts = APPLICANTS.map((one) => [one, cases.filter(({ applicant }) => applicant === one).length]);
  return { ...(Object.fromEntries(counts) as Record<Applicant, number>), total: cases.length };
};

/** Part three for a year. */
export function requestTable(cases: Case[], year: number): RequestTable {
  const came = (one: Case): number => yearOf(one.clock.received);
  const went = (one: Case): number => (one.end ? Math.max(came(one), yearOf(one.end.on)) : Infinity);
  const ended = cases.filter((one) => came(one) <= year && went(one) === year);
  const answers = ANSWERS.map((kind) => [kind, rowOf(ended.filter(({ end }) => end?.answer === kind))]);
  return {
    received: rowOf(cases.filter((one) => came(one) === year)),
    carriedIn: rowOf(cases.filter((one) => came(one) < year && went(one) >= year)),
    answers: Object.fromEntries(answers) as RequestTable['answers'],
    dealtWith: rowOf(ended),
    carriedOut: rowOf(cases.filter((one) => came(one) <= year && went(one) > year)),
  };
}

/** The form's own check in each column: 一 + 二 = 三（七）+ 四. Columns in which it fails; empty when all is well. */
export const unbalanced = ({ received, carriedIn, dealtWith, carriedOut }: RequestTable): (keyof Row)[] =>
  [...APPLICANTS, 'total' as const].filter(
    (column) => received[column] + carriedIn[column] !== dealtWith[column] + carriedOut[column],
  );

export type ReviewRow = Record<Review['outcome'] | 'total', number>;
export type ReviewTable = Record<Review['what'], ReviewRow>;

/** Part four: those begun in a year, by their result so far. */
export function reviewTable(cases: Case[], year: number): ReviewTable {
  const begun = cases.flatMap(({ reviews }) => reviews.filter(({ on }) => yearOf(on) === year));
  const row = (what: Review['what']): ReviewRow => {
    const own = begun.filter((one) => one.what === what);
    const counts = OUTCOMES.map((outcome) => [outcome, own.filter((one) => one.outcome === outcome).length]);
    return { ...(Object.fromEntries(counts) as Omit<ReviewRow, 'total'>), total: own.length };
  };
  return {
    reconsideration: row('reconsideration'),
    direct: row('direct'),
    'after-reconsideration': row('after-reconsideration'),
  };
}
