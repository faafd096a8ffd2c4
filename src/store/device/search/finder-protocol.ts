/**
 * What a screen asks the finder, and what comes back. Plain values only: they go to a worker and back as messages.
 * The finder keeps nothing of what it is asked.
 */
import type { LightNotice } from '../../../domain/board/board.ts';
import type { NoticeContent } from '../../../domain/notice/events.ts';
import type { OwnRow, Who } from '../../../domain/search/own-row.ts';

/** Each filter is off when it is null. */
export interface Question {
  typed: string;
  unit: string | null;
  /** Ids of catalogue entries. */
  entries: string[] | null;
  year: string | null;
}

export interface Found {
  unit: string;
  notice: LightNotice;
  /** It is found by its text alone: `excerpts` says where. */
  inText: boolean;
}

export interface Answer {
  /** All that were found. */
  count: number;
  /** The first of them: those found by title, then by subject, officer or unit, then by text; the newest first. */
  found: Found[];
  /** Ms that the search itself took. */
  took: number;
}

/** A piece of text for each notice found by its text; null: its words stand there, but not as they were asked. */
export type Excerpts = Record<string, string | null>;

/** A list in which somebody is. */
export interface OwnList {
  unit: string;
  notice: LightNotice;
  content: NoticeContent;
  rows: OwnRow[];
}

export interface Standing {
  /** Events that the index has looked at, and all there are. Until they are the same, texts are found in part. */
  done: number;
  size: number;
  notices: number;
  /** Years with notices, the latest first. */
  years: string[];
  /** Ids of units with notices here. */
  units: string[];
}

/** Commands: what each is given, and what it answers. */
export interface Commands {
  search: { given: { question: Question; limit: number }; answer: Answer };
  /** Of notices that `search` gave, by unit and id. */
  excerpts: { given: { typed: string; of: { unit: string; id: string }[] }; answer: Excerpts };
  /** Through all lists of a unit that are not withdrawn, the newest first. */
  lists: { given: { unit: string; who: Who }; answer: OwnList[] };
  /** The log has grown. Answers when the index has caught up. */
  refresh: { given: null; answer: Standing };
}
export type Command = keyof Commands;

export type Asked = { [C in Command]: { id: number; command: C; given: Commands[C]['given'] } }[Command];
export type Told =
  | { type: 'answer'; id: number; answer: Commands[Command]['answer'] }
  | { type: 'failed'; id: number }
  | { type: 'standing'; standing: Standing };
