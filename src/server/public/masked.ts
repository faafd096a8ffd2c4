import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

const STARS = /([*＊]{2,})/;

/** More hidden places than this in one text are shown as they are: their marks would weigh more than the text. */
const MOST = 20;

/** Figures that were hidden before publication look hidden, and are said to be. */
export const masked = (text: string, words: Words, most = MOST): Html => {
  const pieces = text.split(STARS);
  if (pieces.length === 1 || pieces.length > 2 * most + 1) return html`${text}`;
  return html`${pieces.map((piece, at) =>
    at % 2 === 1 ? html`<span class="masked" title="${words.masked}">${piece}</span>` : piece,
  )}`;
};
