import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type Page, PAGE_SIZE, pageOf } from '../../../../src/domain/board/board.ts';
import {
  currentRevision,
  foldNotice,
  latestEventId,
  type NoticeEvent,
} from '../../../../src/domain/notice/notice.ts';
import { corrected, hex, published, withdrawn } from '../samples.ts';

/** A random but possible log: each change names some earlier notice, on its latest or an older event. */
const log = fc
  .array(fc.record({ kind: fc.integer({ min: 0, max: 5 }), which: fc.nat(), older: fc.boolean() }), {
    maxLength: 60,
  })
  .map((steps) => {
    const events: NoticeEvent[] = [];
    const notices: string[] = [];
    const latest = new Map<string, string>();
    steps.forEach(({ kind, which, older }, number) => {
      const target = notices[which % (notices.length || 1)];
      if (kind < 3 || target === undefined) {
        events.push(published(number));
        notices.push(hex(number + 1));
        latest.set(hex(number + 1), hex(number + 1));
        return;
      }
      const base = older ? target : (latest.get(target) ?? target);
      events.push(
        kind === 5 ? withdrawn(number, target, base) : corrected(number, target, base, `改 ${number}`),
      );
      latest.set(target, hex(number + 1));
    });
    return events;
  });

function board(events: NoticeEvent[], cuts: number[]): Map<number, Page> {
  const pages = new Map<number, Page>();
  const numbers = new Map(events.map((one) => [one.id, one.number]));
  let from = 0;
  for (const to of [...cuts, events.length]) {
    const run = events.slice(from, to);
    for (const [number, page] of applyToBoard(pages, run, (id) => numbers.get(id)).changed)
      pages.set(number, page);
    from = to;
  }
  return pages;
}

describe('the board', () => {
  it('is the same however the log arrives in runs', () => {
    fc.assert(
      fc.property(log, fc.array(fc.nat(60), { maxLength: 6 }), (events, cuts) => {
        const sorted = cuts.map((cut) => Math.min(cut, events.length)).sort((a, b) => a - b);
        expect(board(events, sorted)).toEqual(board(events, []));
      }),
      { seed: 812 },
    );
  });

  it('says the same as the whole history of each notice', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const light of [...board(events, []).values()].flatMap((page) => page.notices)) {
          const notice = foldNotice(light.history.map((number) => events[number] as NoticeEvent));
          if (!notice) throw new Error('a light notice without a history');
          expect(light.title).toBe(currentRevision(notice).content.title);
          expect(light.corrections).toBe(notice.revisions.length - 1);
          expect(light.withdrawn?.reason).toBe(notice.withdrawal?.reason);
          expect(light.conflict).toBe(notice.conflict);
          expect(light.latest).toBe(latestEventId(notice));
        }
      }),
      { seed: 813 },
    );
  });

  it('touches one page for a new notice, whatever the size of the board', () => {
    const number = 100 * PAGE_SIZE + 5;
    const { changed } = applyToBoard(new Map(), [published(number)], () => undefined);
    expect([...changed.keys()]).toEqual([pageOf(number)]);
  });

  it('sets aside a change of a notice that is not there', () => {
    const { changed, setAside } = applyToBoard(new Map(), [withdrawn(3, hex(99), hex(99))], () => undefined);
    expect(setAside).toBe(1);
    expect(changed.size).toBe(0);
  });
});

describe('a notice that a correction moves to another period', () => {
  const about = (event: NoticeEvent, period: string, acceptedAt: string): NoticeEvent =>
    ({ ...event, acceptedAt, content: { ...(event.content as object), period } }) as NoticeEvent;
  const first = about(published(0), '2026-09', '2026-10-05T02:00:00.000Z');
  const moves = (...periods: string[]): NoticeEvent[] => [
    first,
    ...periods.map((period, at) =>
      about(corrected(at + 1, first.id, hex(at + 1)), period, `2026-11-2${at}T02:00:00.000Z`),
    ),
  ];
  const light = (...periods: string[]) => board(moves(...periods), []).get(0)!.notices[0]!;

  it('tells it from the day of the correction, and which it told first', () => {
    expect(light('2026-10').moved).toMatchObject({
      from: { period: '2026-09' },
      acceptedAt: '2026-11-20T02:00:00.000Z',
    });
    // A later correction of something else changes nothing of that.
    expect(light('2026-10', '2026-10').moved?.acceptedAt).toBe('2026-11-20T02:00:00.000Z');
    expect(light('2026-10', '2026-11').moved?.acceptedAt).toBe('2026-11-21T02:00:00.000Z');
  });

  it('counts as at first when it is moved back', () => {
    expect(light('2026-10', '2026-09').moved).toBeUndefined();
    expect(light('2026-09').moved).toBeUndefined();
  });
});
