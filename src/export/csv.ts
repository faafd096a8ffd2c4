/** Tables as text that every program reads. */
export type Cell = string | number;

/** Spreadsheets run a text that begins like a formula. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** RFC 4180, with the mark by which spreadsheets know UTF-8; each cell to the letter. */
export const exactCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;

/** The same for whoever opens it in a spreadsheet: no text in it is run. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  exactCsv(rows.map((row) => row.map((cell) => (typeof cell === 'number' ? String(cell) : safe(cell)))));
