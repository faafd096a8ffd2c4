/**
 * What a long notice is cut into, so that no page of it weighs more than it may. A run is a paragraph, a list, a table, a
 * card; its pieces are what is never cut: a few sentences, an item, a row. Pure.
 */
import { utf8 } from '../../log/hex.ts';
import { type Html, html } from './html.ts';
import { masked } from './masked.ts';
import type { Words } from './words.ts';

export interface Run {
  pieces: Html[];
  /** Pieces that stand next to each other, the first of them at place `from` of the run, as one piece of HTML. */
  whole: (pieces: Html[], from: number) => Html;
  /** A heading: never the last on a page. */
  isHeading?: true;
  /** What is read aloud: the notice itself. */
  isText?: true;
}

/** Some pieces of a run, as they stand on one page. */
export interface Part {
  run: Run;
  from: number;
  to: number;
}

const bytesOf = ({ text }: Html): number => utf8(text).length;

export const partHtml = ({ run, from, to }: Part): Html => run.whole(run.pieces.slice(from, to), from);
/** All of a run, where nothing is cut. */
export const runHtml = (run: Run): Html => run.whole(run.pieces, 0);
const weightOf = (part: Part): number => bytesOf(partHtml(part));

/**
 * Fills page after page.
 * @param room bytes of HTML for the parts of a page. A piece that is larger than that gets a page of its own.
 * @returns at least one page.
 */
export function pagesOf(runs: Run[], room: number): Part[][] {
  let page: Part[] = [];
  const pages = [page];
  let used = 0;
  const turn = (): void => {
    const last = page.at(-1);
    const carried = page.length > 1 && last?.run.isHeading ? page.splice(-1) : [];
    page = carried;
    used = carried.reduce((sum, part) => sum + weightOf(part), 0);
    pages.push(page);
  };
  for (const run of runs) {
    const shell = bytesOf(run.whole([], 0));
    let part: Part | null = null;
    for (const [at, piece] of run.pieces.entries()) {
      if (page.length > 0 && used + bytesOf(piece) + (part ? 0 : shell) > room) {
        turn();
        part = null;
      }
      if (!part) {
        part = { run, from: at, to: at };
        page.push(part);
        used += shell;
      }
      part.to = at + 1;
      used += bytesOf(piece);
    }
  }
  return pages;
}

/** Bytes of HTML of the longest piece of running text. */
const CHUNK = 1_500;

const END = /[。！？；，、.!?;,\s]/;
const isStar = (sign: string | undefined): boolean => sign === '*' || sign === '＊';
const isLow = (sign: string | undefined): boolean =>
  sign !== undefined && sign >= '\udc00' && sign <= '\udfff';

/** Near the middle, after the end of a sentence where there is one; never within a sign, nor so that one star is left alone. */
function cutOf(text: string): number {
  const middle = Math.floor(text.length / 2);
  for (let away = 0; away < middle / 2; away++)
    for (const at of [middle - away, middle + away]) if (END.test(text[at - 1] ?? '')) return at;
  const isAlone = (at: number): boolean =>
    isStar(text[at - 1]) && isStar(text[at]) && !(isStar(text[at - 2]) && isStar(text[at + 1]));
  let at = middle;
  while (at > 1 && (isLow(text[at]) || isAlone(at))) at -= 1;
  return at;
}

/** Text in pieces that weigh little, the same text when put together again. */
export function piecesOfText(text: string, words: Words): Html[] {
  const own = masked(text, words);
  if (bytesOf(own) <= CHUNK || text.length < 2) return [own];
  const at = cutOf(text);
  return [...piecesOfText(text.slice(0, at), words), ...piecesOfText(text.slice(at), words)];
}

export const paragraphRun = (text: string, words: Words): Run => ({
  pieces: piecesOfText(text, words),
  whole: (pieces) => html`<p>${pieces}</p>`,
});

export const headingRun = (text: string): Run => ({
  pieces: [html`<h2>${text}</h2>`],
  whole: (pieces) => html`${pieces}`,
  isHeading: true,
});

/** Pieces that stand by themselves. */
export const plainRun = (pieces: Html[]): Run => ({ pieces, whole: (shown) => html`${shown}` });
