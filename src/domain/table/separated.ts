/**
 * Text with separators as rows: what is pasted from a spreadsheet (tabs) and files of commas (RFC 4180).
 * One reader for both: a cell that holds a separator, a quote or a newline stands in double quotes, and a quote inside is
 * doubled. What is badly quoted is read as it stands; nothing is refused.
 */
import type { RawRow } from './cells.ts';

const SEPARATORS = ['\t', ',', ';', '，', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How many lines are looked at to tell the separator. */
const LOOK_AT = 20;

/** The separator that cuts most lines into the same number of cells, more than one; a tab when there is none. */
export function separatorOf(text: string): Separator {
  const score = (separator: Separator): number => {
    const counts = rowsOfText(text, separator, LOOK_AT).map((row) => row.length);
    const most = new Map<number, number>();
    for (const count of counts) if (count > 1) most.set(count, (most.get(count) ?? 0) + 1);
    return Math.max(0, ...[...most].map(([count, lines]) => lines * 100 + count));
  };
  let best: Separator = '\t';
  let bestScore = score(best);
  for (const separator of SEPARATORS.slice(1)) {
    const own = score(separator);
    if (own > bestScore) [best, bestScore] = [separator, own];
  }
  return best;
}

/** Where a cell in quotes ends: the index after its closing quote; -1 when it is never closed. */
function endOfQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

const CELL_END: Record<Separator, RegExp> = {
  '\t': /[\t\r\n]/g,
  ',': /[,\r\n]/g,
  ';': /[;\r\n]/g,
  '，': /[，\r\n]/g,
  '|': /[|\r\n]/g,
};

/** The rows of a text; stops after `most` of them. */
export function rowsOfText(text: string, separator: Separator, most = Infinity): string[][] {
  const rows: string[][] = [];
  const ends = new RegExp(CELL_END[separator]);
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at <= text.length && rows.length < most) {
    const quotedEnd = text[at] === '"' ? endOfQuoted(text, at) : -1;
    // A quote that is closed in the middle of a cell is a plain character.
    const quoted =
      quotedEnd >= 0 &&
      (quotedEnd === text.length || /^[\t\r\n,;，|]/.test(text.slice(quotedEnd, quotedEnd + 1)));
    ends.lastIndex = quoted ? quotedEnd : at;
    const end = ends.exec(text)?.index ?? text.length;
    row.push(quoted ? text.slice(at + 1, quotedEnd - 1).replace(/""/g, '"') : text.slice(at, end));
    at = end + 1;
    if (text[end] === separator) continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[end + 1] === '\n') at = end + 2;
    if (at >= text.length) break;
  }
  return rows;
}

/** What was pasted, or a file of commas, as rows of texts of the same length. */
export function separatedRows(text: string): RawRow[] {
  const rows = rowsOfText(text, separatorOf(text));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row): RawRow => [
    ...row.map((cell) => (cell === '' ? null : cell)),
    ...Array.from({ length: width - row.length }, () => null),
  ]);
}
