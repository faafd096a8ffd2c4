/** Text as it is said: amounts in words, figures that were hidden named as hidden. What was shown for each piece is kept. */
import { spokenMoney } from '../../domain/forms/spoken.ts';
import type { Language } from '../../domain/kind/kind.ts';

/** A stretch of shown text with what is said for it. */
export interface EarPiece {
  said: string;
  /** Place in the shown text: [from, to). */
  from: number;
  to: number;
}

const SPECIAL = /(-?\d[\d\u202f,]*\.\d\d) ?元|\u202f(?=\d)|[*＊]{2,}/g;

const fenOf = (text: string): number => Math.round(Number(text.replace(/[\u202f,]/g, '')) * 100);

function saidFor(shown: string, amount: string | undefined, language: Language): string {
  if (amount !== undefined) return language === 'zh' ? spokenMoney(fenOf(amount)) : shown;
  if (shown === '\u202f') return '';
  return language === 'zh' ? '，隐去几位，' : ', hidden, ';
}

/** The text in stretches: those without `said` of their own are said as they are shown. */
export function earPieces(text: string, language: Language): EarPiece[] {
  const pieces: EarPiece[] = [];
  let at = 0;
  const plain = (to: number): void => {
    if (to > at) pieces.push({ said: text.slice(at, to), from: at, to });
  };
  for (const found of text.matchAll(SPECIAL)) {
    plain(found.index);
    at = found.index + found[0].length;
    pieces.push({ said: saidFor(found[0], found[1], language), from: found.index, to: at });
  }
  plain(text.length);
  return pieces;
}

/** The text as it is said, so that a voice does not say 'point zero zero'. */
export const forEar = (text: string, language: Language): string =>
  earPieces(text, language)
    .map(({ said }) => said)
    .join('');
