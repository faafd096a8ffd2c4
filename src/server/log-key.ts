/**
 * The township's log key: it signs every checkpoint. `<data folder>/log-key` holds its seed, 64 hex digits, readable by
 * the server's user alone. When it is lost, nothing more can be taken in: that is what the printed recovery sheet is for.
 */
import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHex, toHex } from '../log/hex.ts';
import { type Signer, softwareSigner } from '../log/signature.ts';
import { isMissing, writeDurably } from '../store/files/durable.ts';

export interface LogKey {
  signer: Signer;
  /** Secret, hex. */
  seed: string;
}

/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410). */
const PKCS8 = fromHex('302e020100300506032b657004220420');

/** The same signatures as `softwareSigner`, by the platform, ten times as fast. */
export async function signerOf(seed: string): Promise<Signer> {
  const { publicKey } = await softwareSigner(fromHex(seed));
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, fromHex(seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  return { publicKey, sign: async (message) => new Uint8Array(sign(null, message, key)) };
}

/**
 * The key in the data folder; null when there is none.
 * @throws Error when the file is not a key.
 */
export async function readLogKey(dataDir: string): Promise<LogKey | null> {
  const path = join(dataDir, 'log-key');
  try {
    const seed = (await readFile(path, 'utf8')).trim();
    if (!/^[0-9a-f]{64}$/.test(seed))
      throw new Error(`${path} is not a log key: restore it from the recovery sheet`);
    return { seed, signer: await signerOf(seed) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The key in the data folder, made when there is none, and on the disk before this resolves. @throws StorageError */
export async function readOrMakeLogKey(dataDir: string): Promise<LogKey> {
  const kept = await readLogKey(dataDir);
  if (kept) return kept;
  const seed = toHex(randomBytes(32));
  await keepLogKey(dataDir, seed);
  return { seed, signer: await signerOf(seed) };
}

/** Writes the key into the data folder; it is on the disk when this resolves. @throws StorageError */
export async function keepLogKey(dataDir: string, seed: string): Promise<void> {
  const path = join(dataDir, 'log-key');
  await writeDurably(path, Buffer.from(`${seed}\n`), `${path}.new`, 0o600);
}

/** The seed as it is typed from the sheet; null: it is none. */
export function seedFrom(typed: string): string | null {
  const seed = typed.replace(/\s/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(seed) ? seed : null;
}
