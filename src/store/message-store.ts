/**
 * Text messages on their way, and the groups of people that they go to. Kept only at the server: telephone numbers are in no
 * log, no public stream and no answer of the server. Unlike the log this can be lost: what had not gone is then not sent.
 *
 * A message is one text for one receiver. No receiver is ever twice in the queue for the same revision of a notice.
 */

/**
 * - `waiting`: to be sent, not before `dueAt`.
 * - `sending`: given to the gateway, no answer yet. Written before it is given.
 * - `sent`: the gateway took all of it.
 * - `delivered`, `failed`: by the receiver's network, or refused by the gateway for good.
 * - `unsure`: the gateway may have it or not. Never sent again by itself.
 * - `expired`: it waited too long to be news, or the order was a mistake. `dry`: not sent, because this is a dry run.
 */
export const MESSAGE_STATES = [
  'waiting',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unsure',
  'expired',
  'dry',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];
export type MessageCounts = Record<MessageState, number>;

export interface Group {
  id: string;
  /** The unit that may use it; null: every unit. */
  unit: string | null;
  name: string;
}

export interface Receiver {
  /** Number of the row. */
  id: number;
  /** Eleven digits. */
  number: string;
  name: string;
}

/** An accepted wish to send, by the log. */
export interface Order {
  /** Id of the event. */
  id: string;
  stream: string;
  unit: string;
  notice: string;
  revision: string;
  text: string;
  /** As the sender is charged, for one receiver. */
  segments: number;
  groups: string[];
  /** ISO UTC. */
  acceptedAt: string;
}

/** Why nothing was queued for an order. */
export type OrderProblem = 'no-group' | 'nobody' | 'bad-text' | 'too-old';

/** What the log asks for: to send; or, the order having been a mistake, to send no more of it. */
export type Wish = { order: Order; problem: OrderProblem | null } | { cancelled: string };

export interface OrderStanding extends Omit<Order, 'text' | 'groups'> {
  problem: OrderProblem | null;
  /** Receivers who had this revision already by an earlier order. */
  repeated: number;
  counts: MessageCounts;
}

export interface QueuedMessage {
  id: number;
  order: string;
  number: string;
  text: string;
  segments: number;
  /** Parts that the gateway has taken. */
  partsTaken: number;
  /** Tries that ended with 'later'. */
  tries: number;
  /** Since when it waits to be sent, ms since 1970. */
  since: number;
}

/** What became of a try, to be kept. Times: ms since 1970. */
export type Progress =
  | { state: 'waiting'; dueAt: number; at: number; problem: string }
  | { state: 'sent' | 'failed' | 'unsure' | 'expired' | 'dry'; at: number; problem: string | null };

export type ReceiptState = 'delivered' | 'failed';

export interface MessageStore {
  /** All groups, with how many receivers each has. */
  groups(): (Group & { count: number })[];
  setGroup(group: Group): void;
  /** With its receivers. What waits already goes all the same. */
  deleteGroup(id: string): void;
  receivers(group: string): Receiver[];
  /** Adds these, or puts them in the place of all; a number that is there already gets the newer name. */
  addReceivers(group: string, receivers: Omit<Receiver, 'id'>[], how: 'add' | 'replace'): void;
  dropReceivers(group: string, ids: number[]): void;

  /** How much of a stream has been looked through for orders. */
  cursor(stream: string): number;
  /** Does what stands in a stream up to `size` and moves the cursor, in one transaction: all is done once, whatever crashes. */
  take(stream: string, size: number, wishes: Wish[]): void;

  /** Marks the next messages as being sent, as many as the day's limit of segments leaves; on the disk before it returns. */
  claim(at: { now: number; day: string }, most: number, limit: number): QueuedMessage[];
  /** Another part was taken by the gateway. A receipt that came before its answer is joined to it here. */
  partTaken(message: number, part: number, gatewayId: string): void;
  progress(message: number, progress: Progress): void;
  /** Nothing of a message left: its segments do not count against the day's limit. */
  refund(message: number, day: string): void;
  /** What was being sent when the process ended is 'unsure' from now on. @returns how many. */
  giveUpSending(now: number): number;
  /** A delivery report by one of the forms of the gateway's id. False: nobody knows this id yet; it is kept for a while. */
  receipt(gatewayIds: string[], state: ReceiptState, now: number): boolean;
  /** Failed, unsure and expired messages of an order wait again. @returns how many. */
  again(order: string, now: number): number;
  /** When the next waiting message is due, ms since 1970; null: none waits. */
  nextDue(): number | null;
  /** Segments given to the gateway on a day (`2026-11-24`). */
  segmentsOn(day: string): number;

  orders(of: { notice: string } | { latest: number }): OrderStanding[];
  /** Messages changed since a moment, ms since 1970, and all that wait. */
  countsSince(since: number): MessageCounts;
  /** Drops telephone numbers of messages that ended before this, and receipts that nobody knows. */
  forget(before: number): void;
  close(): void;
}
