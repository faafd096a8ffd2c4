/**
 * Pairs of neighbouring characters, the words of the index: Chinese has no spaces, and any two characters must find.
 * A pair is one number, first × 65,536 + second. A word of one character is a pair with nothing: its second is 0.
 */
import { isWord } from './plain.ts';

/** @param text as `plain` gives it. Adds to `into`. */
export function addGrams(text: string, into: Set<number>): void {
  let first = 0;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const inWord = code !== 0 && isWord(code);
    if (inWord && length > 0) into.add(first * 65_536 + code);
    if (!inWord && length === 1) into.add(first * 65_536);
    length = inWord ? length + 1 : 0;
    first = code;
  }
}

/** What must stand in a text for a word to be in it. `single`: the word is one character; null: it is not. */
export interface Wanted {
  grams: number[];
  single: number | null;
}

/** Null: nothing of the word is in the index, it is all punctuation. */
export function wantedOf(word: string): Wanted | null {
  const grams = new Set<number>();
  let single: number | null = null;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (!isWord(code)) continue;
    single ??= code;
    const next = at + 1 < word.length ? word.charCodeAt(at + 1) : 0;
    if (next !== 0 && isWord(next)) grams.add(code * 65_536 + next);
  }
  if (grams.size > 0) return { grams: [...grams], single: null };
  return single === null ? null : { grams: [], single };
}
