/** The rows that the log keeps beside its events to take in the next ones: submissions, files to come, envelopes. */
import type { TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';
import type { CheckedEvent, Rejection } from './check.ts';
import { rowsForEnvelope } from './envelopes.ts';
import { rowsForFiles } from './expected-files.ts';
import { rowsForReview } from './submissions.ts';

export type DerivedRows = { ok: true; rows: Row[] } | { ok: false; code: Rejection };

/**
 * The rows that change when an event is taken in as number `number` of its stream, or why it is not.
 * @param known rows already changed by events before it, not yet stored.
 */
export async function derivedRows(
  store: LogStore,
  township: TownshipId,
  checked: CheckedEvent,
  number: number,
  known: readonly Row[],
): Promise<DerivedRows> {
  const review = await rowsForReview(store, township, checked, known);
  if (!review.ok) return review;
  const files = await rowsForFiles(store, township, checked.header, checked.place, known);
  const envelope = await rowsForEnvelope(store, township, checked, number, known);
  if (!envelope) return { ok: false, code: 'too-many-envelopes' };
  return { ok: true, rows: [...review.rows, ...files, ...envelope] };
}
