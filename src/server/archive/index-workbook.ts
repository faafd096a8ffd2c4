/** The index of an archive as a workbook: the same list in four orders, each a sheet. */
import { unzipSync, zipSync } from 'fflate';
import { workbookOf } from '../../export/workbook.ts';
import { INDEX_HEADINGS, indexRow, ORDERS } from './lists.ts';
import type { ArchivedNotice } from './notices.ts';

/** Of the columns in `INDEX_HEADINGS`, in characters. */
const WIDTHS = [12, 18, 22, 44, 28, 12, 52, 68];

/** In a zip there is always a time; this one is the first that it can say. */
const NO_TIME = new Date(1980, 0, 1);

/** The same parts give the same bytes, whenever and wherever they are packed. */
const packedAgain = (zip: Uint8Array): Uint8Array => zipSync(unzipSync(zip), { mtime: NO_TIME, level: 9 });

/** Rows by the column of the order, and by day where that is the same. */
function sorted(rows: string[][], column: number): string[][] {
  const keyed = rows.map((row) => ({ row, key: `${row[column]}\n${row[0]}` }));
  const isLess = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return keyed.toSorted((a, b) => isLess(a.key, b.key)).map(({ row }) => row);
}

/** As bytes of an .xlsx file. */
export async function indexXlsx(notices: ArchivedNotice[]): Promise<Uint8Array> {
  const rows = notices.map(indexRow);
  const sheets = ORDERS.map(({ name, column }) => ({
    name,
    rows: [INDEX_HEADINGS, ...sorted(rows, column)],
    widths: WIDTHS,
  }));
  return packedAgain(new Uint8Array(await (await workbookOf(sheets)).arrayBuffer()));
}
