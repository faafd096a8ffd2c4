/** Tables that leave the office: .csv for every program, .xlsx for spreadsheets. */
import { type Cell, csvText } from '../../export/csv.ts';

export type { Cell };

export const csvOf = (rows: Cell[][]): Blob => new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });

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
