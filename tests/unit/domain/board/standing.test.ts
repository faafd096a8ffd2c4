import { describe, expect, it } from 'vitest';
import { isUrgent, recordOf, ruleOf, timeOf } from '../../../../src/domain/board/standing.ts';
import type { Notice, Revision } from '../../../../src/domain/notice/notice.ts';
import type { Outing } from '../../../../src/domain/outing/outing.ts';

const NOON = Date.parse('2026-11-24T04:00:00.000Z');

const sheet = (from: string, to: string | null = null): Outing => ({
  id: 'a',
  author: 'b',
  acceptedAt: from,
  notice: 'c',
  revision: 'c',
  form: 'paper',
  place: 'wall-1',
  at: from,
  photo: null,
  position: null,
  count: null,
  segments: null,
  note: '',
  ended: to === null ? null : { at: to, acceptedAt: to, reason: '', mistake: false },
});

describe('an urgent notice', () => {
  const notice = { urgentUntil: '2026-11-24T04:00:00.000Z', withdrawn: null };

  it('is pinned until its moment, and not after', () => {
    expect(isUrgent(notice, NOON - 1)).toBe(true);
    expect(isUrgent(notice, NOON)).toBe(false);
  });

  it('is not kept pinned by a clock that runs late', () => {
    expect(isUrgent(notice, timeOf(NOON - 86_400_000, '2026-11-24T05:00:00.000Z'))).toBe(false);
    expect(isUrgent(notice, timeOf(NOON - 1, null))).toBe(true);
  });

  it('is not pinned when it was withdrawn', () => {
    expect(isUrgent({ ...notice, withdrawn: { acceptedAt: '', reason: '' } }, NOON - 1)).toBe(false);
  });
});

const noticeWith = (outings: Outing[]): Pick<Notice, 'outings' | 'publicityResult' | 'revisions'> => ({
  outings,
  publicityResult: null,
  revisions: [{ number: 3 } as Revision],
});
const recordWith = (outings: Outing[]) => recordOf(noticeWith(outings), [], NOON);

describe('the record of a publicity period', () => {
  it('begins with the first sheet; loudspeaker and messages begin nothing', () => {
    expect(recordWith([{ ...sheet('2026-11-20T09:00:00+08:00'), form: 'broadcast' }]).upSince).toBeNull();
    expect(recordWith([sheet('2026-11-20T09:00:00+08:00')])).toEqual({
      upSince: '2026-11-20T01:00:00.000Z',
      gaps: [],
      resultPublishedAt: null,
    });
  });

  it('has a gap where no sheet hung, also when one covers another', () => {
    const { gaps } = recordWith([
      sheet('2026-11-20T01:00:00Z', '2026-11-21T01:00:00Z'),
      sheet('2026-11-20T02:00:00Z', '2026-11-20T03:00:00Z'),
      sheet('2026-11-22T01:00:00Z', '2026-11-23T01:00:00Z'),
    ]);
    expect(gaps.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: '2026-11-21T01:00:00.000Z', to: '2026-11-22T01:00:00.000Z' },
      { from: '2026-11-23T01:00:00.000Z', to: null },
    ]);
  });

  it('counts working days or all days as the notice says', () => {
    expect(ruleOf({ days: 7, unit: 'working' })).toMatchObject({ length: 7, unit: 'working-day' });
    expect(ruleOf({ days: 5, unit: 'calendar' }).unit).toBe('day');
  });
});
