/**
 * Where a unit's public stream speaks of what residents said about a notice. Only places are kept beside the board: the
 * words are read from the log for each page, so that what was erased is nowhere else.
 */
import type { DomainEvent } from '../../domain/event.ts';
import { isTalkEvent } from '../../domain/talk/events.ts';
import {
  applyToTalk,
  type Comment,
  commentKey,
  NO_NOTICE_TALK,
  type NoticeTalk,
  noticeTalkKey,
} from '../../domain/talk/talk.ts';
import type { LogStore, Row } from '../../store/log-store.ts';

interface Places {
  fold: string;
  places: number[];
}

/** What is shown under a notice: the counts, and the answered comments in the order of their publication. */
export interface PublicTalk {
  talk: NoticeTalk;
  comments: Comment[];
}

const keyOf = (notice: string): string => `talk/${notice}`;

/** The notice that an event of talk is about; null: none. */
function noticeOf(event: DomainEvent): string | null {
  if (!isTalkEvent(event) || event.content === null) return null;
  return (event.content as { notice?: string }).notice ?? null;
}

/** Reads and renews the places of one stream. `fold`: version of the folds, others are not read. */
export class TalkPlaces {
  readonly #store: LogStore;
  readonly #fold: string;

  constructor(store: LogStore, fold: string) {
    this.#store = store;
    this.#fold = fold;
  }

  /** Places of the events about a notice, in log order. */
  async of(stream: string, notice: string): Promise<number[]> {
    const value = (await this.#store.row(stream, keyOf(notice))) as Places | undefined;
    return value?.fold === this.#fold ? value.places : [];
  }

  /** The rows that change with these events. What a row has already is not added twice. */
  async rows(stream: string, events: DomainEvent[]): Promise<Row[]> {
    const fresh = new Map<string, number[]>();
    for (const event of events) {
      const notice = noticeOf(event);
      if (notice !== null) fresh.set(notice, [...(fresh.get(notice) ?? []), event.number]);
    }
    return Promise.all(
      [...fresh].map(async ([notice, numbers]): Promise<Row> => {
        const places = [...new Set([...(await this.of(stream, notice)), ...numbers])];
        return { stream, key: keyOf(notice), value: { fold: this.#fold, places } satisfies Places };
      }),
    );
  }
}

/** What these events about a notice come to; null: nothing was said, or all of it was erased. */
export function publicTalk(notice: string, events: DomainEvent[]): PublicTalk | null {
  const { records } = applyToTalk(new Map(), events);
  const talk = (records.get(noticeTalkKey(notice)) as NoticeTalk | undefined) ?? NO_NOTICE_TALK;
  const comments = talk.answered.flatMap((envelope) => {
    const found = records.get(commentKey(envelope));
    return found?.what === 'comment' ? [found] : [];
  });
  return records.size === 0 ? null : { talk, comments };
}
