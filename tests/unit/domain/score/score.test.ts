import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type LightNotice, type Page } from '../../../../src/domain/board/board.ts';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import { periodsWithin } from '../../../../src/domain/calendar/periods.ts';
import { dueDay } from '../../../../src/domain/due/slots.ts';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import type { Card } from '../../../../src/domain/score/card.ts';
import { PARTS, type ScoreRules } from '../../../../src/domain/score/events.ts';
import type { Answerable, UnitRecords } from '../../../../src/domain/score/items.ts';
import { DEFAULT_RULES } from '../../../../src/domain/score/rules.ts';
import { cardOfMonths, scoreUnit, scoreUnits, scoreYear } from '../../../../src/domain/score/score.ts';
import { day, MONTHLY, QUARTERLY, registry } from '../due/sample.ts';
import { eventsOf, foldOf, ids, state as many } from './many.ts';
import { corrected, light, records } from './sample.ts';

const TODAY = day('2026-11-25');
const township = (part = {}) => registry([MONTHLY], part);
const scored = (of: UnitRecords, state = township(), today = TODAY) =>
  scoreUnit(scoreYear(state, today, today), 'v1', of)!;
/** What was due in November: the accounts of October, by the 20th. */
const november = (of: UnitRecords, state = township(), today = TODAY): Card =>
  scored(of, state, today).months[10]!;
const inTime = light(MONTHLY, '2026-10', '2026-11-12');
const late = light(MONTHLY, '2026-10', '2026-11-23');

const answer = (part: Partial<Answerable> = {}): Answerable => ({
  kind: 'comment',
  id: 'd'.repeat(64),
  notice: null,
  title: '路灯',
  due: day('2026-11-10'),
  answered: day('2026-11-09'),
  ...part,
});

describe('the scorecard of a month', () => {
  it.each([
    ['everything in time and right', records([inTime]), 100],
    // 40 of 85, and the notice itself was right: 15 of 85.
    ['late', records([late]), 64.7],
    ['missing', records([]), 0],
    ['in time and corrected for error', records([{ ...inTime, ...corrected('金额写错') }]), 82.4],
    ['in time, and something added later', records([{ ...inTime, ...corrected('补充两户名单') }]), 100],
    ['in time, and an objection was upheld', records([inTime], { upheld: new Set([inTime.id]) }), 82.4],
    ['the result of its publicity period upheld one', records([{ ...inTime, upheld: 1 }]), 82.4],
    ['in time, a comment answered in time', records([inTime], { answers: [answer()] }), 100],
    ['a comment never answered', records([inTime], { answers: [answer({ answered: null })] }), 85],
    [
      'a comment answered late',
      records([inTime], { answers: [answer({ answered: day('2026-11-11') })] }),
      85,
    ],
    ['falsified', records([inTime], { falsified: [{ id: 'f1', day: day('2026-11-03') }] }), 0],
    [
      'missing, and the office agreed that it is excused',
      records([], { excused: new Set(['due:accounts/2026-10']) }),
      null,
    ],
  ])('%s', (_, of, total) => {
    expect(november(of).total).toBe(total);
  });

  it('does not judge what may still come', () => {
    expect(november(records([]), township(), day('2026-11-20')).total).toBeNull();
    expect(
      november(records([], { answers: [answer({ answered: null, due: TODAY })] })).parts.response.share,
    ).toBe(0);
  });

  it('opens the records behind each number', () => {
    const { completeness, timeliness } = november(records([late])).parts;
    expect(completeness.good).toMatchObject([{ key: 'due:accounts/2026-10', due: { notices: [late.id] } }]);
    expect(timeliness.bad).toMatchObject([{ key: 'due:accounts/2026-10', due: { daysLate: 3 } }]);
  });

  it('counts a duty in the month of its last day, and a notice in the month in which it was taken in', () => {
    const { months } = scored(records([light(MONTHLY, '2026-09', '2026-11-02')]));
    expect(months[9]!.parts.timeliness.bad.map(({ key }) => key)).toEqual(['due:accounts/2026-09']);
    expect(months[10]!.parts.correctness.good).toHaveLength(1);
  });

  it('is part of the year, which has all items together', () => {
    const score = scored(records([inTime, light(MONTHLY, '2026-09', '2026-10-30')]));
    expect(score.whole.parts.completeness.good).toHaveLength(2);
    expect(score.whole.parts.completeness.bad).toHaveLength(9);
    const of = scoreYear(township(), TODAY, TODAY);
    expect(cardOfMonths(of, score, 0, 11)).toEqual(score.whole);
    expect(cardOfMonths(of, score, 10, 10)).toEqual(score.months[10]);
  });
});

