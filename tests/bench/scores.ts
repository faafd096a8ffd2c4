/** The scorecards of 300 units and 12 months from 100,000 events, folded and scored; and again after one more event. */
import type { UnitRecords } from '../../src/domain/score/items.ts';
import { scoreAgain, scoreUnits, scoreYear } from '../../src/domain/score/score.ts';
import { EVENTS, eventsOf, foldOf, ids, state, TODAY } from '../unit/domain/score/many.ts';
import { records } from '../unit/domain/score/sample.ts';
import { type Row, rowOf, worked } from './rows.ts';

function took(runs: number, clock: () => number, run: () => void): number[] {
  return Array.from({ length: runs }, () => {
    const from = clock();
    run();
    return clock() - from;
  });
}

export function scores(runs: number): Row[] {
  const streams = ids.map((id, unit) => [id, eventsOf(unit)] as const);
  const all = (): Map<string, UnitRecords> =>
    new Map(streams.map(([id, events]) => [id, records(foldOf(events))]));
  const whole = took(runs, worked, () => void scoreUnits(scoreYear(state, TODAY, TODAY), all()));
  const of = scoreYear(state, TODAY, TODAY);
  const held = all();
  const before = scoreUnits(of, held);
  const more = records([...held.get('v7')!.notices, ...foldOf([eventsOf(1)[0]!])]);
  const again = took(
    runs,
    () => performance.now(),
    () => void scoreAgain(of, before, 'v7', more),
  );
  return [
    rowOf({ name: `scores-${EVENTS}`, unit: 'ms of processor', ours: whole, aim: 1_000 }),
    rowOf({ name: 'scores-one-more', unit: 'ms', ours: again, aim: 10 }),
  ];
}
