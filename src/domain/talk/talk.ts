/** What was said about notices and answered, folded from a unit's public stream into small records. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import { isTalkEvent, type Refusal } from './events.ts';

interface Decided {
  author: string;
  acceptedAt: string;
}

export interface Answered extends Decided {
  is: 'answered';
  text: string;
  name: string;
  answer: string;
  /** How often the answer was corrected; `author` and `acceptedAt` are of the last one. */
  corrections: number;
}

export interface Refused extends Decided {
  is: 'refused';
  reason: Refusal;
  /** It had been shown before. */
  takenDown: boolean;
}

export interface Comment {
  what: 'comment';
  envelope: string;
  notice: string;
  /** When the desk received it, as the unit signed it; null: not known. */
  arrived: LocalDate | null;
  /** The day of the first decision. */
  decidedOn: LocalDate;
  decision: Answered | Refused;
}

export type RefusedCounts = Partial<Record<Refusal, number>>;

/** What a unit signed of its own counting. */
type Counted<Type extends 'comment.clear-counted' | 'comment.counted'> = Omit<ContentOf<Type>, 'notice'> &
  Decided;

export interface NoticeTalk {
  what: 'notice';
  /** Envelopes that are shown, in the order of their publication. */
  answered: string[];
  refused: RefusedCounts;
  clear: Counted<'comment.clear-counted'> | null;
}

export interface UnitTalk {
  what: 'unit';
  answered: number;
  refused: RefusedCounts;
  counted: Counted<'comment.counted'> | null;
}

export type TalkRecord = Comment | NoticeTalk | UnitTalk;

/** Names of the records among the rows of the public stream. */
export const UNIT_TALK = 'talk';
export const noticeTalkKey = (notice: string): string => `talk:${notice}`;
export const commentKey = (envelope: string): string => `comment:${envelope}`;

export const NO_NOTICE_TALK: NoticeTalk = { what: 'notice', answered: [], refused: {}, clear: null };
export const NO_UNIT_TALK: UnitTalk = { what: 'unit', answered: 0, refused: {}, counted: null };

/** The records that an event may change. */
export function touchedTalk(event: DomainEvent): string[] {
  if (!isTalkEvent(event) || event.content === null) return [];
  const { notice, envelope } = event.content as { notice?: string; envelope?: string };
  return [
    UNIT_TALK,
    ...(notice === undefined ? [] : [noticeTalkKey(notice)]),
    ...(envelope === undefined ? [] : [commentKey(envelope)]),
  ];
}

const signed = ({ author, acceptedAt }: DomainEvent): Decided => ({ author, acceptedAt });

/** The first decision is the answer that was waited for, whatever is decided later. */
const days = (
  before: Comment | null,
  { acceptedAt }: DomainEvent,
  arrived: string | undefined,
): Pick<Comment, 'arrived' | 'decidedOn'> => ({
  arrived: before?.arrived ?? ((arrived ?? null) as LocalDate | null),
  decidedOn: before?.decidedOn ?? localDateOf(acceptedAt),
});

function published(before: Comment | null, event: DomainEvent): Comment | null {
  if (before?.decision.is === 'answered') return null;
  const { notice, envelope, text, name, answer, arrived } = event.content as ContentOf<'comment.published'>;
  const decision: Answered = { is: 'answered', text, name, answer, corrections: 0, ...signed(event) };
  return { what: 'comment', envelope, notice, ...days(before, event, arrived), decision };
}

function refused(before: Comment | null, event: DomainEvent): Comment | null {
  const { notice, envelope, reason, arrived } = event.content as ContentOf<'comment.refused'>;
  if (before?.decision.is === 'refused') return null;
  const decision: Refused = { is: 'refused', reason, takenDown: before !== null, ...signed(event) };
  return { what: 'comment', envelope, notice, ...days(before, event, arrived), decision };
}

function corrected(before: Comment | null, event: DomainEvent): Comment | null {
  if (before?.decision.is !== 'answered') return null;
  const { answer } = event.content as ContentOf<'comment.answer-corrected'>;
  const corrections = before.decision.corrections + 1;
  return { ...before, decision: { ...before.decision, answer, corrections, ...signed(event) } };
}

/** A comment after a decision; null: the decision changes nothing. */
function decided(before: Comment | null, event: DomainEvent): Comment | null {
  if (event.type === 'comment.published') return published(before, event);
  return event.type === 'comment.refused' ? refused(before, event) : corrected(before, event);
}

