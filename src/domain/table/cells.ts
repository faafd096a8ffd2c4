/**
 * Cells as they come from a spreadsheet, a file of commas or a paste, before anybody knows what they mean.
 * Numbers are numbers only where the file says so; a date is a day (the reader turns date cells into days).
 */
export type RawCell = string | number | boolean | { date: string } | null;
export type RawRow = RawCell[];

/** Rectangles of merged cells, zero-based, both ends included. Only the top left cell holds something. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface RawSheet {
  name: string;
  /** Hidden in the spreadsheet: offered last. */
  hidden: boolean;
  rows: RawRow[];
  merges: Merge[];
}

/** The cell as text, trimmed, with the characters of forms and zero width gone. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.date;
  return String(cell)
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
}

export const isEmptyRow = (row: RawRow): boolean => row.every((cell) => textOf(cell) === '');

/**
 * Merged cells hold their value in each of their rows, in the columns that `names` something. An amount that is merged
 * over three rows is one amount, and is not filled down: it would count three times.
 */
export function filledDown(sheet: RawSheet, names: (column: number) => boolean): RawRow[] {
  const rows = sheet.rows.map((row) => [...row]);
  for (const { top, left, bottom } of sheet.merges) {
    if (!names(left)) continue;
    const value = rows[top]?.[left] ?? null;
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row += 1) {
      const own = rows[row];
      if (own && textOf(own[left]) === '') own[left] = value;
    }
  }
  return rows;
}
