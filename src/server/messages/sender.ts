/**
 * Empties the queue through the gateway, at its pace and within the day's limit. One step at a time, so that tests can drive
 * it by the clock.
 *
 * **Never twice, as far as the protocols allow.** A message is marked 'sending' on the disk before the gateway gets it, and
 * marked again with the answer. When the process or the line ends between the two, nobody here can know whether the gateway
 * has it: neither SMPP 3.4 nor plain HTTP can be asked. It is then 'unsure' and not sent again by itself; the office sees
 * how many, and may send them again by hand.
 */
import type { Logger } from 'pino';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { MessageStore, QueuedMessage } from '../../store/message-store.ts';
import type { Gateway, GatewayFault, Submitted } from './gateway.ts';
import type { MessageSettings } from './settings.ts';

export interface SenderContext {
  store: MessageStore;
  gateway: Gateway;
  settings: Omit<MessageSettings, 'gateway'>;
  /** Ms since 1970. */
  now: () => number;
  log: Logger;
}

/** The first pause of a gateway that takes nothing, and the longest; each is twice the one before. Ms. */
const PAUSE = { first: 5_000, longest: 600_000 };
/** The same for one message. */
const RETRY = { first: 30_000, longest: 3_600_000 };
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

/** How long to wait after a number of tries, ms. */
export const backOff = ({ first, longest }: typeof PAUSE, tries: number): number =>
  Math.min(longest, first * 2 ** Math.min(tries, 20));

/** The next midnight in Shanghai, which has no summer time. Ms since 1970. */
export const nextMidnight = (now: number): number => {
  const offset = 8 * HOUR_MS;
  return (Math.floor((now + offset) / (24 * HOUR_MS)) + 1) * 24 * HOUR_MS - offset;
};

export class Sender {
  readonly #context: SenderContext;
  #pauses = 0;
  #pausedUntil = 0;
  #fault: { code: GatewayFault; at: string } | null = null;

  constructor(context: SenderContext) {
    this.#context = context;
  }

  /** Why the gateway takes nothing at the moment, since when; null: it does. */
  get fault(): { code: GatewayFault; at: string } | null {
    return this.#fault;
  }

  /** Sends what may go now. @returns when to step again, ms since 1970; null: when there is something new. @throws StorageError */
  async step(): Promise<number | null> {
    const { store, settings, now } = this.#context;
    const start = now();
    if (start < this.#pausedUntil) return this.#pausedUntil;
    const at = { now: start, day: localDateOf(instantOf(start)) };
    const messages = store.claim(at, settings.perSecond, settings.dailyLimit);
    await Promise.all(messages.map((message) => this.#send(message)));
    if (now() < this.#pausedUntil) return this.#pausedUntil;
    const due = store.nextDue();
    if (due === null) return null;
    if (messages.length > 0) return Math.max(due, start + SECOND_MS);
    // Something is due, and nothing was given: the day's limit is used up.
    return due > start ? due : nextMidnight(start);
  }

  async #send(message: QueuedMessage): Promise<void> {
    const { store, settings, now } = this.#context;
    if (now() - message.since > settings.expireAfter) {
      store.progress(message.id, { state: 'expired', at: now(), problem: null });
      return this.#refund(message.id);
    }
    if (settings.dryRun) return store.progress(message.id, { state: 'dry', at: now(), problem: null });
    return this.#keep(message, await this.#submitParts(message));
  }

  /** The answer to the last part, or the first that was not 'taken'. */
  async #submitParts(message: QueuedMessage): Promise<Submitted> {
    const { store, gateway } = this.#context;
    const texts = gateway.partsOf(message.text);
    let last: Submitted = { status: 'refused', problem: 'empty' };
    for (let part = message.partsTaken + 1; part <= texts.length; part++) {
      last = await gateway.submit({
        key: `${message.order.slice(0, 16)}-${message.id}-${part}`,
        number: message.number,
        text: texts[part - 1]!,
        whole: message.text,
        reference: message.id % 65_536,
        part,
        parts: texts.length,
      });
      if (last.status !== 'taken') return last;
      store.partTaken(message.id, part, last.id);
    }
    return last;
  }

  #keep({ id, tries }: QueuedMessage, answer: Submitted): void {
    const { store, now } = this.#context;
    const at = now();
    switch (answer.status) {
      case 'taken':
        this.#pauses = 0;
        this.#fault = null;
        return store.progress(id, { state: 'sent', at, problem: null });
      case 'closed':
        this.#pause(answer.fault);
        store.progress(id, { state: 'waiting', at, dueAt: at, problem: answer.fault });
        return this.#refund(id);
      case 'later': {
        const dueAt = at + backOff(RETRY, tries);
        store.progress(id, { state: 'waiting', at, dueAt, problem: answer.problem });
        return this.#refund(id);
      }
      case 'refused':
        return store.progress(id, { state: 'failed', at, problem: answer.problem });
      case 'unsure':
        return store.progress(id, { state: 'unsure', at, problem: answer.problem });
    }
  }

  #refund(id: number): void {
    const { store, now } = this.#context;
    store.refund(id, localDateOf(instantOf(now())));
  }

  /** Several messages of one batch that find the gateway closed make one pause. */
  #pause(code: GatewayFault): void {
    const { now, log } = this.#context;
    if (now() < this.#pausedUntil) return;
    const wait = backOff(PAUSE, this.#pauses);
    this.#pauses += 1;
    this.#pausedUntil = now() + wait;
    this.#fault = { code, at: this.#fault?.code === code ? this.#fault.at : new Date(now()).toISOString() };
    log.warn({ code, waitMs: wait }, 'the gateway for text messages takes nothing');
  }
}
