/** Text as it is compared: width, case and the thin spaces in figures do not matter. ＡＢ１ is ab1, 8 200.00 is 8200.00. */

const THIN = /(\d)\u202f(?=\d)/g;

export const plain = (text: string): string => text.replace(THIN, '$1').normalize('NFKC').toLowerCase();

/** What is left of one character, where thin spaces between digits are gone already. */
const folded = (char: string): string => char.normalize('NFKC').toLowerCase();

/** 0: not asked yet, 1: part of a word, 2: between words. By UTF-16 unit. */
const known = new Uint8Array(65_536);
const LETTER = /[\p{L}\p{N}\p{Cs}]/u;

/** Whether a UTF-16 unit belongs to a word: letters, digits, and halves of rare characters in names. */
export function isWord(code: number): boolean {
  if (known[code] === 0) known[code] = LETTER.test(String.fromCharCode(code)) ? 1 : 2;
  return known[code] === 1;
}

/** A stretch of a text, in UTF-16 units; `to` is the one after the last. */
export interface Stretch {
  from: number;
  to: number;
}

/** A text as it is compared, and for each unit of that the place in the text as it is shown. */
export function plainWithPlaces(text: string): { plain: string; places: number[] } {
  let found = '';
  const places: number[] = [];
  for (let at = 0; at < text.length;) {
    const char = String.fromCodePoint(text.codePointAt(at)!);
    const isThin = char === '\u202f' && /\d\u202f\d/.test(text.slice(Math.max(0, at - 1), at + 2));
    const piece = isThin ? '' : folded(char);
    for (let i = 0; i < piece.length; i++) places.push(at);
    found += piece;
    at += char.length;
  }
  places.push(text.length);
  return { plain: found, places };
}
