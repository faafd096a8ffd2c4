/**
 * Ed25519 (RFC 8032), the same answer on every platform.
 *
 * Verifiers differ on odd keys and signatures, and a signature taken here and refused there would split the boards.
 * Our rule is the strict one:
 * 1. A (the public key) is 32 bytes, the signature 64: R and S, 32 each.
 * 2. A and R have y < p, and are none of the 14 encodings of points of small order.
 * 3. S < L.
 * 4. R is, byte for byte, the encoding of [S]B − [k]A with k = SHA-512(R ‖ A ‖ message) mod L (no cofactor).
 *
 * 1 to 3 are checked here; 4 by the platform's WebCrypto where it passes a test of known answers, else by noble.
 */
import { fromHex, sameBytes, toHex, utf8 } from './hex.ts';

/** Signs with one key. */
export interface Signer {
  /** The public key, hex, 64 digits. */
  readonly publicKey: string;
  /** Ed25519 signature of the message, 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A way to check point 4 of the rule, once 1 to 3 hold. */
export type Equation = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => Promise<boolean>;

/** Whether the signature is valid by the strict rule. Never throws on bad input. */
export async function verifySignature(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return verifyStrict(publicKey, message, signature, (await platformEquation()) ?? nobleEquation);
}

/** The strict rule with noble's curve, whatever the platform offers. */
export const verifyWithNoble = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> => verifyStrict(publicKey, message, signature, nobleEquation);

/** The strict rule, with point 4 left to `equation`. */
export async function verifyStrict(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
  equation: Equation,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const acceptable =
    isPlainPoint(publicKey) && isPlainPoint(signature.subarray(0, 32)) && isBelow(signature.subarray(32), L);
  return acceptable && equation(publicKey, message, signature);
}

/** A signer from a 32-byte secret seed (RFC 8032 §5.1.5). For keys that WebCrypto cannot hold. */
export async function softwareSigner(seed: Uint8Array): Promise<Signer> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  const secret = seed.slice();
  return {
    publicKey: toHex(ed25519.getPublicKey(secret)),
    sign: async (message) => ed25519.sign(message, secret),
  };
}

const reversed = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[bytes.length - 1 - i]!);
const littleEndian = (value: bigint): Uint8Array => reversed(fromHex(value.toString(16).padStart(64, '0')));
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(reversed(bytes))}`);

/** The field's prime and the group's order (RFC 8032 §5.1). */
// Shifts and not `**`, which some bundlers rewrite to Math.pow.
const p = (1n << 255n) - 19n;
const order = (1n << 252n) + 27742317777372353535851937790883648493n;
const P = littleEndian(p);
const L = littleEndian(order);

/** y of the 8 points of small order. With either sign bit, and with y + p below 2^255, they have 14 encodings. */
const Y_OF_ORDER_8 = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
const SMALL_ORDER_Y = new Set(
  [0n, 1n, p - 1n, Y_OF_ORDER_8, p - Y_OF_ORDER_8].map((y) => toHex(littleEndian(y))),
);

/** Whether an encoded point has y < p and is not of small order. It may still not be on the curve. */
function isPlainPoint(encoded: Uint8Array): boolean {
  const y = encoded.slice();
  y[31] = y[31]! & 0x7f;
  // y = p and y = p + 1, the other encodings of 0 and 1, fall with all that is not below p.
  return isBelow(y, P) && !SMALL_ORDER_Y.has(toHex(y));
}

/** Compares two little-endian numbers of 32 bytes. */
function isBelow(value: Uint8Array, limit: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) if (value[i] !== limit[i]) return value[i]! < limit[i]!;
  return false;
}

const nobleEquation: Equation = async (publicKey, message, signature) => {
  const [{ ed25519 }, { sha512 }] = await Promise.all([
    import('@noble/curves/ed25519.js'),
    import('@noble/hashes/sha2.js'),
  ]);
  const { Point } = ed25519;
  const r = signature.subarray(0, 32);
  const s = numberOf(signature.subarray(32));
  const k = numberOf(sha512.create().update(r).update(publicKey).update(message).digest()) % order;
  let a;
  try {
    a = Point.fromBytes(publicKey);
  } catch {
    return false; // Not on the curve.
  }
  const expected = Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k)).toBytes();
  return sameBytes(expected, r);
};

/** Two cases of C2SP CCTV (6 and 7): a cofactored or over-strict verifier gives itself away. */
const PROBE_KEY = '10eb7c3acfb2bed3e0d6ab89bf5a3d6afddd1176ce4812e38d9fd485058fdb1f';
const PROBE_R = '36684ea91032ba5b1dbab2d02f4debc74c3327f2b3802e2e4d371aa42b12b56b';
const PROBES = [
  {
    s: 'c02e2b9e63e385c058bf62b14b3a2b29ccefe8e38ddb536bc3f9865320a3d801',
    text: 'ed25519vectors 10',
    valid: false,
  },
  {
    s: 'bbfd00bd9c259d8d222d15e67a3d8228585050dbb9b9585be20d8fadc721da03',
    text: 'ed25519vectors',
    valid: true,
  },
];

let detected: Promise<Equation | null> | null = null;

/** The platform's WebCrypto as an equation, or null where it has no Ed25519 or another rule. Asked once. */
export function platformEquation(): Promise<Equation | null> {
  detected ??= detectPlatform();
  return detected;
}

async function detectPlatform(): Promise<Equation | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const equation = webCryptoEquation(subtle);
  try {
    for (const { s, text, valid } of PROBES) {
      if ((await equation(fromHex(PROBE_KEY), utf8(text), fromHex(PROBE_R + s))) !== valid) return null;
    }
    return async (publicKey, message, signature) => {
      try {
        return await equation(publicKey, message, signature);
      } catch {
        // Some platforms throw at a key that is no point of the curve, or when a worker fails: let noble say.
        return nobleEquation(publicKey, message, signature);
      }
    };
  } catch {
    return null; // No Ed25519 here.
  }
}

/** Importing a key costs about as much as a verification, and a board has few authors. */
const KEYS_KEPT = 256;

function webCryptoEquation(subtle: SubtleCrypto): Equation {
  const keys = new Map<string, CryptoKey>();
  return async (publicKey, message, signature) => {
    const name = toHex(publicKey);
    let key = keys.get(name);
    if (!key) {
      key = await subtle.importKey('raw', publicKey as BufferSource, 'Ed25519', false, ['verify']);
      if (keys.size >= KEYS_KEPT) keys.clear();
      keys.set(name, key);
    }
    return subtle.verify('Ed25519', key, signature as BufferSource, message as BufferSource);
  };
}
