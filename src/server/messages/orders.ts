/**
 * From the log to the queue. Each public stream is read on from where it was left, and what was found is queued in the same
 * transaction that moves the cursor: whatever crashes, an accepted order is queued once.
 */
import type { ContentOf } from '../../domain/event-types.ts';
import { measureMessage } from '../../domain/forms/text-message.ts';
import { parseStream } from '../../log/stream.ts';
import type { Entry, LogStore } from '../../store/log-store.ts';
import type { MessageStore, Order, OrderProblem, Wish } from '../../store/message-store.ts';
import { domainEvent } from '../township/registry-row.ts';

export interface OrderContext {
  log: LogStore;
  messages: MessageStore;
  /** Ms since 1970. */
  now: number;
  /** An order older than this is no news any more, ms. */
  expireAfter: number;
}

/** Entries read at once. */
const PORTION = 512;

function problemOf(order: Order, { messages, now, expireAfter }: OrderContext): OrderProblem | null {
  if (now - Date.parse(order.acceptedAt) > expireAfter) return 'too-old';
  if (measureMessage(order.text).segments.length !== order.segments) return 'bad-text';
  const usable = new Set(
    messages
      .groups()
      .filter(({ unit }) => unit === null || unit === order.unit)
      .map(({ id }) => id),
  );
  // None of them is left out in silence: who chose two groups must not reach one.
  return order.groups.every((id) => usable.has(id)) ? null : 'no-group';
}

/** What one entry of the log asks for. */
function wishesOf(entry: Entry, number: number, stream: string, unit: string, context: OrderContext): Wish[] {
  const { id, type, content, acceptedAt } = domainEvent(entry, number);
  if (content === null) return [];
  if (type === 'outing.ended') {
    const { outing, mistake } = content as ContentOf<'outing.ended'>;
    return mistake ? [{ cancelled: outing }] : [];
  }
  if (type !== 'outing.made') return [];
  const { notice, revision, groups, note: text, segments } = content as ContentOf<'outing.made'>;
  if (!groups || segments === null) return [];
  const order = { id, stream, unit, notice, revision, text, segments, groups, acceptedAt };
  return [{ order, problem: problemOf(order, context) }];
}

/** Queues the orders of a stream that have not been looked at. @returns whether there were any. @throws StorageError */
export async function takeOrders(context: OrderContext, stream: string): Promise<boolean> {
  const { log, messages } = context;
  const unit = parseStream(stream)?.unit;
  if (!unit) return false;
  const size = (await log.head(stream))?.size ?? 0;
  let found = false;
  for (let from = messages.cursor(stream); from < size; from += PORTION) {
    const to = Math.min(size, from + PORTION);
    const entries = await log.read(stream, from, to);
    const wishes = entries.flatMap((entry, index) => wishesOf(entry, from + index, stream, unit, context));
    messages.take(stream, to, wishes);
    found ||= wishes.length > 0;
  }
  return found;
}
