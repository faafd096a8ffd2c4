import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../../src/domain/board/board.ts';
import { unseenOf } from '../../../../src/domain/board/unseen.ts';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { corrected, hex, published, withdrawn } from '../samples.ts';

const at = (event: DomainEvent, acceptedAt: string): DomainEvent => ({ ...event, acceptedAt });
const BEFORE = '2026-11-20T02:00:00.000Z';
const SINCE = '2026-11-22T00:00:00.000Z';
const titles = (events: DomainEvent[], upTo: number): string[] =>
  unseenOf(boardOf(events), { upTo, since: SINCE }).map(({ title }) => title);

describe('what is new on a board that one follows', () => {
  it('is what was published after the last look, in the board’s order', () => {
    expect(titles([published(0), published(1), published(2)], 1)).toEqual(['公告 1', '公告 2']);
    expect(titles([published(0), published(1)], 2)).toEqual([]);
  });

  it('is not what was there before one followed, however late it comes to this device', () => {
    expect(titles([at(published(0), BEFORE), published(1)], 0)).toEqual(['公告 1']);
  });

  it('is no correction of an old notice, and nothing that was withdrawn', () => {
    const events = [
      published(0),
      published(1),
      corrected(2, hex(1), hex(1)),
      withdrawn(3, hex(2), hex(2)),
    ] as DomainEvent[];
    expect(titles(events, 1)).toEqual([]);
  });
});
