/**
 * Divides what was measured into pages. The browser's own page breaks are not used: a page has a head, a foot and a
 * number, a table begins anew with its header, and old browsers can none of that.
 */

/** A piece that is never cut. Lengths in CSS pixels. */
export interface Piece {
  height: number;
  /** Space above it; none at the top of a page. */
  before: number;
  /** Must not be the last on its page: a heading, the first line of a paragraph, the row above the total. */
  keep: boolean;
  /** A table's header, which stands above the first of its rows on every page. */
  head: { key: string; height: number } | null;
}

/** Room that `piece` takes below `above`; null: at the top of a page. */
function roomOf(piece: Piece, above: Piece | null): number {
  const isNew = piece.head !== null && piece.head.key !== above?.head?.key;
  return (above ? piece.before : 0) + piece.height + (isNew ? piece.head!.height : 0);
}

/** Where a page that can't take `full` ends: before it, or before what must stay with it. */
function breakBefore(pieces: Piece[], start: number, full: number): number {
  let end = full;
  while (end > start + 1 && pieces[end - 1]!.keep) end -= 1;
  // Everything on the page must stay together: then it is cut where it is full.
  return end === start + 1 && pieces[start]!.keep ? full : end;
}

/**
 * @param capacity room on a page, by its number from 0.
 * @returns the index of each page's first piece. A piece higher than a page has one for itself.
 */
export function paginate(pieces: Piece[], capacity: (page: number) => number): number[] {
  const starts = [0];
  let used = 0;
  let at = 0;
  while (at < pieces.length) {
    const start = starts[starts.length - 1]!;
    const piece = pieces[at]!;
    const room = roomOf(piece, at === start ? null : pieces[at - 1]!);
    if (at > start && used + room > capacity(starts.length - 1)) {
      at = breakBefore(pieces, start, at);
      starts.push(at);
      used = 0;
      continue;
    }
    used += room;
    at += 1;
  }
  return starts;
}
