/**
 * A sheet of the catalogue as entries again. What a cell can't mean is named by row and column, and the entry of that row
 * stays as it was. Columns that are left out of a sheet change nothing.
 */
import { filledDown, isEmptyRow, type RawRow, type RawSheet, textOf } from '../table/cells.ts';
import { plainHeading } from '../table/header.ts';
import type { LocalDate } from '../time.ts';
import { type CatalogueEntry, catalogueEntry, entryId } from './entry.ts';
import {
  type EntryPart,
  ID_COLUMN,
  SHEET_COLUMNS,
  type SheetColumn,
  type SheetProblemCode,
} from './sheet-columns.ts';

/** `row`: the spreadsheet's own number, from 1. */
export interface SheetProblem {
  row: number;
  column: string;
  code: SheetProblemCode;
  value: string;
}

export interface CatalogueSheet {
  /** Entries as the sheet has them, problems left out. */
  entries: CatalogueEntry[];
  problems: SheetProblem[];
  /** Ids of all rows, of wrong ones too: whatever is wrong in its row, an entry that is here is not absent. */
  ids: string[];
  /** Headings of which nobody knows what they mean. */
  ignored: string[];
}

interface Heading {
  row: number;
  /** The column's own definition, 'id', or null. */
  columns: (SheetColumn | 'id' | null)[];
}

/** Rows in which the heading is looked for. */
const LOOK_AT = 15;
/** So many headings make a heading. */
const ENOUGH = 3;

function columnOf(text: string): SheetColumn | 'id' | null {
  const heading = plainHeading(text);
  if (heading === plainHeading(ID_COLUMN)) return 'id';
  return (
    SHEET_COLUMNS.find(({ name, synonyms = [] }) =>
      [name, ...synonyms].map(plainHeading).includes(heading),
    ) ?? null
  );
}

function headingOf(rows: RawRow[]): Heading | null {
  for (let row = 0; row < Math.min(rows.length, LOOK_AT); row += 1) {
    const columns = (rows[row] ?? []).map((cell) => columnOf(textOf(cell)));
    if (columns.filter((one) => one !== null).length >= ENOUGH) return { row, columns };
  }
  return null;
}

const FRESH = (today: LocalDate): Omit<CatalogueEntry, 'id' | 'name' | 'post' | 'due'> => ({
  part: 'other',
  aspect: 'government',
  units: ['village'],
  kinds: ['plain'],
  hint: '',
  publicity: null,
  forms: [],
  review: 'none',
  basis: '',
  from: today,
  until: null,
});

interface Reading {
  before: Map<string, CatalogueEntry>;
  today: LocalDate;
  newId: () => string;
}

const NEEDED = ['name', 'post', 'due'] as const;
const NEEDED_COLUMNS = { name: '二级事项', post: '负责人（岗位）', due: '公开时限' } as const;

/** One row as an entry; null when something in it is wrong. */
function entryOfRow(
  cells: string[],
  row: number,
  { columns }: Heading,
  { before, today, newId }: Reading,
  problems: SheetProblem[],
): CatalogueEntry | null {
  const had = problems.length;
  const wrong = (column: string, code: SheetProblemCode, value = ''): void =>
    void problems.push({ row, column, code, value });
  const own = cells[columns.indexOf('id')] ?? '';
  if (own !== '' && !entryId.safeParse(own).success) wrong(ID_COLUMN, 'bad-id', own);
  const known = before.get(own);
  let entry: EntryPart = known ? { ...known } : { ...FRESH(today), id: own === '' ? newId() : own };
  columns.forEach((column, at) => {
    if (column === null || column === 'id') return;
    const text = cells[at] ?? '';
    const read = column.read(text);
    if (typeof read === 'string') wrong(column.name, read, text);
    else entry = { ...entry, ...read };
  });
  for (const field of NEEDED)
    if (entry[field] === undefined && problems.length === had) wrong(NEEDED_COLUMNS[field], 'missing');
  if (entry.until && entry.from && entry.until < entry.from) wrong('停用日期', 'until-before', entry.until);
  if (problems.length > had) return null;
  const checked = catalogueEntry.safeParse(entry);
  return checked.success ? checked.data : null;
}

/**
 * The entries of a sheet; null when it has no heading of the catalogue.
 * @param newId makes an id for a row without one.
 */
export function readCatalogueSheet(
  sheet: RawSheet,
  before: CatalogueEntry[],
  today: LocalDate,
  newId: () => string,
): CatalogueSheet | null {
  const heading = headingOf(sheet.rows);
  if (!heading) return null;
  const rows = filledDown(sheet, (at) => ['公开领域', '一级事项'].includes(nameOf(heading.columns[at])));
  const reading = { before: new Map(before.map((entry) => [entry.id, entry])), today, newId };
  const problems: SheetProblem[] = [];
  const found = new Map<string, CatalogueEntry>();
  rows.forEach((raw, index) => {
    if (index <= heading.row || isEmptyRow(raw)) return;
    const entry = entryOfRow(raw.map(textOf), index + 1, heading, reading, problems);
    if (!entry) return;
    if (found.has(entry.id))
      problems.push({ row: index + 1, column: ID_COLUMN, code: 'twice', value: entry.name });
    else found.set(entry.id, entry);
  });
  const names = (sheet.rows[heading.row] ?? []).map(textOf);
  const ignored = names.filter((name, at) => name !== '' && name !== '序号' && heading.columns[at] === null);
  const at = heading.columns.indexOf('id');
  const ids = rows.slice(heading.row + 1).map((row) => textOf(row[at]));
  return { entries: [...found.values()], ids: ids.filter((id) => id !== ''), problems, ignored };
}

const nameOf = (column: SheetColumn | 'id' | null | undefined): string =>
  column && column !== 'id' ? column.name : '';
