import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import {
  openFigures,
  openFiguresOf,
  type OpenLine,
  type OpenLines,
  openRows,
} from '../../../../src/domain/counting/open.ts';
import { csvText } from '../../../../src/export/csv.ts';
import { day } from '../due/sample.ts';
import { published, sampleRegistry } from '../samples.ts';

const light = (n: number, part: Partial<LightNotice>): LightNotice => {
  const { changed } = applyToBoard(new Map(), [published(n)], () => undefined);
  return { ...[...changed.values()][0]!.notices[0]!, ...part };
};
const registry = sampleRegistry();
const units = Object.keys(registry.units).sort();

const file = (boards: Map<string, LightNotice[]>, today = '2027-01-02') =>
  openFiguresOf({ township: 'a'.repeat(32), registry, boards, year: 2026, today: day(today), units });

const anyNotice = fc
  .record({
    unit: fc.constantFrom(...units),
    at: fc.date({
      min: new Date('2025-12-30T00:00:00Z'),
      max: new Date('2027-01-02T00:00:00Z'),
      noInvalidDate: true,
    }),
    forms: fc.array(fc.constantFrom('paper' as const, 'broadcast' as const, 'meeting' as const), {
      maxLength: 4,
    }),
  })
  .map(({ unit, at, forms }) => ({
    unit,
    notice: light(1, {
      acceptedAt: at.toISOString(),
      outings: forms.map((form, n) => ({
        id: `${n}`,
        form,
        place: null,
        at: at.toISOString(),
        ended: null,
      })),
    }),
  }));
type Made = typeof anyNotice extends fc.Arbitrary<infer One> ? One : never;

const byUnit = (made: Made[]): Map<string, LightNotice[]> =>
  new Map(units.map((unit) => [unit, made.filter((one) => one.unit === unit).map(({ notice }) => notice)]));

const SUMS = ['platform', 'other', 'catalogue', 'withdrawn', 'nothing'] as const;
const sum = (lines: (OpenLine | null)[], figure: (typeof SUMS)[number]): number =>
  lines.reduce((all, line) => all + (line?.[figure] ?? 0), 0);

describe('a year’s figures as open data', () => {
  it('add up: months to quarters, quarters to the year, units to the township, forms to their sum', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 40 }), (made) => {
        const { units: each, total } = file(byUnit(made));
        for (const figure of SUMS) {
          for (const of of [total, ...each.map(({ figures }) => figures)] as OpenLines[]) {
            expect(sum(of.months, figure)).toBe(of.year?.[figure]);
            expect(sum(of.quarters, figure)).toBe(of.year?.[figure]);
          }
          const years = each.map(({ figures }) => figures.year);
          expect(sum(years, figure)).toBe(total.year?.[figure]);
        }
        const forms = Object.values(total.year?.forms ?? {});
        expect(forms.reduce((all, n) => all + n, 0)).toBe(total.year?.other);
      }),
      { numRuns: 40 },
    );
  });

  it('are the same whatever the order in which records came', () => {
    fc.assert(
      fc.property(fc.array(anyNotice, { maxLength: 20 }), (made) => {
        expect(file(byUnit(made.toReversed()))).toEqual(file(byUnit(made)));
      }),
      { numRuns: 40 },
    );
  });

  it('hold to their schema, and say nothing of a period that has not begun', () => {
    const half = file(new Map(), '2026-05-20');
    expect(openFigures.safeParse(half).success).toBe(true);
    expect(half.total.months.map((line) => line === null)).toEqual(
      Array.from({ length: 12 }, (_, at) => at > 4),
    );
    expect(half.total.quarters.filter((line) => line !== null)).toHaveLength(2);
  });

  it('are a table with a row for each unit and period, of which no cell is a formula', () => {
    const [head, ...rows] = openRows(file(new Map()));
    expect(head?.slice(0, 4)).toEqual(['unit', 'name', 'period', 'platform']);
    expect(rows).toHaveLength((units.length + 1) * 17);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
    expect(rows.at(-1)?.[2]).toBe('2026-12');
    expect(csvText([['=1+1', 'a,"b"', 2]])).toBe(`\ufeff'=1+1,"a,""b""",2\r\n`);
  });
});
