/**
 * What waits for review, and the objections, folded from a unit's office stream. Each submission and each objection is a
 * small record of its own, so that one more event touches one record however many there are. A submission's words are
 * read from the log by its number.
 */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import type { LessonFinished } from '../lesson/events.ts';
import type { TypedFigures } from '../report/typed.ts';

export interface Said {
  author: string;
  acceptedAt: string;
}

export interface Submission extends Said {
  what: 'submission';
  /** Event id, and its place in the office stream. */
  id: string;
  number: number;
  at: string;
  title: string;
  entry: string;
  entryName: string;
  kind: string;
  /** The notice that it would change; null for a new one. */
  changes: string | null;
  /** The returned submission that it mends. */
  mends: string | null;
  /** Whether another submission mends this one. */
  mended: boolean;
  returned: (Said & { comment: string }) | null;
  takenBack: boolean;
}

export interface Objection extends Said {
  what: 'objection';
  id: string;
  at: string;
  notice: string;
  name: string;
  contact: string;
  text: string;
  /** The sealed envelope from which it was taken down; null: it was said at the counter. */
  envelope: string | null;
  answer: (Said & { upheld: boolean; text: string }) | null;
}

/** Why personal data was shown in the clear. */
export interface Lifted extends Said {
  what: 'lifted';
  about: string;
  lifted: ContentOf<'mask.lifted'>['lifted'];
}

/** A unit does not agree with what its scorecard says of something. */
export interface ScoreObjection extends Said {
  what: 'score';
  id: string;
  at: string;
  /** Key of the item that it is about (score/events.ts). */
  item: string;
  reason: string;
  answer: (Said & { upheld: boolean; text: string }) | null;
}

/** Figures of an annual report that no record can say. */
export interface TypedRecord extends Said {
  what: 'typed';
  year: number;
  figures: TypedFigures;
}

/** Somebody has finished a lesson in practice mode. */
export interface LessonRecord extends Said, LessonFinished {
  what: 'lesson';
}

export type OfficeRecord = Submission | Objection | Lifted | ScoreObjection | TypedRecord | LessonRecord;

/** The key under which a record is kept: what it is, and the id of the event that began it. */
export const recordKey = (what: OfficeRecord['what'], id: string): string => `${what}:${id}`;

/** The record that an event changes, beside the one that it begins; null: none. */
export function touches(event: DomainEvent): string | null {
  const content = event.content as Record<string, string> | null;
  if (!content) return null;
  if (event.type === 'submission.made')
    return content['mends'] ? recordKey('submission', content['mends']) : null;
  if (event.type === 'submission.returned' || event.type === 'submission.taken-back')
    return recordKey('submission', content['submission'] ?? '');
  if (event.type === 'score.answered') return recordKey('score', content['objection'] ?? '');
  return event.type === 'objection.answered' ? recordKey('objection', content['objection'] ?? '') : null;
}

const said = ({ author, acceptedAt }: DomainEvent): Said => ({ author, acceptedAt });

function begun(event: DomainEvent): OfficeRecord | null {
  const { id, number, at } = event;
  if (event.type === 'submission.made') {
    const { notice, change, mends } = event.content as ContentOf<'submission.made'>;
    const { title, entry, kind } = notice;
    const about = { title, entry: entry.id, entryName: entry.name, kind };
    const rest = { changes: change?.notice ?? null, mends, mended: false, returned: null, takenBack: false };
    return { what: 'submission', id, number, at, ...said(event), ...about, ...rest };
  }
  if (event.type === 'objection.made') {
    const content = event.content as ContentOf<'objection.made'>;
    return {
      what: 'objection',
      id,
      at,
      ...said(event),
      ...content,
      envelope: content.envelope ?? null,
      answer: null,
    };
  }
  if (event.type === 'score.objected') {
    const content = event.content as ContentOf<'score.objected'>;
    return { what: 'score', id, at, ...said(event), ...content, answer: null };
  }
  if (event.type === 'report.figures-typed')
    return { what: 'typed', ...said(event), ...(event.content as ContentOf<'report.figures-typed'>) };
  if (event.type === 'lesson.finished')
    return { what: 'lesson', ...said(event), ...(event.content as ContentOf<'lesson.finished'>) };
  if (event.type === 'mask.lifted')
    return { what: 'lifted', ...said(event), ...(event.content as ContentOf<'mask.lifted'>) };
  return null;
}

function changed(record: OfficeRecord | null, event: DomainEvent): OfficeRecord | null {
  if (record?.what === 'score' && event.type === 'score.answered') {
    const { upheld, answer: text } = event.content as ContentOf<'score.answered'>;
    return record.answer ? null : { ...record, answer: { ...said(event), upheld, text } };
  }
  if (record?.what === 'objection' && event.type === 'objection.answered') {
    const { upheld, answer: text } = event.content as ContentOf<'objection.answered'>;
    return record.answer ? null : { ...record, answer: { ...said(event), upheld, text } };
  }
  if (record?.what !== 'submission') return null;
  if (event.type === 'submission.made') return { ...record, mended: true };
  if (record.takenBack || record.returned) return null;
  if (event.type === 'submission.taken-back') return { ...record, takenBack: true };
  const { comment } = event.content as ContentOf<'submission.returned'>;
  return { ...record, returned: { ...said(event), comment } };
}

/**
 * Applies a run of events, in log order.
 * @param held the records that the events touch (`touches`), as kept so far. Not changed.
 * @returns the records that changed or began, by key, and how many events made no sense at their place.
 */
export function applyToOffice(
  held: ReadonlyMap<string, OfficeRecord>,
  events: DomainEvent[],
): { records: Map<string, OfficeRecord>; setAside: number } {
  const records = new Map<string, OfficeRecord>();
  let setAside = 0;
  for (const event of events) {
    const first = event.content === null ? null : begun(event);
    if (first) records.set(recordKey(first.what, event.id), first);
    const key = touches(event);
    const next = key === null ? null : changed(records.get(key) ?? held.get(key) ?? null, event);
    if (key !== null && next) records.set(key, next);
    if (!first && !next) setAside += 1;
  }
  return { records, setAside };
}

/** Each objection once: two people without a network may take the same envelope down. The answered one counts, else the first. */
export function uniqueObjections(objections: Objection[]): Objection[] {
  const inOrder = [...objections].sort((one, other) => (one.acceptedAt < other.acceptedAt ? -1 : 1));
  const best = new Map<string, Objection>();
  for (const one of inOrder) {
    if (one.envelope === null) continue;
    const held = best.get(one.envelope);
    if (!held || (held.answer === null && one.answer !== null)) best.set(one.envelope, one);
  }
  return objections.filter((one) => one.envelope === null || best.get(one.envelope) === one);
}

/**
 * Where a submission stands.
 * @param published whether a published revision names it.
 */
export function submissionState(
  submission: Submission,
  published: boolean,
): 'published' | 'taken-back' | 'returned' | 'waiting' {
  if (published) return 'published';
  if (submission.takenBack) return 'taken-back';
  return submission.returned ? 'returned' : 'waiting';
}
