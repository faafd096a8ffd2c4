/** The notices that this device holds, as they are looked through: titles at hand, the rest by the index. */
import type { LightNotice, Page } from '../../../domain/board/board.ts';
import type { Bits } from '../../../domain/search/shard-reader.ts';
import { ShardReader } from '../../../domain/search/shard-reader.ts';
import { type Shard, SHARD_SIZE } from '../../../domain/search/shard.ts';
import type { Wanted } from '../../../domain/search/grams.ts';
import { plain } from '../../../domain/search/plain.ts';
import { localDateOf } from '../../../domain/time.ts';

/** A notice with what is compared of it at every letter. */
export interface Held {
  stream: string;
  unit: string;
  number: number;
  notice: LightNotice;
  /** As `plain` gives it. */
  title: string;
  /** Subject and officer. */
  beside: string;
  /** In which it was taken in, in Shanghai. */
  year: string;
}

interface Board {
  unit: string;
  notices: Map<number, Held>;
  shards: Map<number, ShardReader>;
}

export class HeldNotices {
  readonly #boards = new Map<string, Board>();
  #newestFirst: Held[] | null = null;

  #board(stream: string, unit: string): Board {
    const board = this.#boards.get(stream) ?? { unit, notices: new Map(), shards: new Map() };
    this.#boards.set(stream, board);
    return board;
  }

  setPage(stream: string, unit: string, { notices }: Page): void {
    const board = this.#board(stream, unit);
    for (const notice of notices) {
      const [number] = notice.history;
      board.notices.set(number, {
        stream,
        unit,
        number,
        notice,
        title: plain(notice.title),
        beside: plain(`${notice.entryName}\n${notice.officer}`),
        year: localDateOf(notice.acceptedAt).slice(0, 4),
      });
    }
    this.#newestFirst = null;
  }

  setShard(stream: string, unit: string, number: number, shard: Shard): void {
    this.#board(stream, unit).shards.set(number, new ShardReader(shard));
  }

  /** All of them; of one moment, the later in the log first. */
  newestFirst(): Held[] {
    this.#newestFirst ??= [...this.#boards.values()]
      .flatMap((board) => [...board.notices.values()])
      .sort((one, other) => {
        if (one.notice.acceptedAt === other.notice.acceptedAt) return other.number - one.number;
        return one.notice.acceptedAt < other.notice.acceptedAt ? 1 : -1;
      });
    return this.#newestFirst;
  }

  /** Which notices may have a word in their text: by stream and shard. */
  withWord(wanted: Wanted): Map<string, Map<number, Bits>> {
    const found = new Map<string, Map<number, Bits>>();
    for (const [stream, board] of this.#boards) {
      const bits = new Map<number, Bits>();
      for (const [number, reader] of board.shards) {
        const own = reader.find(wanted);
        if (own) bits.set(number, own);
      }
      if (bits.size > 0) found.set(stream, bits);
    }
    return found;
  }
}

/** Where a notice stands among the shards of its stream. */
export const shardPlace = (number: number): [shard: number, place: number] => [
  Math.floor(number / SHARD_SIZE),
  number % SHARD_SIZE,
];
