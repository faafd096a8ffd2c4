/** Tables that leave the office: .csv for every program, .xlsx for spreadsheets. */
import { type Cell, csvText } from '../../export/csv.ts';
import type { SheetTable } from '../../export/workbook.ts';

export type { Cell };

export const csvOf = (rows: Cell[][]): Blob => new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });

/** Tables of one file, each a sheet. Their first rows are headings. */
export async function workbookOf(sheets: SheetTable[]): Promise<Blob> {
  const workbook = await import('../../export/workbook.ts');
  return workbook.workbookOf(sheets);
}

/** The first row as a heading. */
export const xlsxOf = (rows: Cell[][], sheet: string): Promise<Blob> => workbookOf([{ name: sheet, rows }]);
