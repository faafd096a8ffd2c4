/** How a file is given away: its type by its bytes, and whether a browser may show it by itself. */
import { MIME, typeOfBytes } from '../domain/attachment/file-type.ts';
import { attachmentName, stemOf } from '../domain/attachment/name.ts';
import { plainText } from '../domain/attachment/plain-text.ts';
import { imageType } from './image-type.ts';

export interface ServedFile {
  /** MIME type, with the encoding of a text. */
  type: string;
  /** The header that makes a browser keep the file instead of showing it; null for photos. `name`: what to call it. */
  disposition: ((name: string) => string) | null;
}

/** Percent-encoded as RFC 8187 wants it. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Null: nothing that may be given away. */
export function servedFile(bytes: Uint8Array): ServedFile | null {
  const photo = imageType(bytes);
  if (photo) return { type: photo, disposition: null };
  const type = typeOfBytes(bytes);
  if (!type) return null;
  const encoding = type === 'txt' ? `; charset=${plainText(bytes)?.encoding ?? 'utf-8'}` : '';
  const disposition = (name: string): string => {
    // A list is a text to the bytes; its own ending may stay, any other is replaced by the true one.
    const ending = type === 'txt' && /\.csv$/i.test(name) ? 'csv' : type;
    return `attachment; filename="file.${ending}"; filename*=UTF-8''${encoded(attachmentName(stemOf(name), ending))}`;
  };
  return { type: MIME[type].served + encoding, disposition };
}
