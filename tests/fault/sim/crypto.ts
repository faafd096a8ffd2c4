/**
 * WebCrypto whose chance comes from the seed. Ed25519 and SHA-256 are answered at once by Node's own; all else (HPKE's
 * P-256, HKDF and AES) is the platform's, with keys from the seed, and the world waits for it.
 */
import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
  webcrypto,
} from 'node:crypto';
import { registerHooks } from 'node:module';
import type { Random } from './random.ts';
import { outside } from './tasks.ts';

/** DER of PKCS #8 and SubjectPublicKeyInfo of Ed25519 up to the 32 bytes of the key (RFC 8410). */
const PRIVATE = '302e020100300506032b657004220420';
const PUBLIC = '302a300506032b6570032100';

interface Ed25519Key {
  algorithm: { name: 'Ed25519' };
  type: 'private' | 'public';
  raw: Uint8Array;
}

const der = (prefix: string, raw: Uint8Array): Buffer => Buffer.concat([Buffer.from(prefix, 'hex'), raw]);
const nameOf = (algorithm: unknown): string =>
  typeof algorithm === 'string' ? algorithm : (algorithm as { name: string }).name;
const bytesOf = (data: BufferSource): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
const ownBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** The keys of all worlds so far that were opened once. */
const opened = new Map<string, KeyObject>();

function kept(prefix: string, raw: Uint8Array, open: (key: Buffer) => KeyObject): KeyObject {
  const key = der(prefix, raw);
  const name = key.toString('latin1');
  const found = opened.get(name) ?? open(key);
  opened.set(name, found);
  return found;
}

const privateKey = (raw: Uint8Array): KeyObject =>
  kept(PRIVATE, raw, (key) => createPrivateKey({ key, format: 'der', type: 'pkcs8' }));

const openKey = (raw: Uint8Array): KeyObject =>
  kept(PUBLIC, raw, (key) => createPublicKey({ key, format: 'der', type: 'spki' }));

function publicOf(raw: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKey(raw)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(spki.subarray(-32));
}

const ed25519Pair = (raw: Uint8Array): { privateKey: Ed25519Key; publicKey: Ed25519Key } => ({
  privateKey: { algorithm: { name: 'Ed25519' }, type: 'private', raw },
  publicKey: { algorithm: { name: 'Ed25519' }, type: 'public', raw: publicOf(raw) },
});

const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/** A pair for HPKE. All but the first byte are chance, so that the number is below the curve's order. */
async function p256Pair(
  chance: Uint8Array,
  extractable: boolean,
  usages: KeyUsage[],
): Promise<CryptoKeyPair> {
  const { subtle } = webcrypto;
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from([1, ...chance.subarray(1)]));
  const point = curve.getPublicKey();
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), curve.getPrivateKey()].map((part) =>
    part.toString('base64url'),
  ) as [string, string, string];
  const open = { kty: 'EC', crv: 'P-256', x, y };
  return {
    privateKey: (await subtle.importKey('jwk', { ...open, d }, P256, extractable, usages)) as CryptoKey,
    publicKey: (await subtle.importKey('jwk', open, P256, true, [])) as CryptoKey,
  };
}

/** Methods that the seed or Node's own crypto answers; undefined: the platform's. */
function answered(random: () => Random): Record<string, (...args: never[]) => unknown> {
  const platform = webcrypto.subtle as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  return {
    digest: async (_: string, data: BufferSource) =>
      ownBuffer(createHash('sha256').update(bytesOf(data)).digest()),
    sign: (algorithm: unknown, key: Ed25519Key, data: BufferSource) =>
      nameOf(algorithm) === 'Ed25519'
        ? Promise.resolve(ownBuffer(sign(null, bytesOf(data), privateKey(key.raw))))
        : outside(() => platform.sign!(algorithm, key, data)),
    verify: (algorithm: unknown, key: Ed25519Key, signature: BufferSource, data: BufferSource) =>
      nameOf(algorithm) === 'Ed25519'
        ? Promise.resolve(verify(null, bytesOf(data), openKey(key.raw), bytesOf(signature)))
        : outside(() => platform.verify!(algorithm, key, signature, data)),
    generateKey: async (algorithm: unknown, extractable: boolean, usages: KeyUsage[]) => {
      const name = nameOf(algorithm);
      if (name === 'Ed25519') return ed25519Pair(random().bytes(32));
      if (name === 'ECDH') return outside(() => p256Pair(random().bytes(32), extractable, usages));
      const raw = ownBuffer(random().bytes(32));
      return outside(() => platform.importKey!('raw', raw, algorithm, extractable, usages));
    },
    importKey: (format: string, data: BufferSource, algorithm: unknown, ...rest: unknown[]) =>
      nameOf(algorithm) === 'Ed25519'
        ? Promise.resolve({ algorithm: { name: 'Ed25519' }, type: 'public', raw: bytesOf(data).slice() })
        : outside(() => platform.importKey!(format, data, algorithm, ...rest)),
    exportKey: (format: string, key: Ed25519Key) =>
      nameOf(key.algorithm) === 'Ed25519'
        ? Promise.resolve(ownBuffer(key.raw))
        : outside(() => platform.exportKey!(format, key)),
  };
}

/**
 * Lets Node's own scrypt answer where the product asks its library: the same bytes, in a tenth of the time. To be called
 * before anything of the product is loaded.
 */
export function takeOverScrypt(): void {
  const url = import.meta.resolve('@noble/hashes/scrypt.js');
  const source = `import { scryptSync } from 'node:crypto';
    export const scryptAsync = async (secret, salt, { N, r, p, dkLen }) =>
      new Uint8Array(scryptSync(secret, salt, dkLen, { N, r, p, maxmem: 2 ** 30 }));`;
  registerHooks({
    load: (asked, context, next) =>
      asked === url ? { format: 'module', source, shortCircuit: true } : next(asked, context),
  });
}

/** Puts a WebCrypto in the place of the platform's whose chance is `random`'s, which may change. */
export function takeOverCrypto(random: () => Random): void {
  const own = answered(random);
  const subtle = new Proxy(webcrypto.subtle, {
    get: (target, name: string) => {
      if (own[name]) return own[name];
      const method = (target as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name];
      // What is no method (`then`, when it is awaited) is not there.
      return typeof method === 'function'
        ? (...args: unknown[]) => outside(() => method.apply(target, args))
        : undefined;
    },
  });
  const crypto = {
    subtle,
    getRandomValues: <Values extends Uint8Array>(values: Values): Values => {
      values.set(random().bytes(values.length));
      return values;
    },
    randomUUID: () => {
      const hex = Buffer.from(random().bytes(16)).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
  Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
}
