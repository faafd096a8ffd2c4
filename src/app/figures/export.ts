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

/** The first row as a heading. */
export async function xlsxOf(rows: Cell[][], sheet: string): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const [head = [], ...others] = rows;
  const data = [
    head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
    ...others.map((row) =>
      row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
    ),
  ];
  return writeXlsxFile(data, { sheet, stickyRowsCount: 1 }).toBlob();
}
