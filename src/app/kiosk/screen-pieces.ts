/** What a screen says, and in which order when it is numbered. */
import type { TFunction } from 'i18next';
import type { Language } from '../../domain/kind/kind.ts';
import { choicesOf, labelOf, numbered, partsOf } from './numbers.ts';
import { type Piece, piecesOf, wordsOf } from './pieces.ts';

type Words = TFunction<'kiosk'>;

const languageOf = (language: string): Language => (language === 'en' ? 'en' : 'zh');

/** Everything, from top to bottom. */
export const plainPieces = (page: Document, language: string): Piece[] =>
  piecesOf(partsOf(page), languageOf(language));

/** The choices with their numbers, then what the other keys do. */
export function choicePieces(page: Document, group: number, t: Words, language: string): Piece[] {
  const { shown, more } = numbered(choicesOf(partsOf(page)), group);
  const pieces = shown.map((element, at) => ({
    said: t('keypad.choice', {
      number: t('keypad.digits')[at],
      name: wordsOf(labelOf(element), languageOf(language)),
    }),
    element: labelOf(element),
    stretches: [],
  }));
  const pad = page.querySelector('.number-pad') ?? page.body;
  const keys = [...(more ? [t('keypad.sayMore')] : []), t('keypad.sayKeys')];
  return [...pieces, ...keys.map((said) => ({ said, element: pad, stretches: [] }))];
}

/** With numbers: what is to be read first, then the choices, then the rest. */
export function numberedPieces(page: Document, group: number, t: Words, language: string): Piece[] {
  const parts = partsOf(page);
  const article = page.querySelector('main article');
  const choices = new Set<Element>(choicesOf(parts).flatMap((one) => [one, labelOf(one)]));
  const read = (from: Element[], skip: Set<Element>): Piece[] => piecesOf(from, languageOf(language), skip);
  const headings = parts.filter((part) => part.tagName === 'H1');
  const first = article ? [article] : headings;
  return [
    ...read(first, choices),
    ...choicePieces(page, group, t, language),
    ...read(parts, new Set<Element>([...choices, ...first, ...headings])),
  ];
}
