/** Which items of the outbox go with a request, and what the township's answer says of them. */
import type { SignedEvent } from '../../log/event.ts';
import { keepProblem, markReceived } from '../../store/device/outbox.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { type EventResult, MAX_SYNC_EVENTS } from '../protocol.ts';
import type { Ports } from './ports.ts';

/** Bytes of texts in one request: what a bad link carries before it drops. The first item goes whatever its size. */
const MAX_BYTES = 256 * 1024;

/** Refusals that would hit every item of this device: nothing more is sent, and nothing is given up. */
const HITS_ALL = new Set(['revoked', 'not-enrolled']);
/** The same, of the author of what is carried: it says nothing of this device. */
const OF_AUTHOR = new Map([
  ['revoked', 'author-revoked'],
  ['not-enrolled', 'author-unknown'],
]);
/** The server's own trouble with an item; it is tried again. */
const PASSING = new Set(['server-fault']);

export const signedEvent = ({ header, sig, body }: OutboxRow): SignedEvent => ({ header, sig, body });

/** The first items that fit one request, in their order. */
export function nextItems(waiting: OutboxRow[]): OutboxRow[] {
  const items: OutboxRow[] = [];
  let bytes = 0;
  for (const row of waiting.slice(0, MAX_SYNC_EVENTS)) {
    bytes += 3 * row.body.length + row.header.length + row.sig.length;
    if (items.length > 0 && bytes > MAX_BYTES) break;
    items.push(row);
  }
  return items;
}

/** The code of a cause that hits every item, if the answer names one. What is carried for others does not count. */
export const causeForAll = (results: EventResult[], sent: OutboxRow[]): string | null => {
  const carried = new Set(sent.filter((row) => row.carried).map((row) => row.id));
  const found = results.find(
    (result) => result.status === 'rejected' && HITS_ALL.has(result.code) && !carried.has(result.id),
  );
  return found?.status === 'rejected' ? found.code : null;
};

/** Keeps what the township refused, each with its code. The items behind a refused one go on. */
export async function keepRefusals(
  { db, now }: Ports,
  sent: OutboxRow[],
  results: EventResult[],
): Promise<void> {
  const own = new Set(sent.map((row) => row.id));
  const carried = new Set(sent.filter((row) => row.carried).map((row) => row.id));
  const at = new Date(now()).toISOString();
  for (const result of results) {
    if (result.status !== 'rejected' || !own.has(result.id)) continue;
    const code = (carried.has(result.id) && OF_AUTHOR.get(result.code)) || result.code;
    const goesOn = HITS_ALL.has(code) || PASSING.has(code);
    await keepProblem(db, [result.id], { code, at }, !goesOn);
  }
}

/**
 * Receipts of items that were in the held log before they were made here (handed over by another device, or restored).
 * The server only says where to look: what counts is the id in the verified log.
 */
export async function findAccepted({ db, log }: Ports, results: EventResult[]): Promise<void> {
  for (const result of results) {
    if (result.status !== 'accepted') continue;
    const row = await db.outbox.where('id').equals(result.id).first();
    if (!row || row.phase === 'received' || row.phase === 'complete') continue;
    const number = await log.findIn(row.stream, row.id);
    const head = await log.head(row.stream);
    const [leaf] = number === null ? [] : (await log.readRun(row.stream, number, number + 1)).leaves;
    if (number === null || !head || !leaf) continue;
    const found = { id: row.id, number, acceptedAt: leaf.slice(0, leaf.indexOf(' ')) };
    await db.transaction('rw', db.outbox, () => markReceived(db, [found], head.size));
  }
}
