/**
 * Sealed envelopes, as far as the log must know them: where those under one receipt code stand, with their answers, and
 * the proof that one stands in the log, for a device that may not read the stream. Rows derived from the events.
 */
import type { ContentOf } from '../../domain/event-types.ts';
import { toHex } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { inclusionProof } from '../../log/merkle.ts';
import type { TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';
import type { EnvelopeReceipt } from '../../sync/protocol.ts';
import type { Tiles } from '../tiles.ts';
import type { CheckedEvent } from './check.ts';
import { knownRow } from './known-rows.ts';

export interface Standing {
  stream: string;
  number: number;
}

/** What is handed in under one code, and what answers it: more than anybody needs, and no way to fill a disk. */
const MAX_UNDER_CODE = 100;

const place = (township: TownshipId): string => `${township}/envelopes`;
const byCode = (author: string): string => `by:${author}`;
const answersTo = (envelope: string): string => `to:${envelope}`;

async function standings(store: LogStore, township: TownshipId, key: string): Promise<Standing[]> {
  return ((await store.row(place(township), key)) as Standing[] | null | undefined) ?? [];
}

/** What was handed in by the key of a receipt code. */
export const handedIn = (store: LogStore, township: TownshipId, author: string): Promise<Standing[]> =>
  standings(store, township, byCode(author));
/** What answers an envelope. */
export const answersOf = (store: LogStore, township: TownshipId, envelope: string): Promise<Standing[]> =>
  standings(store, township, answersTo(envelope));

/**
 * The rows that change when this event is taken in; null: too much was handed in under this code.
 * @param known rows already changed by events before it, not yet stored.
 */
export async function rowsForEnvelope(
  store: LogStore,
  township: TownshipId,
  { header, content }: CheckedEvent,
  number: number,
  known: readonly Row[],
): Promise<Row[] | null> {
  if (header.type !== 'envelope.sealed' && header.type !== 'envelope.answered') return [];
  const key =
    header.type === 'envelope.sealed'
      ? byCode(header.author)
      : answersTo((content as ContentOf<'envelope.answered'>).envelope);
  const waiting = knownRow(known, place(township), key);
  const before = (waiting?.value as Standing[] | undefined) ?? (await standings(store, township, key));
  if (before.length >= MAX_UNDER_CODE) return null;
  return [{ stream: place(township), key, value: [...before, { stream: header.stream, number }] }];
}

/** The proof that an event stands in the log as it is now. @throws Error when it does not. */
export async function envelopeReceipt(
  store: LogStore,
  tiles: Tiles,
  { stream, number }: Standing,
): Promise<EnvelopeReceipt> {
  const head = await store.head(stream);
  const [entry] = await store.read(stream, number, number + 1);
  const leaf = entry && parseLeaf(entry.leaf);
  if (!head || !leaf) throw new Error(`log: no entry ${number}`);
  const proof = await inclusionProof(head.size, number, tiles.hashAt(stream, head.size));
  const { acceptedAt } = leaf;
  return { acceptedAt, checkpoint: head.checkpoint, proof: proof.map(toHex) };
}
