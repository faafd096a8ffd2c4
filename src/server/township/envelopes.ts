/**
 * Sealed envelopes, as far as the log must know them: where those under one receipt code stand, with their answers, and
 * the proof that one stands in the log, for a device that may not read the stream. Rows derived from the events.
 */
import type { ContentOf } from '../../domain/event-types.ts';
import { toHex } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { type HashAt, inclusionProof } from '../../log/merkle.ts';
import { parseStream, type TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';
import type { EnvelopeAnswer, EnvelopeReceipt, EnvelopesResponse, EventResult } from '../../sync/protocol.ts';
import type { CheckedEvent } from './check.ts';
import { knownRow } from './known-rows.ts';

interface Standing {
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

/** Where a proof takes its hashes from: a stream's tree of the first `size` events. */
export interface Trees {
  hashAt(stream: string, size: number): HashAt;
}

/** The proof that an event stands in the log as it is now. @throws Error when it does not. */
async function envelopeReceipt(
  store: LogStore,
  trees: Trees,
  { stream, number }: Standing,
): Promise<EnvelopeReceipt> {
  const head = await store.head(stream);
  const [entry] = await store.read(stream, number, number + 1);
  const leaf = entry && parseLeaf(entry.leaf);
  if (!head || !leaf) throw new Error(`log: no entry ${number}`);
  const proof = await inclusionProof(head.size, number, trees.hashAt(stream, head.size));
  const { acceptedAt } = leaf;
  return { acceptedAt, checkpoint: head.checkpoint, proof: proof.map(toHex) };
}

/** Envelopes are proved to whoever handed them in: he may not read the stream in which they stand. */
export const withReceipts = (store: LogStore, trees: Trees, results: EventResult[]): Promise<EventResult[]> =>
  Promise.all(
    results.map(async (result) => {
      const kind = result.status === 'accepted' ? parseStream(result.stream)?.kind : undefined;
      if (result.status !== 'accepted' || (kind !== 'desk' && kind !== 'box')) return result;
      return { ...result, receipt: await envelopeReceipt(store, trees, result) };
    }),
  );

/** What was handed in by the key of a receipt code, with the answers. Nothing handed in and a wrong code look the same. */
export async function envelopesUnder(
  store: LogStore,
  township: TownshipId,
  key: string,
): Promise<EnvelopesResponse> {
  const entry = async ({ stream, number }: Standing) => {
    const [one] = await store.read(stream, number, number + 1);
    return one
      ? { id: one.id, answer: { number, leaf: one.leaf, body: one.body } satisfies EnvelopeAnswer }
      : null;
  };
  const envelopes: EnvelopesResponse['envelopes'] = [];
  for (const { stream, number } of await standings(store, township, byCode(key))) {
    const own = await entry({ stream, number });
    if (!own) continue;
    const answers = await Promise.all(
      (await standings(store, township, answersTo(own.id))).map((one) => entry(one)),
    );
    envelopes.push({
      stream,
      number,
      leaf: own.answer.leaf,
      answers: answers.flatMap((one) => (one ? [one.answer] : [])),
    });
  }
  return { v: 1, envelopes };
}
