/** The catalogue as a spreadsheet file. Loaded when somebody exports: the library is not small. */
import writeExcelFile from 'write-excel-file/browser';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { SHEET_COLUMNS, sheetHeadings, sheetRow } from '../../domain/catalogue/sheet-columns.ts';

const ID_WIDTH = 20;

/** Every cell is text, so that no program turns a term or a day into something else. */
export async function catalogueWorkbook(entries: CatalogueEntry[]): Promise<Blob> {
  const heading = sheetHeadings().map((value) => ({ value, fontWeight: 'bold' as const, type: String }));
  const rows = entries.map((entry) =>
    sheetRow(entry).map((value) => (value === '' ? null : { value, type: String, wrap: true })),
  );
  const columns = [...SHEET_COLUMNS.map(({ width }) => ({ width })), { width: ID_WIDTH }];
  return writeExcelFile([heading, ...rows], { sheet: '公开目录', columns, stickyRowsCount: 1 }).toBlob();
}
