/**
 * A township's figures of a year as open data, by month, quarter and year: numbers of records, nothing of anybody's.
 * `/open/figures/<year>.json` and `.csv`, for one unit `/open/figures/<unit>/<year>.json`.
 *
 * | field                    | what                                                                                  |
 * |--------------------------|---------------------------------------------------------------------------------------|
 * | township, name           | id of the log, 32 hex digits; the name in words                                       |
 * | year, at                 | the calendar year; the day on which it was counted                                    |
 * | units, total             | each unit's figures; of all units in this file together                               |
 * | months, quarters, year   | 12, 4 and 1 lines of figures; null: that period has not begun                         |
 * | platform                 | notices on the board by the day of their first publication (RULES 5)                  |
 * | withdrawn, nothing       | of these: withdrawn since; 'nothing to report'                                        |
 * | catalogue                | of these: guide, catalogue and their supplements                                      |
 * | other, forms             | pairs of notice and other form, by the day of the first record; `other` is their sum  |
 * | boards, walls            | in use on a day of the period: these alone are not the sum of the months              |
 *
 * Version 1. A newer one has another number.
 */
import * as z from 'zod/mini';
import type { LightNotice } from '../board/board.ts';
import { calendarYearOf, type Period, periodsWithin } from '../calendar/periods.ts';
import { FORMS } from '../catalogue/entry.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';
import { apart, byForm, type Counted, countUnit, FIGURES, together } from './figures.ts';

const count = z.int().check(z.minimum(0), z.maximum(10_000_000));
const dayText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const line = z.strictObject({
  platform: count,
  other: count,
  catalogue: count,
  boards: count,
  walls: count,
  withdrawn: count,
  nothing: count,
  forms: z.record(z.enum(FORMS), count),
});
export type OpenLine = z.infer<typeof line>;

const lines = z.strictObject({
  year: z.nullable(line),
  quarters: z.array(z.nullable(line)).check(z.length(4)),
  months: z.array(z.nullable(line)).check(z.length(12)),
});
export type OpenLines = z.infer<typeof lines>;

export const openFigures = z.strictObject({
  format: z.literal('gongkailan-figures'),
  version: z.literal(1),
  township: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  year: z.int().check(z.minimum(2008), z.maximum(2200)),
  at: dayText,
  units: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-z0-9-]{1,24}$/)),
      name: z.string().check(z.maxLength(60)),
      kind: z.enum(['village', 'institution', 'township']),
      figures: lines,
    }),
  ),
  total: lines,
});
export type OpenFigures = z.infer<typeof openFigures>;

function lineOf(counted: Omit<Counted, 'unit'>): OpenLine {
  const { withdrawn, nothing } = apart(counted.platform);
  const forms = byForm(counted.other);
  return {
    platform: counted.platform.length,
    other: counted.other.length,
    catalogue: counted.catalogue.length,
    boards: counted.boards.length,
    walls: counted.walls.length,
    withdrawn,
    nothing,
    forms: Object.fromEntries(FORMS.map((form) => [form, forms[form].length])) as OpenLine['forms'],
  };
}

/** The periods of a year: itself, its quarters, its months. */
function periodsOf(year: number): { year: Period; quarters: Period[]; months: Period[] } {
  const whole = calendarYearOf(`${year}-07-01` as LocalDate);
  const { first, last } = whole;
  return {
    year: whole,
    quarters: periodsWithin('quarter', first, last),
    months: periodsWithin('month', first, last),
  };
}

export interface OpenInput {
  township: string;
  registry: Registry;
  boards: ReadonlyMap<string, LightNotice[]>;
  year: number;
  /** The day on which it is counted. */
  today: LocalDate;
  /** The units in it, in order. */
  units: readonly string[];
}

/** The file of a year: the same whatever the order in which records came. */
export function openFiguresOf({ township, registry, boards, year, today, units }: OpenInput): OpenFigures {
  const periods = periodsOf(year);
  const figuresOf = (ids: readonly string[]): OpenLines => {
    const of = (period: Period): OpenLine | null =>
      period.first > today
        ? null
        : lineOf(together(ids.map((id) => countUnit(registry, id, boards.get(id) ?? [], period))));
    return { year: of(periods.year), quarters: periods.quarters.map(of), months: periods.months.map(of) };
  };
  const known = units.filter((id) => registry.units[id]);
  return {
    format: 'gongkailan-figures',
    version: 1,
    township,
    name: registry.name,
    year,
    at: today,
    units: known.flatMap((id) => {
      const unit = registry.units[id];
      return unit ? [{ id, name: unit.name, kind: unit.kind, figures: figuresOf([id]) }] : [];
    }),
    total: figuresOf(known),
  };
}

/** The same as rows of a table, the first one the names of its columns. The sum of all units is called `total`. */
export function openRows({ year, units, total }: OpenFigures): (string | number)[][] {
  const periods = periodsOf(year);
  const head = ['unit', 'name', 'period', ...FIGURES, 'withdrawn', 'nothing', ...FORMS];
  const rowsOf = (id: string, name: string, figures: OpenLines): (string | number)[][] => {
    const row = (period: Period | undefined, one: OpenLine | null) =>
      one && period
        ? [
            [
              id,
              name,
              period.id,
              ...FIGURES.map((figure) => one[figure]),
              one.withdrawn,
              one.nothing,
              ...FORMS.map((form) => one.forms[form]),
            ],
          ]
        : [];
    return [
      ...row(periods.year, figures.year),
      ...figures.quarters.flatMap((one, at) => row(periods.quarters[at], one)),
      ...figures.months.flatMap((one, at) => row(periods.months[at], one)),
    ];
  };
  return [
    head,
    ...units.flatMap(({ id, name, figures }) => rowsOf(id, name, figures)),
    ...rowsOf('total', '', total),
  ];
}
