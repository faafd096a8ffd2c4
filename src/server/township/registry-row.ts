/** The folded registry, kept as a row that changes with the registry's stream: a start reads it, and folds nothing. */
import type { DomainEvent } from '../../domain/event.ts';
import { parseContent } from '../../domain/event-types.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { parseBody, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import type { Entry, LogStore, Row } from '../../store/log-store.ts';

/** Grows when the same events give another state: older rows are folded again. */
export const FOLD = 4;
const KEY = 'registry';
/** Entries read at once while folding again. */
const PORTION = 1024;

export interface RegistryValue {
  fold: number;
  state: Registry;
}

export const registryRow = (stream: string, state: Registry): Row => ({
  stream,
  key: KEY,
  value: { fold: FOLD, state } satisfies RegistryValue,
});

/** The registry at the head of its stream. Folded again, and kept, when the row was made by older software. */
export async function loadRegistry(store: LogStore, stream: string): Promise<Registry> {
  const size = (await store.head(stream))?.size ?? 0;
  const row = (await store.row(stream, KEY)) as RegistryValue | null | undefined;
  // A larger one is fine: another process has appended between the two reads.
  if (row?.fold === FOLD && row.state.size >= size) return row.state;
  let state = EMPTY_REGISTRY;
  while (state.size < size) {
    const entries = await store.read(stream, state.size, Math.min(size, state.size + PORTION));
    if (entries.length === 0) throw new Error('registry: entries are missing below its head');
    state = entries.reduce((so, entry) => evolveRegistry(so, domainEvent(entry, so.size)), state);
  }
  if (size > 0) await store.putRows([registryRow(stream, state)]);
  return state;
}

/** A stored entry as the fold sees it; null content when it was erased or its type is not known. */
export function domainEvent(entry: Entry, number: number): DomainEvent {
  const leaf = parseLeaf(entry.leaf);
  const parsed = leaf && parseHeader(leaf.header);
  if (!leaf || !parsed?.ok) throw new Error(`log: entry ${number} is damaged`);
  const { header } = parsed;
  const body = entry.body === null ? null : parseBody(entry.body, header);
  const content = body?.ok ? parseContent(header.type, body.content) : null;
  return {
    id: entry.id,
    number,
    type: header.type,
    author: header.author,
    at: header.at,
    acceptedAt: leaf.acceptedAt,
    content: content?.status === 'known' ? content.content : null,
  };
}
