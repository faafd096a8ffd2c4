/** The one text form of bytes in this project: lower-case hex. And the one of text: UTF-8. */

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const encoder = new TextEncoder();

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += PAIRS[byte];
  return text;
}

/**
 * Bytes of a hex text.
 * @throws RangeError when the length is odd or a character is not one of 0-9 a-f.
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0) throw new RangeError('hex: odd length');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = 16 * digit(text.charCodeAt(2 * i)) + digit(text.charCodeAt(2 * i + 1));
  }
  return bytes;
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 102) return code - 87;
  throw new RangeError('hex: not a lower-case hex digit');
}

/** UTF-8 of a text. A lone surrogate becomes U+FFFD: refuse such texts first (`isWellFormed`). */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Whether a text has no lone surrogate, that is, whether its UTF-8 stands for it and nothing else. */
export const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);

/** Whether two byte strings are the same. Not for secrets: the time it takes depends on them. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
