/** Text messages, put together: orders from the log, the queue, the gateway, delivery reports. */
import type { Logger } from 'pino';
import { parseStream } from '../../log/stream.ts';
import type { LogStore } from '../../store/log-store.ts';
import type { MessageStore } from '../../store/message-store.ts';
import type { MessageMode } from '../../sync/messages-protocol.ts';
import { Serial } from '../serial.ts';
import { type Gateway, type GatewayFault, type OnReceipt, within } from './gateway.ts';
import { HttpGateway, receiptsIn } from './http-gateway.ts';
import { sameSecret } from './secret.ts';
import { takeOrders } from './orders.ts';
import { Sender } from './sender.ts';
import type { MessageSettings } from './settings.ts';
import { SmppGateway } from './smpp-gateway.ts';

export interface MessagesContext {
  log: LogStore;
  store: MessageStore;
  /** Null: there is no gateway. */
  settings: MessageSettings | null;
  /** Ms since 1970. */
  now: () => number;
  logger: Logger;
}

const DAY_MS = 86_400_000;
/** Telephone numbers of messages that ended are dropped after this, ms. */
const KEPT_MS = 30 * DAY_MS;
/** The longest wait of a timer, ms: the system's clock may be set meanwhile. */
const LONGEST_WAIT_MS = 60_000;
/** Wait for the gateway's answers when the server ends, ms. */
const CLOSE_MS = 4_000;
/** After a fault of the storage, ms. */
const AFTER_FAULT_MS = 30_000;

function gatewayOf({ gateway }: MessageSettings, now: () => number, onReceipt: OnReceipt): Gateway {
  if (gateway.kind === 'smpp') return new SmppGateway(gateway, onReceipt);
  return new HttpGateway(gateway, { fetch: globalThis.fetch, now, onReceipt });
}

export class Messages {
  readonly store: MessageStore;
  readonly settings: MessageSettings | null;
  readonly #context: MessagesContext;
  readonly #serial = new Serial();
  readonly #gateway: Gateway | null;
  readonly #sender: Sender | null;
  #timer: NodeJS.Timeout | undefined;
  #polls: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(context: MessagesContext) {
    const { settings, store, now, logger: log } = context;
    this.#context = context;
    this.store = store;
    this.settings = settings;
    const onReceipt: OnReceipt = ({ ids, state }) => void store.receipt(ids, state, now());
    this.#gateway = settings && gatewayOf(settings, now, onReceipt);
    this.#sender = settings && new Sender({ store, gateway: this.#gateway!, settings, now, log });
  }

  get mode(): MessageMode {
    if (!this.settings) return 'off';
    return this.settings.dryRun ? 'dry' : 'on';
  }

  get fault(): { code: GatewayFault; at: string } | null {
    return this.#sender?.fault ?? null;
  }

  /** Goes on where the last process ended. @throws StorageError */
  async start(): Promise<void> {
    const { settings, now, logger, log } = this.#context;
    if (!settings) return;
    this.store.forget(now() - KEPT_MS);
    const unsure = this.store.giveUpSending(now());
    if (unsure > 0) logger.warn({ unsure }, 'text messages that were being sent when the server ended');
    for (const { stream } of await log.heads()) this.grown(stream);
    const { gateway } = settings;
    const poll = gateway.kind === 'http' ? gateway.report.poll : null;
    if (poll && !settings.dryRun)
      this.#polls = setInterval(() => void this.#run(() => this.#gateway!.poll!()), poll.every);
    this.#wake(0);
  }

  /** A stream has grown: there may be orders in it. */
  grown(stream: string): void {
    const { log, now } = this.#context;
    const { settings } = this;
    if (!settings || parseStream(stream)?.kind !== 'public') return;
    void this.#run(async () => {
      const context = { log, messages: this.store, now: now(), expireAfter: settings.expireAfter };
      if (await takeOrders(context, stream)) this.#wake(0);
    });
  }

  /** Something else was queued: a reminder. */
  queued(): void {
    if (this.settings) this.#wake(0);
  }

  /** An order's failed and unsure messages wait again. @returns how many. @throws StorageError */
  again(order: string): number {
    const waiting = this.store.again(order, this.#context.now());
    if (waiting > 0) this.#wake(0);
    return waiting;
  }

  /** Delivery reports of an HTTP gateway. False: not by the right secret. @throws StorageError */
  report(secret: string, value: unknown): boolean {
    const gateway = this.settings?.gateway;
    const expected = gateway?.kind === 'http' ? gateway.report.secret : null;
    if (!gateway || gateway.kind !== 'http' || expected === null || !sameSecret(secret, expected))
      return false;
    for (const { ids, state } of receiptsIn(value, gateway))
      this.store.receipt(ids, state, this.#context.now());
    return true;
  }

  /** Resolves when what is under way now has ended. */
  idle(): Promise<void> {
    return this.#serial.run('work', async () => undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#polls);
    // An answer that is still to come is waited for a little: without it a message is unsure.
    await within(CLOSE_MS, this.idle());
    await this.#gateway?.close();
    await this.idle();
  }

  #wake(ms: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#run(() => this.#step()),
      Math.min(Math.max(ms, 0), LONGEST_WAIT_MS),
    );
  }

  async #step(): Promise<void> {
    const next = await this.#sender!.step();
    if (next !== null) this.#wake(next - this.#context.now());
  }

  /** One piece of work after another. A fault is logged, and the queue looked at again later. */
  #run(work: () => Promise<void>): Promise<void> {
    return this.#serial.run('work', async () => {
      try {
        if (!this.#closed) await work();
      } catch (error) {
        this.#context.logger.error({ err: error }, 'text messages');
        this.#wake(AFTER_FAULT_MS);
      }
    });
  }
}
