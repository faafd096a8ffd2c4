/** What strangers type, as plain text that cannot disturb the words around it. */

/** Characters that show nothing or turn the direction of what follows; line ends and tabs stay. */
const INVISIBLE = /(?![\n\t])\p{Cc}|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
/** Marks piled on a letter run over the lines above and below: more than three are nobody's language. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;
const BLANK_LINES = /\n(?:[^\S\n]*\n){2,}/g;

/** The words without what cannot be seen, and with at most one empty line in a row. Never longer than before. */
export const plainWords = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(PILED_MARKS, '$1')
    .replace(BLANK_LINES, '\n\n')
    .trim();
