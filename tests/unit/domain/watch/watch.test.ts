import { describe, expect, it } from 'vitest';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { dueItems } from '../../../../src/domain/due/judge.ts';
import { allSights, sightsOf } from '../../../../src/domain/watch/watch.ts';
import { day, MONTHLY, registry, written } from '../due/sample.ts';
import { corrected, light } from '../score/sample.ts';

const POSTER = written('poster', { forms: ['paper'] });
const TODAY = day('2026-11-25');
const QUARTER = { first: day('2026-07-01'), last: day('2026-09-30') };
const state = registry([MONTHLY, POSTER]);

function sights(notices: LightNotice[], stretch = { first: day('2026-11-01'), last: TODAY }) {
  const due = dueItems(state, new Map([['v1', notices]]), { window: stretch, today: TODAY }).get('v1') ?? [];
  return sightsOf(state, 'v1', notices, due, stretch, TODAY);
}

describe('what the discipline commission looks into', () => {
  it('tells what is missing and what came late, with the days', () => {
    expect(sights([]).missing).toMatchObject([
      { title: 'accounts', notice: null, n: 5, words: '2026-10' },
      { title: 'poster', n: 5 },
    ]);
    const late = light(MONTHLY, '2026-10', '2026-11-22');
    expect(sights([late]).late).toMatchObject([{ notice: late.id, n: 2 }]);
  });

  it('tells each change on its day, with its reason, however old the notice is', () => {
    const changed = light(MONTHLY, '2026-09', '2026-10-12', corrected('金额写错'));
    expect(sights([changed]).changed).toMatchObject([{ day: '2026-11-01', words: '金额写错', n: 1 }]);
    expect(sights([changed], { first: day('2026-11-02'), last: TODAY }).changed).toEqual([]);
  });

  it('tells what was corrected often, withdrawn, and objected to with right', () => {
    const often = light(MONTHLY, '2026-10', '2026-11-12', corrected('一', '二', '三'));
    const withdrawn = { acceptedAt: '2026-11-20T02:00:00.000Z', reason: '登错了村' };
    const gone = light(MONTHLY, '', '2026-09-12', { withdrawn });
    const upheld = light(MONTHLY, '2026-10', '2026-11-13', { upheld: 2 });
    const found = sights([often, gone, upheld]);
    expect(found.often).toMatchObject([{ notice: often.id, n: 3 }]);
    expect(found.withdrawn).toMatchObject([{ day: '2026-11-20', words: '登错了村' }]);
    expect(found.upheld).toMatchObject([{ notice: upheld.id, n: 2 }]);
  });

  it('misses a sheet on the wall only where the catalogue asks for paper, and after a week', () => {
    const unproved = light(POSTER, '2026-10', '2026-11-10');
    const fresh = light(POSTER, '2026-10', '2026-11-18');
    const proved = light(POSTER, '2026-10', '2026-11-10', { firstUp: '2026-11-11T10:00:00.000+08:00' });
    const other = light(MONTHLY, '2026-10', '2026-11-10');
    expect(sights([unproved, fresh, proved, other]).unproved.map(({ notice }) => notice)).toEqual([
      unproved.id,
    ]);
  });

  it('tells a quarter whose work came in its last week', () => {
    const on = (...days: string[]) => days.map((taken) => light(MONTHLY, '', taken));
    const burst = on('2026-07-10', '2026-09-25', '2026-09-29', '2026-09-30');
    expect(sights(burst, QUARTER).burst).toMatchObject([{ n: 3, of: 4, words: '2026-Q3' }]);
    expect(sights(on('2026-07-10', '2026-08-25', '2026-09-10', '2026-09-30'), QUARTER).burst).toEqual([]);
  });

  it('puts the units together, the newest first', () => {
    const one = sights([light(MONTHLY, '2026-10', '2026-11-21')]);
    const other = { ...sights([light(MONTHLY, '2026-10', '2026-11-23')]) };
    expect(allSights([one, other]).late).toHaveLength(2);
  });
});
