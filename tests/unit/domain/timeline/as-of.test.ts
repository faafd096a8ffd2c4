import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldNotice, type NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { boardAsOf, daysOf, eventsAsOf, noticeAsOf } from '../../../../src/domain/timeline/as-of.ts';
import { boardSince } from '../../../../src/domain/timeline/since.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import { corrected, hex, published, withdrawn } from '../samples.ts';

const day = (text: string): LocalDate => text as LocalDate;
const on = (event: NoticeEvent, at: string): NoticeEvent => ({ ...event, acceptedAt: at });

const LOG = [
  on(published(0, '旧的'), '2018-03-01T02:00:00.000Z'),
  on(published(1), '2018-05-01T02:00:00.000Z'),
  on(corrected(2, hex(1), hex(1), '新的'), '2018-06-01T02:00:00.000Z'),
  // Half past midnight in Shanghai is the next day there.
  on(withdrawn(3, hex(2), hex(2)), '2018-06-30T16:30:00.000Z'),
];

describe('a day in the past', () => {
  it('shows the board as it stood at the end of that day in Shanghai', () => {
    expect(boardAsOf(LOG, day('2018-02-28'))).toEqual([]);
    expect(boardAsOf(LOG, day('2018-03-01')).map(({ title }) => title)).toEqual(['旧的']);
    expect(boardAsOf(LOG, day('2018-06-30')).map(({ title, withdrawn: gone }) => [title, gone])).toEqual([
      ['新的', null],
      ['公告 1', null],
    ]);
    expect(boardAsOf(LOG, day('2018-07-01'))[1]?.withdrawn).not.toBeNull();
  });

  it('shows a notice in the version of that day, and none before it was published', () => {
    const own = LOG.filter((one) => one.number === 0 || one.number === 2);
    expect(noticeAsOf(own, day('2018-02-01'))).toBeNull();
    expect(noticeAsOf(own, day('2018-05-31'))?.revisions).toHaveLength(1);
    expect(noticeAsOf(own, day('2018-06-01'))).toEqual(foldNotice(own));
  });

  it('only ever adds events as days go on, and is today’s board in the end', () => {
    const days = fc
      .integer({ min: 0, max: 300 })
      .map((n) => day(new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        const [fewer, more] = [eventsAsOf(LOG, first), eventsAsOf(LOG, last)];
        expect(more.slice(0, fewer.length)).toEqual(fewer);
      }),
      { seed: 18 },
    );
    expect(boardAsOf(LOG, day('2018-12-31'))).toEqual(boardAsOf(LOG, day('2099-01-01')));
    expect(daysOf(LOG.map(({ acceptedAt }) => acceptedAt))).toHaveLength(4);
  });

  it('says what has become of the board since', () => {
    const since = boardSince(boardAsOf(LOG, day('2018-05-31')), boardAsOf(LOG, day('2018-12-31')));
    expect([since.added.length, since.corrected.length, since.withdrawn.length, since.same]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});