const add = (counts: RefusedCounts, reason: Refusal, by: 1 | -1): RefusedCounts => ({
  ...counts,
  [reason]: (counts[reason] ?? 0) + by,
});

/** Counts a comment in (1) or out (-1). */
function counted(counts: RefusedCounts, comment: Comment | null, by: 1 | -1): RefusedCounts {
  return comment?.decision.is === 'refused' ? add(counts, comment.decision.reason, by) : counts;
}

function ofNotice(talk: NoticeTalk, before: Comment | null, after: Comment): NoticeTalk {
  const others = talk.answered.filter((envelope) => envelope !== after.envelope);
  const isShown = after.decision.is === 'answered';
  const stays = isShown && before?.decision.is === 'answered';
  return {
    ...talk,
    answered: stays ? talk.answered : isShown ? [...others, after.envelope] : others,
    refused: counted(counted(talk.refused, before, -1), after, 1),
  };
}

function ofUnit(talk: UnitTalk, before: Comment | null, after: Comment): UnitTalk {
  const one = (comment: Comment | null): number => (comment?.decision.is === 'answered' ? 1 : 0);
  return {
    ...talk,
    answered: talk.answered + one(after) - one(before),
    refused: counted(counted(talk.refused, before, -1), after, 1),
  };
}

/** A count of what arrived earlier than what is counted already changes nothing. */
const isNewer = (before: { upTo: number } | null, upTo: number): boolean => !before || upTo >= before.upTo;

interface Records {
  get<Value extends TalkRecord>(key: string, otherwise: Value): Value;
  find(key: string): TalkRecord | null;
  put(key: string, record: TalkRecord): void;
}

function applyCount(records: Records, event: DomainEvent): void {
  if (event.type === 'comment.counted') {
    const count = event.content as ContentOf<'comment.counted'>;
    const talk = records.get(UNIT_TALK, NO_UNIT_TALK);
    if (isNewer(talk.counted, count.upTo))
      records.put(UNIT_TALK, { ...talk, counted: { ...count, ...signed(event) } });
    return;
  }
  const { notice, ...count } = event.content as ContentOf<'comment.clear-counted'>;
  const talk = records.get(noticeTalkKey(notice), NO_NOTICE_TALK);
  if (isNewer(talk.clear, count.upTo))
    records.put(noticeTalkKey(notice), { ...talk, clear: { ...count, ...signed(event) } });
}

function applyDecision(records: Records, event: DomainEvent): boolean {
  const { envelope, notice } = event.content as { envelope: string; notice: string };
  const key = commentKey(envelope);
  const before = records.find(key) as Comment | null;
  if (before && before.notice !== notice) return false;
  const after = decided(before, event);
  if (!after) return before !== null;
  records.put(key, after);
  const ofIt = noticeTalkKey(notice);
  records.put(ofIt, ofNotice(records.get(ofIt, NO_NOTICE_TALK), before, after));
  records.put(UNIT_TALK, ofUnit(records.get(UNIT_TALK, NO_UNIT_TALK), before, after));
  return true;
}

/**
 * Applies a run of events, in log order.
 * @param held the records that the events touch (`touchedTalk`), as kept so far. Not changed.
 * @returns the records that changed, by key, and how many of these events made no sense (a correction of nothing).
 */
export function applyToTalk(
  held: ReadonlyMap<string, TalkRecord>,
  events: DomainEvent[],
): { records: Map<string, TalkRecord>; setAside: number } {
  const changed = new Map<string, TalkRecord>();
  const find = (key: string): TalkRecord | null => changed.get(key) ?? held.get(key) ?? null;
  const records: Records = {
    find,
    get: <Value extends TalkRecord>(key: string, otherwise: Value) =>
      (find(key) as Value | null) ?? otherwise,
    put: (key, record) => void changed.set(key, record),
  };
  let setAside = 0;
  for (const event of events) {
    if (!isTalkEvent(event) || event.content === null) continue;
    if (event.type === 'comment.counted' || event.type === 'comment.clear-counted')
      applyCount(records, event);
    else if (!applyDecision(records, event)) setAside += 1;
  }
  return { records: changed, setAside };
}

/** How many were not shown, whatever the reason. */
export const refusedInAll = (counts: RefusedCounts): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);
