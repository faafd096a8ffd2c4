/** Makes src/domain/search/sounds.ts from pinyin-pro: `npx node tests/unit/domain/search/sounds-table.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { standardCharacters } from '../../../../src/domain/search/pinyin.ts';

export const TABLE = join(import.meta.dirname, '../../../../src/domain/search/sounds.ts');

/** A run holds at most so many characters of one sound. */
const LONGEST = 64;
const SPELLED = /^[a-z]+$/;

const digit = (value: number): string => String.fromCharCode(48 + value);
const number = (value: number): string => digit(value >> 6) + digit(value & 63);

/** All sounds of a character as pinyin-pro has them, the usual one first. */
export function soundsByLibrary(char: string): string[] {
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const all = [...pinyin(char, options), ...pinyin(char, { ...options, multiple: true })];
  return [...new Set(all)].filter((sound) => SPELLED.test(sound));
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The file's text. */
export function soundsFile(): string {
  const sounds = [...standardCharacters()].map((char) => ({ char, sounds: soundsByLibrary(char) }));
  const syllables = [...new Set(sounds.flatMap((one) => one.sounds))].toSorted();
  const index = new Map(syllables.map((syllable, at) => [syllable, at]));
  let runs = '';
  for (let at = 0; at < sounds.length;) {
    const first = sounds[at]!.sounds[0]!;
    let end = at + 1;
    while (end < sounds.length && end - at < LONGEST && sounds[end]!.sounds[0] === first) end += 1;
    runs += number(index.get(first)!) + digit(end - at - 1);
    at = end;
  }
  const more = sounds
    .flatMap(({ char, sounds: [, ...rest] }) => rest.map((sound) => char + number(index.get(sound)!)))
    .join('');
  return [
    '/** Data of pinyin.ts. Made by tests/unit/domain/search/sounds-table.ts from pinyin-pro; never changed by hand. */',
    `export const SYLLABLES = ${quoted(syllables.join(' '))};`,
    '/** Syllable in two digits of 64, and how many characters in a row have it, less one. */',
    `export const SOUND_RUNS = ${quoted(runs)};`,
    '/** A character, and one more syllable that it may be. */',
    `export const MORE_SOUNDS = ${quoted(more)};`,
    '',
  ].join('\n');
}

export const fileNow = (): string => readFileSync(TABLE, 'utf8');

if (import.meta.main) writeFileSync(TABLE, soundsFile());
