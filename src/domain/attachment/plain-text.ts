/** Whether bytes are plain text, and in which encoding. */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** Characters at the start that are looked through for a page or a drawing. */
const LOOKED_THROUGH = 4_096;
const MARKUP = /^\s*<[!?/a-z]|<(?:script|html|svg|body|iframe|object|embed)\b/i;
/** Signs of control other than tab and the ends of lines and pages. */
// oxlint-disable-next-line no-control-regex -- That is what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

function decoded(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : text;
  } catch {
    return null;
  }
}

export type PlainText = { text: string; encoding: TextEncoding };

/** UTF-8, UTF-16 with its mark (as spreadsheets write it), or GB18030 with GBK in it. Null: no text. */
export function plainText(bytes: Uint8Array): PlainText | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of marked ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  return null;
}

/** Whether a text is really a page, a drawing or a script for a shell: things that a browser or a system would run. */
export const isMarkup = (text: string): boolean =>
  text.startsWith('#!') || MARKUP.test(text.slice(0, LOOKED_THROUGH));
