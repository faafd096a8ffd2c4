/**
 * Tells who listens that there is more. What is told is public: sizes of public streams, and which units' devices have
 * reported something new. Several changes within a moment are told at once.
 */
import { isPublicKind, parseStream } from '../log/stream.ts';
import { LIVE_HEARTBEAT_MS } from '../sync/protocol.ts';

/** Changes are gathered for this long, ms. */
const GATHER_MS = 50;
/** A listener that has not taken this many bytes is slow or gone. */
const MAX_WAITING_BYTES = 256 * 1024;
const MAX_LISTENERS = 8_192;

/** One connection; a subset of `http.ServerResponse`. */
export interface Listener {
  readonly writableLength: number;
  write(text: string): unknown;
  destroy(): unknown;
  end(): unknown;
}

const message = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export class LiveHub {
  readonly #listeners = new Set<Listener>();
  readonly #heads = new Map<string, number>();
  readonly #units = new Set<string>();
  readonly #heartbeat: NodeJS.Timeout;
  #gathering: NodeJS.Timeout | null = null;

  constructor() {
    this.#heartbeat = setInterval(() => this.#send(': still here\n\n'), LIVE_HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  get isFull(): boolean {
    return this.#listeners.size >= MAX_LISTENERS;
  }

  /** Adds a listener. `heads` is asked after it has been added, so that nothing falls between. */
  async add(listener: Listener, heads: () => Promise<Record<string, number>>): Promise<void> {
    this.#listeners.add(listener);
    listener.write('retry: 3000\n\n');
    listener.write(message('heads', await heads()));
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** A stream has grown. */
  grown(stream: string, size: number): void {
    const parts = parseStream(stream);
    // Of an office's or a desk's stream nobody learns more than that its unit's people may want to ask.
    if (parts && !isPublicKind(parts.kind)) return this.contacts(parts.unit!);
    this.#heads.set(stream, size);
    this.#gather();
  }

  /** Devices of a unit have reported something new. */
  contacts(unit: string): void {
    this.#units.add(unit);
    this.#gather();
  }

  /** Ends all connections. */
  close(): void {
    clearInterval(this.#heartbeat);
    if (this.#gathering) clearTimeout(this.#gathering);
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      const heads = this.#heads.size > 0 ? message('heads', Object.fromEntries(this.#heads)) : '';
      const units = this.#units.size > 0 ? message('contacts', { units: [...this.#units] }) : '';
      this.#heads.clear();
      this.#units.clear();
      this.#send(heads + units);
    }, GATHER_MS);
  }

  #send(text: string): void {
    for (const listener of this.#listeners) {
      if (listener.writableLength > MAX_WAITING_BYTES) {
        this.#listeners.delete(listener);
        listener.destroy();
      } else {
        listener.write(text);
      }
    }
  }
}
