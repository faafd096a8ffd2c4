/** Little helpers for reading files as bytes. */

export const startsWith = (bytes: Uint8Array, prefix: readonly number[], at = 0): boolean =>
  prefix.every((byte, index) => bytes[at + index] === byte);

export const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** Numbers as these formats write them, the low byte first. Outside of the file: -1. */
export const u16 = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 2 <= bytes.length ? bytes[at]! | (bytes[at + 1]! << 8) : -1;

export const u32 = (bytes: Uint8Array, at: number): number =>
  at >= 0 && at + 4 <= bytes.length ? u16(bytes, at) + u16(bytes, at + 2) * 0x10000 : -1;
