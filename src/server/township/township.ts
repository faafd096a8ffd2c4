/**
 * A township's log: takes events in. The heart of the server.
 *
 * ```
 * accept ── check each by itself (check.ts) ──┐          group commit: all requests that wait are taken in together,
 * accept ── check each by itself ─────────────┤ waiting  in order, by one plan (plan.ts), with one append for each
 * accept ── check each by itself ─────────────┘          stream that grows
 * ```
 * An append is a compare-and-swap on the stream's head. When another process was faster it is 'stale': the plan is made
 * again on what is there now, and events that the other has taken in get the numbers they have.
 * One bad event never stops the others, and an event that is in the log already is accepted again under its number.
 */
import type { Registry } from '../../domain/registry/registry.ts';
import type { SignedEvent } from '../../log/event.ts';
import { registryOf } from '../../log/stream.ts';
import { StorageError } from '../../store/log-store.ts';
import type { EventResult } from '../../sync/protocol.ts';
import { checkAuthor, checkContent, type CheckedEvent, type Checked } from './check.ts';
import { Plan, type Placed, type TownshipContext } from './plan.ts';
import { loadRegistry } from './registry-row.ts';

/** How often a plan is made again when other processes keep being faster. */
const MAX_ATTEMPTS = 20;

interface Waiting {
  events: CheckedEvent[];
  done: (placed: Map<string, Placed>) => void;
  failed: (error: unknown) => void;
}

export interface Observer {
  /** A stream has grown from one size to another; it is stored. */
  grown(stream: string, size: number, from: number): void;
  /** An event made the software fail; it was set aside. */
  fault(error: unknown): void;
}

export class Township {
  readonly context: TownshipContext;
  readonly #observer: Observer;
  readonly #waiting: Waiting[] = [];
  #registry: Registry | null = null;
  #working = false;

  constructor(context: TownshipContext, observer: Observer) {
    this.context = context;
    this.#observer = observer;
  }

  get id() {
    return this.context.id;
  }

  /** The registry at its head now. */
  async registry(): Promise<Registry> {
    const { store, id } = this.context;
    const size = (await store.head(registryOf(id)))?.size ?? 0;
    if (this.#registry?.size !== size) this.#registry = await loadRegistry(store, registryOf(id));
    return this.#registry;
  }

  /**
   * Takes events in, in their order. Each accepted one is on the disk when this resolves.
   * @returns one result for each event, in the same order.
   * @throws StorageError when nothing could be stored of at least one of them; another try is harmless.
   */
  async accept(events: SignedEvent[]): Promise<EventResult[]> {
    const checks = await Promise.all(events.map((event) => this.#check(event)));
    const good = checks.flatMap((check) => ('ok' in check && check.ok ? [check.checked] : []));
    const placed = good.length > 0 ? await this.#enqueue(good) : new Map<string, Placed>();
    return checks.map((check): EventResult => {
      if (!('ok' in check)) return check;
      if (!check.ok) return { id: check.id, status: 'rejected', code: check.code };
      const outcome = placed.get(check.checked.id);
      if (!outcome) throw new Error('township: an event was neither accepted nor rejected');
      return { id: check.checked.id, ...outcome };
    });
  }

  /** A result at once for what is in the log already, whatever has become of its author since. */
  async #check(event: SignedEvent): Promise<EventResult | Checked> {
    const author = await checkAuthor(event);
    if (!author.ok) return author;
    const found = await this.context.store.find(author.id);
    if (found) return { id: author.id, status: 'accepted', ...found };
    return checkContent(this.context.id, event, author);
  }

  #enqueue(events: CheckedEvent[]): Promise<Map<string, Placed>> {
    return new Promise((done, failed) => {
      this.#waiting.push({ events, done, failed });
      if (!this.#working) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      const placed = new Map<string, Placed>();
      let failure: { error: unknown } | null = null;
      try {
        await this.#takeIn(
          group.flatMap(({ events }) => events),
          placed,
        );
      } catch (error) {
        failure = { error };
      }
      for (const { events, done, failed } of group) {
        if (failure && !events.every(({ id }) => placed.has(id))) failed(failure.error);
        else done(placed);
      }
    }
    this.#working = false;
  }

  /** Places and stores; `placed` gets only what is stored or refused for good. */
  async #takeIn(events: CheckedEvent[], placed: Map<string, Placed>): Promise<void> {
    let left = events;
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt === MAX_ATTEMPTS) throw new Error('township: other writers were always faster');
      const plan = await Plan.start(this.context, this.#registry);
      const planned = new Map<string, Placed>();
      for (const event of left) {
        if (!planned.has(event.id)) planned.set(event.id, await this.#placeOne(plan, event));
      }
      const stored = await this.#store(plan);
      // A refusal leans on the registry as planned: it stands only when that is the registry now.
      const registryStands = stored.get(registryOf(this.context.id)) !== false;
      if (registryStands) this.#registry = plan.registry;
      for (const [id, outcome] of planned) {
        const stands = outcome.status === 'accepted' ? stored.get(outcome.stream) !== false : registryStands;
        if (stands) placed.set(id, outcome);
      }
      left = left.filter(({ id }) => !placed.has(id));
    }
  }

  async #placeOne(plan: Plan, event: CheckedEvent): Promise<Placed> {
    try {
      return await plan.place(event, event.header.stream);
    } catch (error) {
      if (error instanceof StorageError) throw error;
      this.#observer.fault(error);
      return { status: 'rejected', code: 'server-fault' };
    }
  }

  /** Stores what is planned. False for a stream whose append came too late; a stale registry stops those behind it. */
  async #store(plan: Plan): Promise<Map<string, boolean>> {
    const { store, id } = this.context;
    const appends = await plan.appends();
    const stored = new Map(appends.map(({ stream }) => [stream, false]));
    for (const append of appends) {
      const outcome = await store.append(append);
      stored.set(append.stream, outcome === 'stored');
      if (outcome === 'stored') this.#observer.grown(append.stream, append.head.size, append.from);
      else if (append.stream === registryOf(id)) break;
    }
    return stored;
  }
}
