/** Where on the screen a sentence and its words stand. */
import type { Piece, Stretch } from './pieces.ts';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const boxOf = ({ left, top, width, height }: DOMRect): Box => ({ left, top, width, height });

/** Boxes in the window. None where the text has been drawn anew, or the browser does not measure. */
function boxesOf({ node, from, to }: Stretch): Box[] {
  if (!node.isConnected || to > node.data.length) return [];
  const range = document.createRange();
  if (!('getClientRects' in range)) return [];
  range.setStart(node, from);
  range.setEnd(node, to);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(boxOf);
}

/** Where the sentence stands: its lines, or the whole element. */
export function sentenceBoxes(piece: Piece): Box[] {
  const lines = piece.stretches.flatMap(boxesOf);
  if (lines.length > 0 || !piece.element.isConnected) return lines;
  return [boxOf(piece.element.getBoundingClientRect())];
}

/** Where a word of it stands. What is said otherwise than it is shown is marked as a whole. */
export function wordBoxes(piece: Piece, word: { from: number; to: number }): Box[] {
  return piece.stretches
    .filter(({ at, end }) => at < word.to && word.from < end)
    .flatMap((one) => {
      if (!one.verbatim) return boxesOf(one);
      const from = one.from + Math.max(0, word.from - one.at);
      const to = one.from + Math.min(one.end, word.to) - one.at;
      return boxesOf({ ...one, from, to });
    });
}
