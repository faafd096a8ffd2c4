/**
 * Review before publication, as far as the log must see to it: what is published with a review was submitted so, by that
 * person, and is published once. Rows derived from the office stream's events, one for each submission.
 */
import type { ContentOf } from '../../domain/event-types.ts';
import { publishedText, submittedText } from '../../domain/review/submitted.ts';
import { sha256Hex } from '../../log/hash.ts';
import { officeStream, type TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';
import type { SERVER_REFUSALS } from '../../sync/protocol.ts';
import type { CheckedEvent } from './check.ts';
import { knownRow } from './known-rows.ts';

interface Submission {
  author: string;
  /** SHA-256 of what was submitted, hex. */
  text: string;
  open: boolean;
}

type Refused = Extract<
  (typeof SERVER_REFUSALS)[number],
  'submission-unknown' | 'submission-closed' | 'not-as-submitted'
>;
export type ReviewRows = { ok: true; rows: Row[] } | { ok: false; code: Refused };

const NOTHING: ReviewRows = { ok: true, rows: [] };
const keyOf = (submission: string): string => `submission:${submission}`;

/** The submission that an event publishes, returns or takes back; null: it is about none. */
function about({ header, content }: CheckedEvent): string | null {
  const { type } = header;
  if (type === 'notice.published' || type === 'notice.corrected')
    return (content as ContentOf<'notice.published'>).review?.submission ?? null;
  if (type === 'submission.returned' || type === 'submission.taken-back')
    return (content as ContentOf<'submission.returned'>).submission;
  return null;
}

/** Why the event does not fit the submission as it stands; null: it does. */
function misfit({ header, content }: CheckedEvent, submission: Submission | null): Refused | null {
  if (!submission) return 'submission-unknown';
  if (!submission.open) return 'submission-closed';
  if (header.type === 'submission.returned') return null;
  if (header.type === 'submission.taken-back')
    return submission.author === header.author ? null : 'submission-unknown';
  const published = content as ContentOf<'notice.published'>;
  const same = submission.text === sha256Hex(publishedText(published));
  return same && submission.author === published.review?.drafter ? null : 'not-as-submitted';
}

/**
 * The rows that change when this event is taken in, or why it is not.
 * @param known rows already changed by events before it, not yet stored.
 */
export async function rowsForReview(
  store: LogStore,
  township: TownshipId,
  checked: CheckedEvent,
  known: readonly Row[],
): Promise<ReviewRows> {
  const { id, header, place, content } = checked;
  if (place.unit === null) return NOTHING;
  const stream = officeStream(township, place.unit);
  if (header.type === 'submission.made') {
    const text = sha256Hex(submittedText(content as ContentOf<'submission.made'>));
    const value: Submission = { author: header.author, text, open: true };
    return { ok: true, rows: [{ stream, key: keyOf(id), value }] };
  }
  const submission = about(checked);
  if (submission === null) return NOTHING;
  const key = keyOf(submission);
  const waiting = knownRow(known, stream, key);
  const found = (waiting?.value ?? (await store.row(stream, key)) ?? null) as Submission | null;
  const code = misfit(checked, found);
  if (code) return { ok: false, code };
  return { ok: true, rows: [{ stream, key, value: { ...found!, open: false } satisfies Submission }] };
}
