/**
 * The device's own key. Its secret never leaves the browser: either WebCrypto holds it and does not give it out, or, where
 * WebCrypto has no Ed25519 or cannot keep its keys, the seed lies encrypted by an AES key that WebCrypto does not give out.
 * It is kept in the `meta` table under 'key'.
 */
import { fromHex, sameBytes, toHex, utf8 } from '../../log/hex.ts';
import { type Signer, softwareSigner, verifyWithNoble } from '../../log/signature.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import { guarded } from '../../store/device/storage-faults.ts';

type KeptKey =
  | { kind: 'platform'; publicKey: string; privateKey: CryptoKey }
  | { kind: 'wrapped'; publicKey: string; wrapping: CryptoKey; iv: Uint8Array; seed: Uint8Array };

const KEY = 'key';
const PROBE = utf8('gongkailan/v1/probe');

const platformSigner = (subtle: SubtleCrypto, kept: KeptKey & { kind: 'platform' }): Signer => ({
  publicKey: kept.publicKey,
  sign: async (message) =>
    new Uint8Array(await subtle.sign('Ed25519', kept.privateKey, message as BufferSource)),
});

async function wrappedSigner(subtle: SubtleCrypto, kept: KeptKey & { kind: 'wrapped' }): Promise<Signer> {
  const algorithm = { name: 'AES-GCM', iv: kept.iv as BufferSource };
  const seed = await subtle.decrypt(algorithm, kept.wrapping, kept.seed as BufferSource);
  return softwareSigner(new Uint8Array(seed));
}

const signerOf = async (subtle: SubtleCrypto, kept: KeptKey): Promise<Signer> =>
  kept.kind === 'platform' ? platformSigner(subtle, kept) : wrappedSigner(subtle, kept);

/** Whether the key signs as its public key says. Some platforms keep a key and give back one that cannot be used. */
async function works(signer: Signer): Promise<boolean> {
  return verifyWithNoble(fromHex(signer.publicKey), PROBE, await signer.sign(PROBE));
}

async function makePlatformKey(subtle: SubtleCrypto): Promise<KeptKey> {
  const pair = (await subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = toHex(new Uint8Array(await subtle.exportKey('raw', pair.publicKey)));
  return { kind: 'platform', publicKey, privateKey: pair.privateKey };
}

async function makeWrappedKey(subtle: SubtleCrypto, random: (bytes: number) => Uint8Array): Promise<KeptKey> {
  const seed = random(32);
  const iv = random(12);
  const wrapping = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const algorithm = { name: 'AES-GCM', iv: iv as BufferSource };
  const encrypted = new Uint8Array(await subtle.encrypt(algorithm, wrapping, seed as BufferSource));
  const { publicKey } = await softwareSigner(seed);
  return { kind: 'wrapped', publicKey, wrapping, iv, seed: encrypted };
}

/** Keeps a key, reads it back and signs with it; null when this browser cannot do one of these. */
async function tried(
  db: DeviceDb,
  subtle: SubtleCrypto,
  make: () => Promise<KeptKey>,
): Promise<Signer | null> {
  try {
    const made = await make();
    await putMeta(db, KEY, made);
    const signer = await openKey(db, subtle);
    const same = signer !== null && sameBytes(fromHex(signer.publicKey), fromHex(made.publicKey));
    return same && (await works(signer)) ? signer : null;
  } catch {
    return null;
  }
}

/** The device's signer; null when it has no key, or none that can be used here. */
export async function openKey(db: DeviceDb, subtle: SubtleCrypto | undefined): Promise<Signer | null> {
  const kept = await guarded(() => getMeta<KeptKey>(db, KEY));
  return kept && subtle ? signerOf(subtle, kept) : null;
}

/**
 * Makes the device's key and keeps it. A key that is there already stays in use.
 * @returns null when it cannot be kept on this device.
 */
export async function makeKey(
  db: DeviceDb,
  subtle: SubtleCrypto,
  random: (bytes: number) => Uint8Array,
): Promise<Signer | null> {
  const kept = await openKey(db, subtle).catch(() => null);
  if (kept) return kept;
  return (
    (await tried(db, subtle, () => makePlatformKey(subtle))) ??
    (await tried(db, subtle, () => makeWrappedKey(subtle, random)))
  );
}

/** Forgets the device's key: it was revoked, and the next enrolment makes a new one. */
export const forgetKey = (db: DeviceDb): Promise<void> => guarded(() => db.meta.delete(KEY));
