/** What a file is, by its first bytes. Its name and what its sender says of it count for nothing. */
import type { PHOTO_TYPES } from '../sync/protocol.ts';

export type ImageType = (typeof PHOTO_TYPES)[number];

const starts = (bytes: Uint8Array, prefix: number[], at = 0): boolean =>
  prefix.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

/** JPEG, PNG or WebP; null for everything else. */
export function imageType(bytes: Uint8Array): ImageType | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, ascii('RIFF')) && starts(bytes, ascii('WEBP'), 8)) return 'image/webp';
  return null;
}
