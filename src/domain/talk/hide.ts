/** What is covered in a comment before it is shown: personal data that was found, and words that a person chose. */
import { findPersonalData, replaceFindings } from '../personal-data/find.ts';
import type { PersonalDataKind } from '../personal-data/kinds.ts';

export interface Covered {
  kind: PersonalDataKind;
  original: string;
  masked: string;
}

export interface Cover {
  /** Findings that are shown all the same: a telephone number of an office. */
  lifted: string[];
  /** Words that are covered wherever they stand: a neighbour's name. */
  words: string[];
}

export const NO_COVER: Cover = { lifted: [], words: [] };

/** A word as it is shown when it is covered: two stars, however long it was. */
export const STARS = '**';

/** The text as residents will see it, and each finding once. */
export function covered(text: string, { lifted, words }: Cover): { text: string; found: Covered[] } {
  const findings = findPersonalData(text);
  const masked = replaceFindings(text, findings, new Set(lifted));
  const longest = [...words].filter(Boolean).sort((one, other) => other.length - one.length);
  const found = new Map(
    findings.map(({ kind, original, masked: shown }) => [original, { kind, original, masked: shown }]),
  );
  return {
    text: longest.reduce((rest, word) => rest.split(word).join(STARS), masked),
    found: [...found.values()],
  };
}

/** Surnames of two characters that are common; others are taken for one character. */
const LONG_SURNAMES = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|宇文|长孙|夏侯|端木)/;

/** A name of which only the surname is shown: 王某, 欧阳某. */
export function surnameOnly(name: string): string {
  const typed = name.trim();
  if (typed === '') return '';
  const surname = LONG_SURNAMES.exec(typed)?.[0] ?? [...typed][0] ?? '';
  return `${surname}某`;
}
