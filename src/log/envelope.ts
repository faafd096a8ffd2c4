/**
 * Sealed envelopes: bytes that only one desk can open. HPKE (RFC 9180) in base mode: DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-128-GCM, all by WebCrypto, so that private keys can be ones which the browser does not give out.
 *
 * What is sealed is padded to one of four sizes, so that a length says nothing of what was written:
 * ```
 * 4 bytes length (big-endian) ‖ the bytes ‖ zeros up to the size class
 * ```
 * As text: base64 of `enc` (65 bytes) ‖ ciphertext.
 */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64, toBase64 } from './base64.ts';
import { sameBytes, utf8 } from './hex.ts';

/** Bytes after padding. The largest, in base64, fits the body of an event. */
export const SIZE_CLASSES = [2_048, 16_384, 131_072, 393_216] as const;
/** Bytes of content that the largest class holds. */
export const MAX_SEALED_BYTES = SIZE_CLASSES[SIZE_CLASSES.length - 1]! - 4;

const ENC_BYTES = 65;
const suite = () =>
  new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });

export interface SealingKeys {
  /** Uncompressed point, 65 bytes. */
  publicKey: Uint8Array;
  privateKey: CryptoKey;
}

const raw = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer);
const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;

function padded(bytes: Uint8Array): Uint8Array {
  const size = SIZE_CLASSES.find((one) => one >= bytes.length + 4);
  if (size === undefined) throw new RangeError('envelope: too large');
  const whole = new Uint8Array(size);
  new DataView(whole.buffer).setUint32(0, bytes.length);
  whole.set(bytes, 4);
  return whole;
}

function unpadded(whole: Uint8Array): Uint8Array | null {
  if (whole.length < 4) return null;
  const length = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  if (length > whole.length - 4 || whole.subarray(4 + length).some((byte) => byte !== 0)) return null;
  return whole.slice(4, 4 + length);
}

/** A new pair. `kept`: the browser gives its private half to nobody. */
export async function makeSealingKeys(subtle: SubtleCrypto, kept: boolean): Promise<SealingKeys> {
  const pair = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, !kept, ['deriveBits']);
  const { publicKey, privateKey } = pair as CryptoKeyPair;
  return { publicKey: raw(await subtle.exportKey('raw', publicKey)), privateKey };
}

/** The pair that follows from a secret of at least 32 bytes (RFC 9180 §7.1.3). */
export async function deriveSealingKeys(secret: Uint8Array): Promise<SealingKeys> {
  const kem = suite().kem;
  const { publicKey, privateKey } = await kem.deriveKeyPair(buffer(secret));
  return { publicKey: raw(await kem.serializePublicKey(publicKey)), privateKey };
}

/** The private half as 32 bytes; only of a pair that was made to be handed on. */
export const privateBytes = async (privateKey: CryptoKey): Promise<Uint8Array> =>
  raw(await suite().kem.serializePrivateKey(privateKey));

/** A pair from the bytes of its private half. Null: they are not those of this public key. */
export async function keysFromBytes(bytes: Uint8Array, publicKey: Uint8Array): Promise<SealingKeys | null> {
  try {
    const keys = { publicKey, privateKey: await suite().kem.deserializePrivateKey(buffer(bytes)) };
    const probe = utf8('probe');
    const opened = await unseal(keys, await seal(publicKey, probe, ''), '');
    return opened && sameBytes(opened, probe) ? keys : null;
  } catch {
    return null;
  }
}

/**
 * Seals bytes so that only the holder of the key can open them.
 * @param purpose what they are for; opening with another purpose fails.
 * @throws RangeError when they are larger than `MAX_SEALED_BYTES`.
 */
export async function seal(to: Uint8Array, bytes: Uint8Array, purpose: string): Promise<string> {
  const hpke = suite();
  const recipientPublicKey = await hpke.kem.deserializePublicKey(buffer(to));
  const info = buffer(utf8(purpose));
  const { enc, ct } = await hpke.seal({ recipientPublicKey, info }, buffer(padded(bytes)));
  const whole = new Uint8Array(enc.byteLength + ct.byteLength);
  whole.set(raw(enc));
  whole.set(raw(ct), enc.byteLength);
  return toBase64(whole);
}

/** Opens what was sealed. Null: it was sealed to another key or for another purpose, or is damaged. */
export async function unseal(keys: SealingKeys, sealed: string, purpose: string): Promise<Uint8Array | null> {
  try {
    const whole = fromBase64(sealed);
    if (!whole || whole.length <= ENC_BYTES) return null;
    const hpke = suite();
    const { privateKey } = keys;
    // The public half is given, for one that the browser keeps cannot be asked for it.
    const publicKey = await hpke.kem.deserializePublicKey(buffer(keys.publicKey));
    const enc = buffer(whole.subarray(0, ENC_BYTES));
    const recipient = { recipientKey: { publicKey, privateKey }, enc, info: buffer(utf8(purpose)) };
    return unpadded(raw(await hpke.open(recipient, buffer(whole.subarray(ENC_BYTES)))));
  } catch {
    return null;
  }
}
