/**
 * Desks: where sealed envelopes arrive. A unit's desk is read by those who post or review for it; the township's is the
 * office's; the inspector's (the report box) is his alone.
 *
 * A desk has a pair of keys. The public one stands in the registry; the private one is sealed for each device that may
 * read the desk, and handed on by one of these to a new one. When the key is changed the former stays with its holders,
 * for what was sealed to it.
 */
import * as z from 'zod/mini';
import { eventId } from '../notice/events.ts';

/** The inspector's desk: the report box (举报箱). Unit ids have at most 24 characters, so none is like it. */
export const INSPECTOR_DESK = 'the-inspector-of-discipline';

const deskId = z.string().check(z.regex(/^[a-z0-9-]{1,27}$/));
const keyId = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** An uncompressed point of P-256, hex. */
export const sealingKey = z.string().check(z.regex(/^04[0-9a-f]{128}$/));
const sealed = z.string().check(z.maxLength(560_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** A device says to which key something can be sealed for it. In the registry, by the device itself. */
export const sealingKeySet = z.strictObject({ key: sealingKey });

/** A desk's key, first or changed, with the private half sealed for each holder's device. In the registry. */
export const deskOpened = z.strictObject({
  desk: deskId,
  key: sealingKey,
  holders: z.array(z.strictObject({ device: keyId, sealed })).check(z.minLength(1), z.maxLength(60)),
});
/** One more device may open what arrives. In the registry, by a holder. */
export const holderAdded = z.strictObject({ desk: deskId, key: sealingKey, device: keyId, sealed });

/**
 * Something sealed, handed in by nobody in particular: its author is a key that follows from the receipt code. In the
 * unit's desk stream, or in the box.
 */
export const envelopeSealed = z.strictObject({
  /** The desk's key to which it is sealed. */
  key: sealingKey,
  sealed,
  /** An envelope handed in before under the same code, which this one adds to; null: it is the first. */
  adds: z.nullable(eventId),
});

/** An answer of the desk, sealed to the key that the envelope brought. */
export const envelopeAnswered = z.strictObject({
  envelope: eventId,
  sealed,
  /** The same answer sealed to the desk's key, for who answered and for who comes after him. */
  own: sealed,
  /** The matter is closed with it. */
  closes: z.boolean(),
});

export const deskEvents = {
  'device.sealing-key-set': sealingKeySet,
  'desk.opened': deskOpened,
  'desk.holder-added': holderAdded,
  'envelope.sealed': envelopeSealed,
  'envelope.answered': envelopeAnswered,
};
/** Those of them that stand in the registry. */
export const DESK_REGISTRY_EVENTS = ['device.sealing-key-set', 'desk.opened', 'desk.holder-added'] as const;
