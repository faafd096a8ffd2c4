/** From verified events to the records of review and objections: small rows, one for each, found by their key. */
import type { DomainEvent } from '../../domain/event.ts';
import type { ContentOf } from '../../domain/event-types.ts';
import { applyToOffice, type OfficeRecord, touches } from '../../domain/review/queue.ts';
import type { Row } from '../../store/log-store.ts';

/** Where the fold finds a record as held so far. */
export type RecordLookup = (key: string) => Promise<OfficeRecord | null>;

/** Counts the office stream's events that could not be used. */
export const SET_ASIDE = 'set-aside';

/** The rows of an office stream that change with these events. */
export async function foldOffice(
  stream: string,
  events: DomainEvent[],
  lookup: RecordLookup,
): Promise<{ rows: Row[]; setAside: number }> {
  const held = new Map<string, OfficeRecord>();
  for (const key of new Set(events.flatMap((event) => touches(event) ?? []))) {
    const record = await lookup(key);
    if (record) held.set(key, record);
  }
  const { records, setAside } = applyToOffice(held, events);
  return { rows: [...records].map(([key, value]) => ({ stream, key, value })), setAside };
}

/** What became of a submission: the notice that published it, and the event by which it did. */
export interface Publication {
  notice: string;
  event: string;
}

export const publicationKey = (submission: string): string => `published:${submission}`;

/** Rows of the public stream: which submissions these events publish. */
export function publications(stream: string, events: DomainEvent[]): Row[] {
  return events.flatMap((event): Row[] => {
    if (event.content === null) return [];
    if (event.type !== 'notice.published' && event.type !== 'notice.corrected') return [];
    const { review, notice } = event.content as ContentOf<'notice.published'> & { notice?: string };
    if (!review) return [];
    const value: Publication = { notice: notice ?? event.id, event: event.id };
    return [{ stream, key: publicationKey(review.submission), value }];
  });
}
