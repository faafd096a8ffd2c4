/** Which encoding a text file is in. Files of commas from Chinese spreadsheets are mostly GBK, without saying so. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

function ofMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: by its byte order mark, else UTF-8 when all of it is, else GB18030, which contains GBK and GB2312.
 * Chinese text in GBK is practically never valid UTF-8. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const mark = ofMark(bytes);
  for (const encoding of mark ? [mark] : (['utf-8', 'gb18030'] as const)) {
    const text = decoded(bytes, encoding);
    if (text !== null && !text.includes('\0')) return { text, encoding };
  }
  return null;
}
