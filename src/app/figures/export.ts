/** Tables that leave the office: .csv for every program, .xlsx for spreadsheets. */
export type Cell = string | number;

/** Spreadsheets run a text that begins like a formula. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const field = (cell: Cell): string => {
  const text = typeof cell === 'number' ? String(cell) : safe(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: Cell[][]): Blob =>
  new Blob([`\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`], {
    type: 'text/csv;charset=utf-8',
  });

const sheetOf = ([head = [], ...others]: Cell[][]) => [
  head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
  ...others.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  ),
];

/** Tables of one file, each a sheet. Their first rows are headings. */
export async function workbookOf(sheets: { name: string; rows: Cell[][] }[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  return writeXlsxFile(
    sheets.map(({ name, rows }) => ({ data: sheetOf(rows), sheet: name, stickyRowsCount: 1 })),
  ).toBlob();
}

/** The first row as a heading. */
export const xlsxOf = (rows: Cell[][], sheet: string): Promise<Blob> => workbookOf([{ name: sheet, rows }]);
