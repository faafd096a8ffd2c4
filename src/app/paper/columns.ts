/** Widths of a table's columns, the same on each page, and how far its type must shrink to fit. */
import type { BlockColumn } from '../../domain/kind/blocks.ts';

export interface Columns {
  /** Percent of the table's width. */
  widths: number[];
  /** Of the sheet's type: 1, or less where the table is too wide. */
  scale: number;
}

/** A cell's edges left and right, and the line; ems. */
const EDGES = 1.1;
/** Words wrap: a column of them needs no more than this, nor its heading more than that. Ems. */
const WORDS = 12;
const HEADING = 5;
const NARROWEST = 2;
/** Below this nobody at a wall can read it. */
const SMALLEST = 0.6;

/** Ems that a text takes on one line: a Chinese character one, a Latin letter or digit a little more than half. */
export function emsOf(text: string): number {
  let sum = 0;
  for (const char of text) sum += char > '\u2e7f' ? 1 : 0.58;
  return sum;
}

function naturalWidth(column: BlockColumn, cells: string[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, emsOf(cell)), 0);
  // Figures and numbers are never broken over two lines.
  const isWords =
    column.align === 'start' && longest > WORDS && cells.some((cell) => !/^[\d*X\s-]*$/.test(cell));
  const heading = Math.min(emsOf(column.name), HEADING);
  return Math.max(isWords ? WORDS : longest, heading, NARROWEST) + EDGES;
}

/** @param ems how many of the sheet's ems stand side by side on it. */
export function columnsOf(columns: BlockColumn[], rows: string[][], ems: number): Columns {
  const natural = columns.map((column, at) =>
    naturalWidth(
      column,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const sum = natural.reduce((all, one) => all + one, 0);
  return {
    widths: natural.map((one) => (100 * one) / sum),
    scale: Math.max(SMALLEST, Math.min(1, ems / sum)),
  };
}
