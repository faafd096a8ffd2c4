/** The scorecards of units for the months of a year and for the year, from their records. Pure; one unit at a time. */
import { calendarYearOf, type Period, periodsWithin } from '../calendar/periods.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import { judge, versionsOf } from '../due/judge.ts';
import { type DueSlot, dueSlots } from '../due/slots.ts';
import type { Unit } from '../registry/events.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';
import { type Card, cardOf, type Tally, together } from './card.ts';
import type { ScoreRules } from './events.ts';
import { answerItems, dutyItems, noticeItems, type ScoreItem, type UnitRecords } from './items.ts';
import { rulesOn } from './rules.ts';

export interface UnitScore {
  unit: string;
  /** January to December. */
  months: Card[];
  /** The whole year: all its items together, by the rules of its last day that has come. */
  whole: Card;
  tallies: Tally[];
}

/** What is the same for all units: what falls due for each kind of unit, and the rules of each month. */
export interface ScoreYear {
  registry: Registry;
  year: Period;
  today: LocalDate;
  months: Period[];
  rules: ScoreRules[];
  slots: Map<Unit['kind'], DueSlot[]>;
}

const KINDS: Unit['kind'][] = ['township', 'institution', 'village'];

/** Prepares a year. @param within a day of it. */
export function scoreYear(
  registry: Registry,
  within: LocalDate,
  today: LocalDate,
  arrangement: Arrangement = BUILT_IN,
): ScoreYear {
  const year = calendarYearOf(within);
  const months = periodsWithin('month', year.first, year.last);
  const versions = versionsOf(registry);
  return {
    registry,
    year,
    today,
    months,
    rules: months.map(({ last }) => rulesOn(registry, last)),
    slots: new Map(KINDS.map((kind) => [kind, dueSlots(versions, kind, year, arrangement)])),
  };
}

const monthIndex = (day: LocalDate): number => Number(day.slice(5, 7)) - 1;

function put<Item extends { day: LocalDate }>(items: Item[], into: (month: number) => Item[]): void {
  for (const item of items) into(monthIndex(item.day)).push(item);
}

/** The tallies of the twelve months. Items of a month are in the order of their days within each kind. */
function talliesOf(of: ScoreYear, unit: Unit, records: UnitRecords): Tally[] {
  const { registry, year, today, rules } = of;
  const tallies = of.months.map((): Tally => ({ duties: [], notices: [], answers: [], falsified: [] }));
  const at = (month: number): Tally => tallies[month] as Tally;
  const due = judge(registry, unit.id, of.slots.get(unit.kind) ?? [], records.notices, today);
  put(dutyItems(due, records.excused), (month) => at(month).duties);
  const rulesOf = (day: LocalDate): ScoreRules => rules[monthIndex(day)] as ScoreRules;
  put(noticeItems(records, rulesOf, year.first, year.last), (month) => at(month).notices);
  put(answerItems(records, year.first, year.last, today), (month) => at(month).answers);
  for (const { id, day } of records.falsified)
    if (day >= year.first && day <= year.last) at(monthIndex(day)).falsified.push(id);
  return tallies;
}

/** The scorecards of one unit. Linear in its notices and in what falls due for it. */
export function scoreUnit(of: ScoreYear, unit: string, records: UnitRecords): UnitScore | null {
  const own = of.registry.units[unit];
  if (!own) return null;
  const tallies = talliesOf(of, own, records);
  return {
    unit,
    tallies,
    months: tallies.map((tally, month) => cardOf(tally, of.rules[month] as ScoreRules)),
    whole: cardOf(together(tallies), of.rules[monthIndex(lastDay(of))] as ScoreRules),
  };
}

const lastDay = ({ year, today }: ScoreYear): LocalDate =>
  today < year.first ? year.first : today > year.last ? year.last : today;

/** The scorecard of some of a year's months together: a quarter, the months so far. */
export function cardOfMonths(of: ScoreYear, score: UnitScore, first: number, last: number): Card {
  return cardOf(together(score.tallies.slice(first, last + 1)), of.rules[last] as ScoreRules);
}

export type Scores = ReadonlyMap<string, UnitScore>;

/** All units whose records are given. */
export function scoreUnits(of: ScoreYear, records: ReadonlyMap<string, UnitRecords>): Scores {
  const scores = new Map<string, UnitScore>();
  for (const [unit, own] of records) {
    const score = scoreUnit(of, unit, own);
    if (score) scores.set(unit, score);
  }
  return scores;
}

/** The same after something new of one unit; the others are as they were. */
export function scoreAgain(of: ScoreYear, scores: Scores, unit: string, records: UnitRecords): Scores {
  const score = scoreUnit(of, unit, records);
  return score ? new Map(scores).set(unit, score) : scores;
}

/** What a card counted, each once. */
export const itemsOf = (card: Card): ScoreItem[] => [
  ...new Set(Object.values(card.parts).flatMap(({ good, bad }) => [...good, ...bad])),
];
