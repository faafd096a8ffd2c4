/** The folded registry that a server keeps beside the log, and goes by when it says who may do what. */
import { isDeepStrictEqual } from 'node:util';
import { EMPTY_REGISTRY, evolveRegistry } from '../../domain/registry/registry.ts';
import type { Entry } from '../../store/log-store.ts';
import { domainEvent, FOLD, type RegistryValue } from '../township/registry-row.ts';

/**
 * Whether it is what these events give. One of older software is, too: nobody goes by it. Never throws.
 * @param text the row's JSON.
 */
export function isRegistryOf(text: string, entries: Entry[]): boolean {
  try {
    const { fold, state } = JSON.parse(text) as RegistryValue;
    const folded = entries.reduce(
      (so, entry) => evolveRegistry(so, domainEvent(entry, so.size)),
      EMPTY_REGISTRY,
    );
    return fold < FOLD || isDeepStrictEqual(state, JSON.parse(JSON.stringify(folded)));
  } catch {
    return false;
  }
}
