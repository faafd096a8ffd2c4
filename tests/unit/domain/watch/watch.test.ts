import { describe, expect, it } from 'vitest';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { dueItems } from '../../../../src/domain/due/judge.ts';
import { allSights, sightsOf } from '../../../../src/domain/watch/watch.ts';
import type { LiftedMask } from '../../../../src/domain/inspection/records.ts';
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

  it('tells what a correction moved to another period, on the day of the correction, and from which', () => {
    const moved = light(MONTHLY, '2026-10', '2026-10-05', {
      moved: {
        from: { entry: MONTHLY.id, period: '2026-09' },
        at: '2026-11-22T10:00:00.000+08:00',
        acceptedAt: '2026-11-22T02:00:00.000Z',
      },
    });
    expect(sights([moved]).moved).toMatchObject([{ day: '2026-11-22', words: '2026-09' }]);
    expect(sights([moved]).late).toMatchObject([{ notice: moved.id, n: 2 }]);
  });

  it('tells a sheet whose record came weeks later, or names a day that had not come, or was made elsewhere', () => {
    const sheet = (n: number, at: string, more: object) =>
      light(POSTER, '2026-10', '2026-11-10', {
        outings: [
          {
            id: String(n),
            form: 'paper',
            place: 'board-1',
            at: `${at}T10:00:00.000+08:00`,
            ended: null,
            ...more,
          },
        ],
      });
    const here = { position: [36.73, 104.82, 10] };
    const odd = sights([
      sheet(1, '2026-11-10', here),
      sheet(2, '2026-11-11', here),
      sheet(3, '2026-11-12', { acceptedAt: '2026-11-24T02:00:00.000Z', ...here }),
      sheet(4, '2026-11-15', { acceptedAt: '2026-11-14T02:00:00.000Z' }),
      sheet(5, '2026-11-13', { position: [36.75, 104.82, 20] }),
      sheet(6, '2026-11-13', { position: [36.731, 104.82, 20] }),
    ]).odd;
    expect(odd.map(({ words, n }) => [words, n])).toEqual([
      ['early', 1],
      ['elsewhere', 2204],
      ['late', 12],
    ]);
  });

  it('tells who showed personal data in the clear, and why', () => {
    const notice = light(MONTHLY, '2026-10', '2026-11-12');
    const lifted: LiftedMask = {
      what: 'lifted',
      id: 'a',
      author: 'key of the clerk',
      at: '2026-11-12T10:00:00.000+08:00',
      acceptedAt: '2026-11-12T02:00:00.000Z',
      about: notice.id,
      lifted: [{ masked: '138****0000', reason: '本人同意公开' }],
    };
    const stretch = { first: day('2026-11-01'), last: TODAY };
    expect(sightsOf(state, 'v1', [notice], [], stretch, TODAY, [lifted]).unmasked).toMatchObject([
      { notice: notice.id, words: '本人同意公开', by: 'key of the clerk', n: 1 },
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
