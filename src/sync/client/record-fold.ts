/** From verified events to records of reviews, objections, envelopes and comments: small rows found by their key. */
import { type Envelope, envelopeKey, envelopeOf, evolveEnvelope } from '../../domain/desk/inbox.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { ContentOf } from '../../domain/event-types.ts';
import type { InspectionRecord } from '../../domain/inspection/records.ts';
import { isCaseEvent } from '../../domain/request/events.ts';
import { caseOf, type CaseRecord, evolveCase } from '../../domain/request/record.ts';
import { applyToOffice, type OfficeRecord, touches } from '../../domain/review/queue.ts';
import { isTalkEvent } from '../../domain/talk/events.ts';
import type { TalkRecord } from '../../domain/talk/talk.ts';
import type { StreamKind } from '../../log/stream.ts';
import type { Row } from '../../store/log-store.ts';

/** Where a fold finds a record as held so far. */
export type RecordLookup = <Value>(key: string) => Promise<Value | null>;

/** The rows of a stream that change with these events, and how many events could not be used. */
export type RecordFold = (
  stream: string,
  events: DomainEvent[],
  lookup: RecordLookup,
) => Promise<{ rows: Row[]; setAside: number }>;

/** Counts the events of a stream that could not be used. */
export const SET_ASIDE = 'set-aside';

async function heldRecords<Value>(
  keys: (string | null)[],
  lookup: RecordLookup,
): Promise<Map<string, Value>> {
  const held = new Map<string, Value>();
  for (const key of new Set(keys)) {
    const record = key === null ? null : await lookup<Value>(key);
    if (key !== null && record) held.set(key, record);
  }
  return held;
}

/** An office stream: submissions, objections. */
const foldOffice: RecordFold = async (stream, events, lookup) => {
  const held = await heldRecords<OfficeRecord>(events.map(touches), lookup);
  const { records, setAside } = applyToOffice(held, events);
  return { rows: [...records].map(([key, value]) => ({ stream, key, value })), setAside };
};

/** An inspection stream: rounds and findings. Loaded where there are any. */
const foldInspection: RecordFold = async (stream, events, lookup) => {
  const { applyToInspection, touchesInspection } = await import('../../domain/inspection/records.ts');
  const held = await heldRecords<InspectionRecord>(events.map(touchesInspection), lookup);
  const { records, setAside } = applyToInspection(held, events);
  return { rows: [...records].map(([key, value]) => ({ stream, key, value })), setAside };
};

type DeskRecord = Envelope | CaseRecord;
const deskRecordOf = (event: DomainEvent): string | null => caseOf(event) ?? envelopeOf(event);

/** A desk's stream: envelopes and their answers, and the course of requests. */
const foldDesk: RecordFold = async (stream, events, lookup) => {
  const held = await heldRecords<DeskRecord>(events.map(deskRecordOf), lookup);
  const records = new Map<string, DeskRecord>();
  let setAside = 0;
  for (const event of events) {
    const key = deskRecordOf(event) ?? envelopeKey(event.id);
    const before = records.get(key) ?? held.get(key) ?? null;
    const evolve = (): DeskRecord | null =>
      isCaseEvent(event.type)
        ? evolveCase(before as CaseRecord | null, event)
        : evolveEnvelope(before as Envelope | null, event);
    const next = event.content === null ? null : evolve();
    if (next) records.set(key, next);
    else setAside += 1;
  }
  return { rows: [...records].map(([key, value]) => ({ stream, key, value })), setAside };
};

/** How each kind of stream is folded that is nothing but records; the registry and boards have views of their own. */
export const RECORD_FOLDS: Record<Exclude<StreamKind, 'registry' | 'public'>, RecordFold> = {
  office: foldOffice,
  desk: foldDesk,
  box: foldDesk,
  inspection: foldInspection,
};

/** What a public stream says of comments, beside its notices; events of other kinds are passed over. */
export const foldTalk: RecordFold = async (stream, events, lookup) => {
  if (!events.some(isTalkEvent)) return { rows: [], setAside: 0 };
  // Loaded where somebody has said something: a board needs little script.
  const { applyToTalk, touchedTalk } = await import('../../domain/talk/talk.ts');
  const held = await heldRecords<TalkRecord>(events.flatMap(touchedTalk), lookup);
  const { records, setAside } = applyToTalk(held, events);
  return { rows: [...records].map(([key, value]) => ({ stream, key, value })), setAside };
};

/** What became of a submission: the notice that published it, and the event by which it did. */
export interface Publication {
  notice: string;
  event: string;
}

export const publicationKey = (submission: string): string => `published:${submission}`;

/** Before the day in the keys of what tablets reported of their screens. */
export const DISPLAY_ROWS = 'display:';

/** A day as a tablet reported it. */
function displayRow(stream: string, event: DomainEvent): Row {
  const { day, spans } = event.content as ContentOf<'display.reported'>;
  const value: DisplayedDay = { tablet: event.author, day, spans, own: false };
  return { stream, key: `${DISPLAY_ROWS}${day}:${event.number}`, value };
}

/** Rows of the public stream beside its pages: which submissions these events publish, and what tablets reported. */
export function publications(stream: string, events: DomainEvent[]): Row[] {
  return events.flatMap((event): Row[] => {
    if (event.content === null) return [];
    if (event.type === 'display.reported') return [displayRow(stream, event)];
    if (event.type !== 'notice.published' && event.type !== 'notice.corrected') return [];
    const { review, notice } = event.content as ContentOf<'notice.published'> & { notice?: string };
    if (!review) return [];
    const value: Publication = { notice: notice ?? event.id, event: event.id };
    return [{ stream, key: publicationKey(review.submission), value }];
  });
}
