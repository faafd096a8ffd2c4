/**
 * Sounds of characters, so that fpbt and butie find 扶贫补贴.
 *
 * A library would weigh 20 KB compressed and need 80 ms for the titles of 10,000 notices (pinyin-match), or 90 KB and
 * 180 ms (pinyin-pro). The table here is 9 KB, and the titles take 3 ms.
 * It has the 6,763 characters of GB 2312, with all their sounds, in the order of that standard: its first part is in the order
 * of sounds, so most of it is runs. tests/unit/domain/search/sounds-table.ts makes it from pinyin-pro.
 */
import { MORE_SOUNDS, SOUND_RUNS, SYLLABLES } from './sounds.ts';
import type { Stretch } from './plain.ts';

const DIGITS = 64;
/** Of the digits in the table: the 64 printable characters from `0` on. */
const BASE = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - BASE;
const syllableAt = (text: string, at: number): string =>
  syllables()[digit(text, at) * DIGITS + digit(text, at + 1)]!;

let split: string[] | null = null;
const syllables = (): string[] => (split ??= SYLLABLES.split(' '));

/** The characters of GB 2312, in its order. */
export function standardCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return new TextDecoder('gbk').decode(Uint8Array.from(bytes));
}

/** Sounds of each character, the usual one first. */
function readTable(): Map<number, string[]> {
  const sounds = new Map<number, string[]>();
  const characters = standardCharacters();
  let next = 0;
  for (let at = 0; at < SOUND_RUNS.length; at += 3) {
    const syllable = syllableAt(SOUND_RUNS, at);
    for (let count = digit(SOUND_RUNS, at + 2) + 1; count > 0; count--)
      sounds.set(characters.charCodeAt(next++), [syllable]);
  }
  for (let at = 0; at < MORE_SOUNDS.length; at += 3)
    sounds.get(MORE_SOUNDS.charCodeAt(at))?.push(syllableAt(MORE_SOUNDS, at + 1));
  return sounds;
}

let table: Map<number, string[]> | null = null;
/** By UTF-16 unit: the first letters of its sounds, a bit each. */
const initials = new Uint32Array(65_536);

function open(): Map<number, string[]> {
  if (table) return table;
  table = readTable();
  for (const [code, all] of table)
    for (const sound of all) initials[code]! |= 1 << (sound.charCodeAt(0) - 97);
  for (let code = 97; code <= 122; code++) initials[code] = 1 << (code - 97);
  return table;
}

/** Sounds of a character, `v` for ü; none when it is not in the table. */
export const soundsOf = (char: string): string[] => open().get(char.charCodeAt(0)) ?? [];

/** Whether letters from `at` on are the sounds of characters from `place` on; the place after the last, or −1. */
function followed(text: string, place: number, letters: string, at: number): number {
  if (at === letters.length) return place;
  if (place >= text.length) return -1;
  const code = text.charCodeAt(place);
  const bit = 1 << (letters.charCodeAt(at) - 97);
  if ((initials[code]! & bit) === 0) return -1;
  for (const sound of open().get(code) ?? []) {
    if (letters.startsWith(sound, at)) {
      const end = followed(text, place + 1, letters, at + sound.length);
      if (end >= 0) return end;
    }
    // The last sound may be typed halfway.
    if (at + 1 < letters.length && sound.startsWith(letters.slice(at))) return place + 1;
  }
  return followed(text, place + 1, letters, at + 1);
}

/** Whether a word can be sounds at all. */
export const isLetters = (word: string): boolean => /^[a-z]+$/.test(word);

/**
 * Where a text is spelled by letters: by the initials of its characters, by whole sounds, or by both mixed.
 * Null: nowhere. @param letters a to z.
 */
export function findSounds(text: string, letters: string, from = 0): Stretch | null {
  open();
  const bit = 1 << (letters.charCodeAt(0) - 97);
  for (let place = from; place < text.length; place++) {
    if ((initials[text.charCodeAt(place)]! & bit) === 0) continue;
    const end = followed(text, place, letters, 0);
    if (end >= 0) return { from: place, to: end };
  }
  return null;
}
