import { describe, expect, it } from 'vitest';
import type { LightNotice, Page } from '../../../../src/domain/board/board.ts';
import { applyToBoard } from '../../../../src/domain/board/board.ts';
import { evolveRunning } from '../../../../src/domain/board/running.ts';
import { DAY, hex, published } from '../samples.ts';

const LATER = '2026-11-30T02:00:00.000Z';

function page(number: number, part: Partial<LightNotice>): Page {
  const first = applyToBoard(new Map(), [published(number * 128)], () => undefined).changed.get(number)!;
  return { page: number, notices: first.notices.map((notice) => ({ ...notice, ...part })) };
}

const five = { days: 5, unit: 'working' as const };

describe('notices that a board shows whatever their age', () => {
  it('keeps what is pinned until its moment, by the time of the log', () => {
    const urgent = page(0, { urgentUntil: '2026-11-26T02:00:00.000Z' });
    const running = evolveRunning([], [urgent], DAY);
    expect(running).toEqual([
      { id: hex(1), page: 0, urgentUntil: '2026-11-26T02:00:00.000Z', publicity: false },
    ]);
    expect(evolveRunning(running, [], LATER)).toEqual([]);
  });

  it('keeps a publicity period until its result, or until the notice is withdrawn', () => {
    const running = evolveRunning([], [page(0, { publicity: five }), page(1, { publicity: five })], DAY);
    expect(running.map(({ page: at }) => at)).toEqual([0, 1]);
    const closed = page(0, { publicity: five, publicityClosed: true });
    expect(evolveRunning(running, [closed], LATER).map(({ page: at }) => at)).toEqual([1]);
    const withdrawn = page(1, { publicity: five, withdrawn: { acceptedAt: DAY, reason: '' } });
    expect(evolveRunning(running, [withdrawn], LATER).map(({ page: at }) => at)).toEqual([0]);
  });

  it('is the same when the pages come one by one', () => {
    const pages = [page(0, { publicity: five }), page(1, {}), page(2, { urgentUntil: LATER })];
    const byOne = pages.reduce((held, one) => evolveRunning(held, [one], DAY), evolveRunning([], [], DAY));
    expect(evolveRunning([], pages, DAY)).toEqual(byOne);
  });
});
