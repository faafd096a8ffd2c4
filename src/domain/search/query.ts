/** What was typed, as words that must all be found; and where they stand in a text that is shown. */
import { type Wanted, wantedOf } from './grams.ts';
import { findSounds, isLetters } from './pinyin.ts';
import { plain, plainWithPlaces, type Stretch } from './plain.ts';

export interface Word {
  /** As `plain` gives it. */
  text: string;
  /** What the index is asked for; null: it holds nothing of it. */
  wanted: Wanted | null;
  /** May be the sounds of a title. */
  sounds: boolean;
}

/** More than this is no search any more. Characters, words. */
const LONGEST = 60;
const MOST = 8;

/** The words of a line that was typed; none: nothing is asked. */
export const wordsOf = (typed: string): Word[] =>
  plain(typed.slice(0, LONGEST))
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST)
    .map((text) => ({ text, wanted: wantedOf(text), sounds: isLetters(text) }));

/** Whether a text has the word, as it is written or as it sounds. @param text as `plain` gives it. */
export const hasWord = (text: string, { text: word, sounds }: Word): boolean =>
  text.includes(word) || (sounds && findSounds(text, word) !== null);

/** Where words stand in a text as it is shown, in order and without overlap. `sounds`: by their sounds too. */
export function marksOf(text: string, words: Word[], sounds = true): Stretch[] {
  const { plain: compared, places } = plainWithPlaces(text);
  const found = words.flatMap((word) => stretchesOf(compared, word, sounds));
  found.sort((one, other) => one.from - other.from);
  const marks: Stretch[] = [];
  for (const { from, to } of found) {
    const last = marks[marks.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else marks.push({ from, to });
  }
  return marks.map(({ from, to }) => ({ from: places[from]!, to: places[to]! }));
}

function stretchesOf(text: string, { text: word, sounds }: Word, bySound: boolean): Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    found.push({ from: at, to: at + word.length });
  if (found.length > 0 || !sounds || !bySound) return found;
  for (let next = findSounds(text, word); next; next = findSounds(text, word, next.to)) found.push(next);
  return found;
}

/** Characters of an excerpt before the first word, and in all. */
const BEFORE = 12;
const EXCERPT = 60;

/**
 * The place of a text that shows best why it was found: the line with the most of the words, cut to a readable length.
 * Null: not every word that the rest of the notice lacks stands in the lines. @param words those to be found here.
 */
export function excerptOf(lines: string[], words: Word[]): string | null {
  const compared = lines.map(plain);
  const isThere = (word: Word): boolean => compared.some((line) => line.includes(word.text));
  if (!words.every(isThere)) return null;
  const counts = compared.map((line) => words.filter(({ text }) => line.includes(text)).length);
  const best = lines[counts.indexOf(Math.max(...counts))] ?? '';
  const first = marksOf(best, words, false)[0]?.from ?? 0;
  if (best.length <= EXCERPT) return best;
  const from = Math.max(0, Math.min(first - BEFORE, best.length - EXCERPT));
  const cut = best.slice(from, from + EXCERPT);
  return `${from > 0 ? '…' : ''}${cut}${from + EXCERPT < best.length ? '…' : ''}`;
}
