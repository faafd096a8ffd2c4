import { expect, it } from 'vitest';
import { soundsOf, standardCharacters } from '../../../../src/domain/search/pinyin.ts';
import { fileNow, soundsByLibrary, soundsFile } from './sounds-table.ts';

it('has all sounds of the 6,763 characters of the standard', () => {
  const characters = [...standardCharacters()];
  expect(characters).toHaveLength(6763);
  for (const char of characters) expect(soundsOf(char), char).toEqual(soundsByLibrary(char));
});

it('is what its maker makes', () => {
  expect(fileNow().replace(/\s|,$/g, '')).toBe(soundsFile().replace(/\s/g, ''));
});
