/** Tables as an .xlsx workbook. Loaded when somebody asks for one: the library is not small. */
import writeXlsxFile from 'write-excel-file/universal';
import type { Cell } from './csv.ts';

/** A sheet of a workbook; its first row is the heading. */
export interface SheetTable {
  name: string;
  rows: Cell[][];
  /** Of the columns, in characters; left out: as the program likes. */
  widths?: number[];
}

const cellsOf = ([head = [], ...others]: Cell[][]) => [
  head.map((value) => ({ value: String(value), fontWeight: 'bold' as const })),
  ...others.map((row) =>
    row.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  ),
];

/** Tables of one file, each a sheet; a number is a number, and every text stays a text. */
export const workbookOf = (sheets: SheetTable[]): Promise<Blob> =>
  writeXlsxFile(
    sheets.map(({ name, rows, widths }) => ({
      data: cellsOf(rows),
      sheet: name,
      stickyRowsCount: 1,
      columns: widths?.map((width) => ({ width })),
    })),
  ).toBlob();
