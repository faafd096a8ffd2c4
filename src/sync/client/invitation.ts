/**
 * The link of a one-time invitation. Whoever has it may enrol one device.
 *
 * ```
 * <origin>/join#<township>.<seed>.<check>
 * ```
 * All three parts are Crockford's base32 (5 bits a digit, no I, L, O, U), so that the code can be read out, typed by hand
 * and drawn as a small QR code: the township's id (26 digits), the seed of the invitation's key (52), and the first 25
 * bits of SHA-256 over both (5), by which a mistyped link is told from one that nobody made. What stands behind `#` is
 * never sent to a server by a browser.
 */
import { sha256 } from '../../log/hash.ts';
import { fromHex, toHex } from '../../log/hex.ts';
import type { TownshipId } from '../../log/stream.ts';

export interface InvitationParts {
  township: TownshipId;
  /** Seed of the invitation's key, hex. Secret. */
  seed: string;
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_DIGITS = 5;
const CODE = /^([0-9A-Z]{26})\.([0-9A-Z]{52})\.([0-9A-Z]{5})$/;

function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += DIGITS[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + DIGITS[(held << (5 - bits)) & 31] : text;
}

/** Null when a digit is none, or the unused last bits are not zero. */
function fromBase32(text: string): Uint8Array | null {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? new Uint8Array(bytes) : null;
}

function checkOf(township: Uint8Array, seed: Uint8Array): string {
  const both = new Uint8Array(township.length + seed.length);
  both.set(township);
  both.set(seed, township.length);
  return toBase32(sha256(both)).slice(0, CHECK_DIGITS);
}

/**
 * The link that opens an invitation on a device.
 * @param origin where the device finds the app, e.g. `https://gongkai.example`, without a slash at its end.
 * @param township its id, 32 hex digits.
 * @param seedHex seed of the invitation's key, 64 hex digits.
 * @throws RangeError when an argument is not hex.
 */
export function makeInvitationLink(origin: string, township: string, seedHex: string): string {
  const id = fromHex(township);
  const seed = fromHex(seedHex);
  return `${origin}/join#${toBase32(id)}.${toBase32(seed)}.${checkOf(id, seed)}`;
}

/**
 * Reads an invitation from a whole link or from the code behind its `#`. Spaces, and letters that are easily taken for
 * digits, do no harm. Null: mistyped.
 */
export function parseInvitationLink(text: string): InvitationParts | null {
  const code = text
    .slice(text.lastIndexOf('#') + 1)
    .replace(/\s/g, '')
    .toUpperCase();
  const match = CODE.exec(code.replace(/[IL]/g, '1').replace(/O/g, '0'));
  const township = match && fromBase32(match[1]!);
  const seed = match && fromBase32(match[2]!);
  if (!township || !seed || checkOf(township, seed) !== match[3]) return null;
  return { township: toHex(township) as TownshipId, seed: toHex(seed) };
}
