import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../../src/domain/score/counts.ts';
import {
  byTotal,
  checkOpenScores,
  countsOfCard,
  openScores,
  openScoresOf,
  subjectOf,
  together,
} from '../../../../src/domain/score/open.ts';
import { scoreUnits, scoreYear } from '../../../../src/domain/score/score.ts';
import { eventsOf, foldOf, ids, state, TODAY } from './many.ts';
import { records } from './sample.ts';

const units = ids.slice(0, 4);
const scores = scoreUnits(
  scoreYear(state, TODAY, TODAY),
  new Map(units.map((id, unit) => [id, records(foldOf(eventsOf(unit)))])),
);
const file = openScoresOf(scoreYear(state, TODAY, TODAY), scores, 'a'.repeat(32), units);
const named = { ...file, name: '复兴乡' };

describe('a township’s scores as open data', () => {
  it('are read again as they were written, and hold against themselves', () => {
    expect(openScores.parse(JSON.parse(JSON.stringify(named)))).toEqual(named);
    expect(checkOpenScores(named)).toEqual([]);
    expect(named.units.map(({ year }) => year.total)).toEqual(units.map((id) => scores.get(id)?.whole.total));
  });

  it('say it when a total, a count or the year was changed', () => {
    const change = (part: (unit: (typeof named)['units'][number]) => void) => {
      const copy = structuredClone(named);
      part(copy.units[1]!);
      return checkOpenScores(copy).map(({ unit, code }) => `${unit} ${code}`);
    };
    expect(change(({ year }) => (year.total = 100))).toEqual(['v2 total']);
    expect(change(({ months }) => (months[3]!.parts[0] = [9, 2]))).toEqual(['v2 good', 'v2 year']);
    expect(change(({ months }) => (months[3]!.weights[0] = 90))).toEqual(['v2 weights']);
  });

  it('carry no title, no name of a person and no word of anybody', () => {
    expect(JSON.stringify(named)).not.toMatch(/公告|李某|马某|title|officer/);
  });
});

describe('units together', () => {
  it('are the sums of their records, whatever their order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(named.units, { minLength: 1 }), (some) => {
        const all = together('all', '全乡', some)!;
        for (const part of ['completeness', 'timeliness', 'correctness', 'response'] as const) {
          const sum = some.reduce((n, { year }) => n + countsOfCard(year).parts[part].all, 0);
          expect(all.counts.parts[part].all).toBe(sum);
        }
        expect(all.year).toBe(totalOf(all.counts));
        expect(together('all', '全乡', [...some].reverse())).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });

  it('of one unit are that unit', () => {
    const [unit] = named.units;
    const own = subjectOf(unit!);
    expect(together(own.id, own.name, [unit!])).toEqual(own);
  });

  it('are not all at 0 for one unit that falsified, which has nothing done', () => {
    const copy = structuredClone(named.units.slice(0, 2));
    copy[0]!.year.falsified = 1;
    const all = together('all', '全乡', copy)!;
    expect(all.year).toBeGreaterThan(0);
    expect(all.year).toBeLessThan(together('all', '全乡', named.units.slice(0, 2))!.year!);
  });

  it('are ranked with those that have nothing to judge last', () => {
    const [one, two] = named.units.map(subjectOf);
    const none = { ...one!, id: 'none', year: null };
    expect(byTotal([none, two!, one!]).at(-1)).toBe(none);
  });
});
