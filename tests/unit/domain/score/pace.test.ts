import { describe, expect, it } from 'vitest';
import type { UnitRecords } from '../../../../src/domain/score/items.ts';
import { scoreAgain, scoreUnits, scoreYear } from '../../../../src/domain/score/score.ts';
import { eventsOf, foldOf, ids, state, TODAY, UNITS } from './many.ts';
import { records } from './sample.ts';

/** Ms of this thread on a processor: what else runs on the machine is not what is measured. In steps of some ms. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** The shortest of some tries, ms. */
function fastest(tries: number, clock: () => number, run: () => void): number {
  let best = Infinity;
  for (let n = 0; n < tries; n += 1) {
    const from = clock();
    run();
    best = Math.min(best, clock() - from);
  }
  return best;
}

describe('the scorecards of 300 units and 12 months', () => {
  it('are made from 100,000 events within a second, and again after one new event within 10 ms', () => {
    const streams = ids.map((id, unit) => [id, eventsOf(unit)] as const);
    const all = (): Map<string, UnitRecords> =>
      new Map(streams.map(([id, events]) => [id, records(foldOf(events))]));
    const of = scoreYear(state, TODAY, TODAY);
    expect(fastest(3, worked, () => void scoreUnits(scoreYear(state, TODAY, TODAY), all()))).toBeLessThan(
      1_000,
    );

    const held = all();
    const scores = scoreUnits(of, held);
    expect(scores.size).toBe(UNITS);
    const more = records([...held.get('v7')!.notices, ...foldOf([eventsOf(1)[0]!])]);
    let after = scores;
    expect(
      fastest(
        5,
        () => performance.now(),
        () => void (after = scoreAgain(of, scores, 'v7', more)),
      ),
    ).toBeLessThan(10);
    expect(after.get('v8')).toBe(scores.get('v8'));
    expect(after.get('v7')).not.toEqual(scores.get('v7'));
  }, 60_000);
});
