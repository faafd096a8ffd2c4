/**
 * The code that opens a shared tablet's settings. The registry is public, so it holds a slow hash with a salt: whoever
 * guesses all of a million codes needs a day, and has then only what a hand on the power button has, too.
 */
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toHex, utf8 } from '../../log/hex.ts';

export const CODE_DIGITS = 6;
const ROUNDS = 60_000;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

export interface ExitCode {
  /** Hex. */
  salt: string;
  hash: string;
}

export const isExitCode = (code: string): boolean => /^\d{6}$/.test(code);

/** By the browser's own PBKDF2 where the page is secure; else by ours, which takes a second or more. */
async function hashOf(code: string, salt: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle)
    return toHex(await pbkdf2Async(sha256, utf8(code), fromHex(salt), { c: ROUNDS, dkLen: HASH_BYTES }));
  const key = await subtle.importKey('raw', utf8(code) as BufferSource, 'PBKDF2', false, ['deriveBits']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt) as BufferSource, iterations: ROUNDS };
  return toHex(new Uint8Array(await subtle.deriveBits(way, key, HASH_BYTES * 8)));
}

/** @param random gives so many random bytes; the browser's own when left out. */
export async function makeExitCode(
  code: string,
  random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes)),
): Promise<ExitCode> {
  const salt = toHex(random(SALT_BYTES));
  return { salt, hash: await hashOf(code, salt) };
}

export const opensTablet = async (code: string, kept: ExitCode): Promise<boolean> =>
  (await hashOf(code, kept.salt)) === kept.hash;
