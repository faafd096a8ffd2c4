/**
 * When contact is made: at the start, when the network or the screen comes back, when the server has news, after each
 * write to the outbox, and by a timer that waits longer after each failure. Contacts of one device follow one another.
 */
import type { ContactState } from './device.ts';
import { type LiveHandlers, type News, openLive } from './live.ts';
import type { Ports } from './ports.ts';

/** Time between two contacts when all is well, ms: with a live stream, and without. */
const POLL_WITH_LIVE_MS = 5 * 60_000;
const POLL_MS = 30_000;
/**
 * First wait after a failure, doubled each time up to the last, ms. Short, for it is only waited while somebody looks at
 * the screen, who should not look for long once the network is back; spread, so that a server that was down gets up.
 */
const FIRST_RETRY_MS = 1_500;
const LAST_RETRY_MS = 12_000;
/** Contacts caused by other devices' news are at least this far apart, ms. */
const NEWS_PAUSE_MS = 1_000;

export interface EngineParts {
  ports: Ports;
  /** One whole contact with its uploads; the state in which it left the device. Never throws. */
  contact: () => Promise<ContactState['state']>;
  /** Whether news concerns this device. */
  concerns: (news: News) => Promise<boolean>;
  /** What is done once at the start, before the first contact. */
  prepare: () => Promise<void>;
}

const FINE: ContactState['state'][] = ['connected', 'contradiction'];

export class Engine {
  readonly #parts: EngineParts;
  #started = false;
  #failures = 0;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #cancelTimer = (): void => {};
  #cancelNews: (() => void) | null = null;
  #closeLive: (() => void) | null = null;
  #isLive = false;
  #offs: (() => void)[] = [];
  #prepared: Promise<void> = Promise.resolve();

  constructor(parts: EngineParts) {
    this.#parts = parts;
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    const { page } = this.#parts.ports;
    this.#prepared = this.#parts.prepare();
    this.#offs = [page.onOnline(() => this.wake()), page.onVisible((visible) => this.#seen(visible))];
    if (page.visible()) this.#listen();
    this.wake();
  }

  /** Stops for good or until the next `start`; a contact that is under way ends first. */
  async stop(): Promise<void> {
    this.#started = false;
    for (const off of this.#offs) off();
    this.#offs = [];
    this.#cancelTimer();
    this.#hush();
    while (this.#running) await this.#running;
  }

  /** Makes contact soon, if the engine is running. */
  wake(): void {
    if (this.#started) void this.now();
  }

  /** Makes contact; resolves when a contact that began after this call has ended. */
  now(): Promise<void> {
    if (!this.#running) return this.#run();
    this.#next ??= this.#running.then(() => {
      this.#next = null;
      return this.#run();
    });
    return this.#next;
  }

  #run(): Promise<void> {
    this.#cancelTimer();
    this.#running = this.#contact();
    return this.#running;
  }

  async #contact(): Promise<void> {
    await this.#prepared;
    const state = await this.#parts.contact();
    this.#failures = FINE.includes(state) ? 0 : this.#failures + 1;
    this.#running = null;
    if (!this.#started) return;
    this.#schedule();
    if (this.#failures === 0) this.#listen();
  }

  #schedule(): void {
    const { ports } = this.#parts;
    this.#cancelTimer();
    if (ports.page.visible()) this.#cancelTimer = ports.timers.after(this.#wait(), () => this.wake());
  }

  /** Spread at random, so that many devices that lost the network together do not come back together. */
  #wait(): number {
    const chance = this.#parts.ports.random(1)[0]! / 256;
    if (this.#failures === 0) return (this.#isLive ? POLL_WITH_LIVE_MS : POLL_MS) * (0.75 + chance / 2);
    const longest = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(this.#failures - 1, 10));
    return longest * (0.5 + chance / 2);
  }

  #seen(visible: boolean): void {
    if (!visible) {
      this.#cancelTimer();
      this.#hush();
      return;
    }
    this.#listen();
    this.wake();
  }

  #hush(): void {
    this.#cancelNews?.();
    this.#cancelNews = null;
    this.#closeLive?.();
    this.#closeLive = null;
    this.#isLive = false;
  }

  #listen(): void {
    const { page } = this.#parts.ports;
    if (this.#closeLive || !this.#started || !page.visible()) return;
    const handlers: LiveHandlers = {
      onOpen: () => {
        this.#isLive = true;
        // What was missed while nobody listened.
        this.#soon();
      },
      onNews: (news) => void this.#heard(news),
      onDead: () => {
        const wasLive = this.#isLive;
        this.#isLive = false;
        this.#closeLive = null;
        // A contact that succeeds opens it again; one that fails tries again later. One that runs sets its own time.
        if (wasLive) this.wake();
        else if (!this.#running) this.#schedule();
      },
    };
    this.#closeLive = openLive(this.#parts.ports, handlers);
  }

  async #heard(news: News): Promise<void> {
    if (!(await this.#parts.concerns(news).catch(() => false))) return;
    if (news.kind === 'heads') this.wake();
    else this.#soon();
  }

  #soon(): void {
    if (this.#cancelNews || !this.#started) return;
    this.#cancelNews = this.#parts.ports.timers.after(NEWS_PAUSE_MS, () => {
      this.#cancelNews = null;
      this.wake();
    });
  }
}
