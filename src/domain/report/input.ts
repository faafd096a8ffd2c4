/** From what is held of a township to what its report is made of. Pure: the same on the office's computer and on the server. */
import type { LightNotice } from '../board/board.ts';
import { calendarYearOf } from '../calendar/periods.ts';
import { type Counted, countUnit } from '../counting/figures.ts';
import type { Registry } from '../registry/registry.ts';
import type { Case } from '../request/case.ts';
import { burstsOf, yearShare } from '../score/burst.ts';
import type { Scores } from '../score/score.ts';
import type { LocalDate } from '../time.ts';
import type { ReportInput, YearScore } from './model.ts';
import type { TypedFigures } from './typed.ts';

export interface Records {
  registry: Registry;
  year: number;
  today: LocalDate;
  /** Light notices by unit. */
  boards: ReadonlyMap<string, LightNotice[]>;
  cases: readonly Case[];
  /** Scorecards of the year. */
  scores: Scores;
  typed: TypedFigures;
}

/** Fewer notices than this say nothing about bursts. */
const LEAST_NOTICES = 4;

function countedIn({ registry, boards }: Records, year: number): Counted[] {
  const stretch = { first: `${year}-01-01` as LocalDate, last: `${year}-12-31` as LocalDate };
  return Object.keys(registry.units)
    .sort()
    .map((unit) => countUnit(registry, unit, boards.get(unit) ?? [], stretch));
}

/** Late is what was published after its last day; missing what was not published at all. */
function scoresOf({ registry, scores }: Records): YearScore[] {
  return [...scores]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([unit, { whole }]) => {
      const missing = whole.parts.completeness.bad.length;
      return {
        name: registry.units[unit]?.name ?? unit,
        total: whole.total,
        missing,
        late: whole.parts.timeliness.bad.length - missing,
        corrected: whole.parts.correctness.bad.length,
        unanswered: whole.parts.response.bad.length,
      };
    });
}

function burstOf({ boards, year, today }: Records): number | null {
  const all = [...boards.values()].flat();
  const quarters = burstsOf(all, calendarYearOf(`${year}-07-01` as LocalDate), today);
  const share = yearShare(quarters);
  const n = quarters.reduce((sum, one) => sum + one.all.length, 0);
  return share === null || n < LEAST_NOTICES ? null : Math.round(share * 100);
}

export const reportInput = (records: Records): ReportInput => ({
  registry: records.registry,
  year: records.year,
  counted: countedIn(records, records.year),
  before: countedIn(records, records.year - 1),
  cases: records.cases,
  scores: scoresOf(records),
  burst: burstOf(records),
  typed: records.typed,
});