describe('the rules of the scorecard', () => {
  const rules = (part: Partial<ScoreRules>): ScoreRules => ({ ...DEFAULT_RULES, ...part });
  const set = (...versions: ScoreRules[]) =>
    versions.reduce(
      (state, content, number) =>
        evolveRegistry(state, {
          id: String(number),
          number,
          type: 'score.rules-set',
          author: '',
          at: '',
          acceptedAt: '2026-11-01T00:00:00.000Z',
          content,
        }),
      township(),
    );
  const weights = { completeness: 70, timeliness: 30, correctness: 0, response: 0 };

  it('hold from their day on, and what was before is judged by those of its day', () => {
    const state = set(rules({ from: day('2026-11-01'), weights }));
    expect(november(records([late]), state).total).toBe(70);
    const score = scored(records([light(MONTHLY, '2026-09', '2026-10-30')]), state);
    expect(score.months[9]!.rules.weights).toEqual(DEFAULT_RULES.weights);
  });

  it('set twice for a day are as they were set last', () => {
    const state = set(rules({ from: day('2026-11-01'), weights }), rules({ from: day('2026-11-01') }));
    expect(november(records([late]), state).rules.weights).toEqual(DEFAULT_RULES.weights);
  });

  it('say how many days signed notices may be on their way', () => {
    const signed = { ...late, at: '2026-11-19T10:00:00.000+08:00' };
    expect(november(records([signed])).total).toBe(100);
    expect(november(records([signed]), set(rules({ from: day('2026-01-01'), graceDays: 2 }))).total).toBe(
      64.7,
    );
  });

  it('are refused where the weights do not add up to 100', () => {
    expect(parseContent('score.rules-set', rules({}))).toMatchObject({ status: 'known' });
    const wrong = { ...DEFAULT_RULES, weights: { ...weights, response: 1 } };
    expect(parseContent('score.rules-set', wrong)).toMatchObject({ status: 'bad-content' });
  });
});

const state = registry([MONTHLY, QUARTERLY]);
const DUE = [
  ...periodsWithin('month', day('2025-12-01'), day('2026-09-30')).map((period) => ({
    entry: MONTHLY,
    period,
  })),
  ...periodsWithin('quarter', day('2025-10-01'), day('2026-09-30')).map((period) => ({
    entry: QUARTERLY,
    period,
  })),
].map((one) => ({ ...one, due: dueDay(one.period, one.entry.due.within) }));
const one = fc.constantFrom(...DUE);
const noticeAfter =
  (days: number, reasons: string[]) =>
  (of: (typeof DUE)[number]): LightNotice =>
    light(of.entry, of.period.id, addDays(of.due, days), reasons.length > 0 ? corrected(...reasons) : {});
const notice = fc
  .tuple(one, fc.integer({ min: -10, max: 60 }), fc.array(fc.constantFrom('写错', '补充'), { maxLength: 2 }))
  .map(([of, days, reasons]) => noticeAfter(days, reasons)(of));
const some = fc
  .record({ notices: fc.array(notice, { maxLength: 12 }), answers: fc.array(fc.boolean(), { maxLength: 3 }) })
  .map(({ notices, answers }) =>
    records(notices, {
      answers: answers.map((good, n) =>
        answer({ id: String(n).repeat(64), answered: good ? day('2026-11-01') : null }),
      ),
    }),
  );

describe('any scorecard', () => {
  it('has parts within their bounds, and shares that add up to 100 where anything is judged', () => {
    fc.assert(
      fc.property(some, (of) => {
        const { months, whole } = scored(of, state);
        for (const card of [...months, whole]) {
          const parts = PARTS.map((id) => card.parts[id]);
          expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
          const shares = parts.reduce((sum, { share }) => sum + share, 0);
          expect(shares).toBeCloseTo(card.total === null ? 0 : 100, 9);
          for (const { points, share } of parts) expect(points >= 0 && points <= share).toBe(true);
          expect(card.total === null || (card.total >= 0 && card.total <= 100)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is never lowered by one more notice in time, nor by one that comes late instead of never', () => {
    fc.assert(
      fc.property(some, one, fc.integer({ min: -10, max: 60 }), (of, about, days) => {
        const before = scored(of, state).whole.total ?? 0;
        const more = { ...of, notices: [...of.notices, noticeAfter(days, [])(about)] };
        expect(scored(more, state).whole.total ?? 0).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever the order in which its notices came', () => {
    fc.assert(
      fc.property(some, (of) => {
        const turned = { ...of, notices: [...of.notices].reverse() };
        expect(scored(turned, state).months.map(({ total }) => total)).toEqual(
          scored(of, state).months.map(({ total }) => total),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is the same on every device, whatever part of the log each of them fetched first', () => {
    const units = ids.slice(0, 3);
    const streams = units.map((_, unit) => eventsOf(unit).slice(0, 40));
    const whole = scoreUnits(
      scoreYear(many, TODAY, TODAY),
      new Map(units.map((id, at) => [id, records(foldOf(streams[at]!))])),
    );
    // Which stream gives its next events, and how many.
    const pulls = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 17 })), { maxLength: 30 });
    fc.assert(
      fc.property(pulls, (order) => {
        const got = [0, 0, 0];
        const pages = units.map(() => new Map<number, Page>());
        const rest = [0, 1, 2].map((at) => [at, 40] as [number, number]);
        for (const [at, count] of [...order, ...rest]) {
          const batch = streams[at]!.slice(got[at], got[at]! + count);
          got[at] = got[at]! + batch.length;
          const { changed } = applyToBoard(pages[at]!, batch, () => undefined);
          for (const [page, held] of changed) pages[at]!.set(page, held);
        }
        const held = units.map(
          (id, at) => [id, records([...pages[at]!.values()].flatMap(({ notices }) => notices))] as const,
        );
        // Units arrive in another order too.
        expect(scoreUnits(scoreYear(many, TODAY, TODAY), new Map(held.reverse()))).toEqual(
          new Map([...whole].reverse()),
        );
      }),
      { numRuns: 30 },
    );
  });
});
