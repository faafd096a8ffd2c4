/** What a device may carry to the township for somebody else. */
import type { DomainEvent } from '../event.ts';
import type { Registry } from './registry.ts';
import { mayAppend } from './append.ts';
import type { Place } from './rights.ts';

/** Sealed envelopes are handed in by nobody in particular: anybody carries them. */
export const isEnvelopeFor = ({ kind }: Pick<Place, 'kind'>, type: string): boolean =>
  (kind === 'desk' || kind === 'box') && type === 'envelope.sealed';

/** Public events, and sealed envelopes: what any device may hold. */
export const maySeeAnybody = (place: Pick<Place, 'kind'>, type: string): boolean =>
  place.kind === 'public' || isEnvelopeFor(place, type);

/**
 * Why an event is not carried; null: it is. By the registry as it is held here: one that is older than the township's may let
 * through what the township will refuse, never the other way about for long: who brings it brings the registry, too.
 */
export function mayBeCarried(
  registry: Registry,
  place: Place,
  event: DomainEvent,
): 'unknown-author' | 'revoked' | 'not-allowed' | null {
  const right = mayAppend(registry, place, event);
  if (right.ok) return null;
  if (right.refusal === 'not-enrolled') return 'unknown-author';
  return right.refusal === 'revoked' ? 'revoked' : 'not-allowed';
}
