/** Standard base64 with padding (RFC 4648 §4), as signed notes have it. */

export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Bytes of a base64 text; null unless it is exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    // Unused bits of the last digit must be zero, or two texts would stand for the same bytes.
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
