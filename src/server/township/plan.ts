/**
 * The order in which events are taken in: rights, numbers, leaves, checkpoints. Nothing is stored here; `appends` gives
 * what is to be stored, one compare-and-swap for each stream, the registry first, because the others lean on it.
 */
import type { DomainEvent } from '../../domain/event.ts';
import { mayAppend } from '../../domain/registry/append.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { utf8 } from '../../log/hex.ts';
import { leafLine, parseLeaf } from '../../log/leaf.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, frontierToText, leafHash } from '../../log/merkle.ts';
import { SEGMENT_SIZE } from '../../log/segment.ts';
import type { Signer } from '../../log/signature.ts';
import { registryOf, type TownshipId } from '../../log/stream.ts';
import type { Append, Entry, LogStore, Row } from '../../store/log-store.ts';
import { borderRow, frontierOf, noteAt } from './border.ts';
import type { CheckedEvent, Rejection } from './check.ts';
import { derivedRows } from './derived-rows.ts';
import { loadRegistry, registryRow } from './registry-row.ts';

export interface TownshipContext {
  id: TownshipId;
  store: LogStore;
  /** The log's key. */
  signer: Signer;
  /** Ms since 1970. */
  now: () => number;
}

export type Placed =
  { status: 'accepted'; stream: string; number: number } | { status: 'rejected'; code: Rejection };

/** One stream as it will be. */
interface Growing {
  from: number;
  frontier: Frontier;
  /** Of the last entry; '' for none. */
  acceptedAt: string;
  entries: Entry[];
  /** Trees at the segment borders that are crossed. */
  borders: Frontier[];
  rows: Row[];
}

export class Plan {
  readonly #context: TownshipContext;
  readonly #registryStream: string;
  readonly #streams = new Map<string, Growing>();
  #registry: Registry;

  private constructor(context: TownshipContext, registry: Registry) {
    this.#context = context;
    this.#registry = registry;
    this.#registryStream = registryOf(context.id);
  }

  /** @param known the registry as last seen, used when it is still the whole of it. */
  static async start(context: TownshipContext, known: Registry | null): Promise<Plan> {
    const stream = registryOf(context.id);
    const size = (await context.store.head(stream))?.size ?? 0;
    if (known?.size === size) return new Plan(context, known);
    return new Plan(context, size === 0 ? EMPTY_REGISTRY : await loadRegistry(context.store, stream));
  }

  /** The registry with everything placed so far. */
  get registry(): Registry {
    return this.#registry;
  }

  /**
   * Gives the event its number, or says why not. An event that is in the log has its number already.
   * No event may be placed twice. When this throws, the plan is as it was before.
   */
  async place(checked: CheckedEvent, stream: string): Promise<Placed> {
    const { store, now } = this.#context;
    const { id, header, event, place } = checked;
    const found = await store.find(id);
    if (found) return { status: 'accepted', ...found };
    const growing = await this.#growing(stream);
    const time = new Date(now()).toISOString();
    // The township's clock may have been set back: within a stream it stands still until it has caught up.
    const acceptedAt = time > growing.acceptedAt ? time : growing.acceptedAt;
    const number = growing.frontier.size;
    const domainEvent: DomainEvent = {
      id,
      number,
      type: header.type,
      author: header.author,
      at: header.at,
      acceptedAt,
      content: checked.content,
    };
    const right = mayAppend(this.#registry, place, domainEvent);
    if (!right.ok) return { status: 'rejected', code: right.refusal };
    if (!checked.proven) return { status: 'rejected', code: 'bad-proof' };

    const derived = await derivedRows(store, this.#context.id, checked, number, this.#allRows());
    if (!derived.ok) return { status: 'rejected', code: derived.code };
    if (stream === this.#registryStream) this.#registry = evolveRegistry(this.#registry, domainEvent);
    const leaf = leafLine(acceptedAt, event.sig, event.header);
    growing.frontier = appendLeaf(growing.frontier, leafHash(utf8(leaf)));
    growing.acceptedAt = acceptedAt;
    growing.entries.push({ id, leaf, body: event.body });
    growing.rows.push(...derived.rows);
    if (growing.frontier.size % SEGMENT_SIZE === 0) growing.borders.push(growing.frontier);
    return { status: 'accepted', stream, number };
  }

  /** What is to be stored, in this order. */
  async appends(): Promise<Append[]> {
    const changed = [...this.#streams].filter(([, growing]) => growing.entries.length > 0);
    changed.sort(([a], [b]) => Number(b === this.#registryStream) - Number(a === this.#registryStream));
    return Promise.all(changed.map(([stream, growing]) => this.#append(stream, growing)));
  }

  async #append(stream: string, growing: Growing): Promise<Append> {
    const { signer } = this.#context;
    const { from, frontier, entries } = growing;
    const borders = await Promise.all(growing.borders.map((at) => borderRow(stream, at, signer)));
    const rows = [...growing.rows, ...borders];
    if (stream === this.#registryStream) rows.push(registryRow(stream, this.#registry));
    const { size, hashes } = frontierToText(frontier);
    const checkpoint = await noteAt(stream, frontier, signer);
    return { stream, from, entries, head: { stream, size, frontier: hashes, checkpoint }, rows };
  }

  async #growing(stream: string): Promise<Growing> {
    const before = this.#streams.get(stream);
    if (before) return before;
    const { store } = this.#context;
    const head = await store.head(stream);
    const frontier = head ? frontierOf({ size: head.size, hashes: head.frontier }) : EMPTY_FRONTIER;
    const [last] = await store.read(stream, frontier.size - 1, frontier.size);
    const acceptedAt = (last && parseLeaf(last.leaf)?.acceptedAt) ?? '';
    const growing = { from: frontier.size, frontier, acceptedAt, entries: [], borders: [], rows: [] };
    this.#streams.set(stream, growing);
    return growing;
  }

  #allRows(): Row[] {
    return [...this.#streams.values()].flatMap((growing) => growing.rows);
  }
}
