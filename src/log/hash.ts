/** SHA-256 (FIPS 180-4), at once by noble, and in numbers by WebCrypto. */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './hex.ts';

/** SHA-256 of the bytes, 32 bytes, synchronously. */
export const sha256 = (bytes: Uint8Array): Uint8Array => nobleSha256(bytes);

/** SHA-256 as hex, 64 digits; a text is hashed as UTF-8. */
export const sha256Hex = (data: Uint8Array | string): string =>
  toHex(sha256(typeof data === 'string' ? utf8(data) : data));

/**
 * SHA-256 of each item, in order. WebCrypto hashes off the main thread, so the screen stays live while a segment is
 * checked; without it (a page from `http://` has none) noble does it here.
 */
export async function sha256All(items: Uint8Array[]): Promise<Uint8Array[]> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return items.map(sha256);
  return Promise.all(
    items.map(async (item) => new Uint8Array(await subtle.digest('SHA-256', item as BufferSource))),
  );
}
