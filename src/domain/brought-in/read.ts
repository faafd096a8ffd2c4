/**
 * Old records from a sheet: each row becomes one, or is named with what is wrong in it. Nothing is dropped in silence: what
 * stands in a column that means nothing here goes into the record's text, behind the column's heading. Pure.
 */
import { NOTICE_LIMITS } from '../notice/events.ts';
import { filledDown, isEmptyRow, type RawCell, type RawRow, type RawSheet, textOf } from '../table/cells.ts';
import { type Header, type Mapping, plainHeading } from '../table/header.ts';
import { dateOfCell } from '../table/typed-cell.ts';
import type { LocalDate } from '../time.ts';
import type { OldField } from './columns.ts';

export interface OldRecord {
  /** The spreadsheet's own number of the row, from 1. */
  row: number;
  unit: string;
  day: LocalDate;
  title: string;
  /** Id of the entry under which it is put. */
  entry: string;
  /** Empty: the old record names nobody. */
  officer: string;
  text: string;
  /** Names of files, as they stand in the sheet. */
  files: string[];
}

export type OldProblemCode =
  | 'no-day'
  | 'not-a-day'
  | 'not-past'
  | 'no-title'
  | 'title-too-long'
  | 'officer-too-long'
  | 'text-too-long'
  | 'no-unit'
  | 'unknown-unit'
  | 'unknown-entry'
  | 'no-such-file'
  | 'too-many-files'
  | 'twice'
  | 'already-here';

export interface OldProblem {
  row: number;
  field: OldField;
  code: OldProblemCode;
  /** What stands there. */
  value: string;
}

export interface Surroundings {
  /** Where a row belongs that names no unit; empty: every row must name one. */
  unit: string;
  /** Where a record goes that names no entry, or one that the catalogue does not have. */
  entry: string;
  units: readonly { id: string; name: string }[];
  entries: readonly { id: string; name: string }[];
  /** Names of the files that were chosen, without folders. */
  files: ReadonlySet<string>;
  today: LocalDate;
  /** Keys (`recordKeyOf`) of what was brought in before. */
  here: ReadonlySet<string>;
}

export interface OldRecords {
  records: OldRecord[];
  /** Rows that cannot be brought in as they are. */
  problems: OldProblem[];
  /** What was put right by itself and should be looked at. */
  notes: OldProblem[];
  /** Rows that hold something. */
  rows: number;
}

/** Two records with the same key are the same record. */
export const recordKeyOf = ({ unit, day, title }: Pick<OldRecord, 'unit' | 'day' | 'title'>): string =>
  `${unit}\n${day}\n${title.trim()}`;

const plain = (name: string): string => plainHeading(name).replace(/(村民委员会|村委会|村|人民政府)$/, '');

/** The one whose name it is, or that alone contains it or is contained in it. */
function named<One extends { name: string }>(all: readonly One[], text: string): One | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const same = all.filter(({ name }) => plain(name) === wanted);
  if (same.length === 1) return same[0]!;
  const near = all.filter(({ name }) => plain(name).includes(wanted) || wanted.includes(plain(name)));
  return near.length === 1 ? near[0]! : null;
}

const filesOf = (text: string): string[] =>
  text
    .split(/[;；,，、\n]+/)
    .map((one) => one.trim().split(/[\\/]/).pop() ?? '')
    .filter((one) => one !== '');

interface Cells {
  row: number;
  raw: RawRow;
  cell: (field: OldField) => RawCell;
  text: (field: OldField) => string;
}

class RowReader {
  readonly problems: OldProblem[] = [];
  readonly notes: OldProblem[] = [];
  readonly #around: Surroundings;
  readonly #seen = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  read(cells: Cells, rest: string[]): OldRecord | null {
    const before = this.problems.length;
    const record: OldRecord = {
      row: cells.row,
      unit: this.#unit(cells),
      day: this.#day(cells),
      title: this.#short(cells, 'title', NOTICE_LIMITS.title, 'title-too-long'),
      entry: this.#entry(cells),
      officer: this.#short(cells, 'officer', NOTICE_LIMITS.officer, 'officer-too-long'),
      text: [cells.text('text'), ...rest].filter((one) => one !== '').join('\n'),
      files: this.#files(cells),
    };
    if (record.title === '') this.#wrong(cells, 'title', 'no-title');
    if (record.text.length > NOTICE_LIMITS.text)
      this.#wrong(cells, 'text', 'text-too-long', String(record.text.length));
    if (this.problems.length > before) return null;
    return this.#isNew(cells, record) ? record : null;
  }

  #wrong({ row }: Cells, field: OldField, code: OldProblemCode, value = ''): void {
    this.problems.push({ row, field, code, value });
  }

  #isNew(cells: Cells, record: OldRecord): boolean {
    const key = recordKeyOf(record);
    const isHere = this.#around.here.has(key);
    if (!isHere && !this.#seen.has(key)) {
      this.#seen.add(key);
      return true;
    }
    this.#wrong(cells, 'title', isHere ? 'already-here' : 'twice', record.title);
    return false;
  }

  #unit(cells: Cells): string {
    const text = cells.text('unit');
    if (text === '') {
      if (this.#around.unit === '') this.#wrong(cells, 'unit', 'no-unit');
      return this.#around.unit;
    }
    const unit = named(this.#around.units, text);
    if (!unit) this.#wrong(cells, 'unit', 'unknown-unit', text);
    return unit?.id ?? '';
  }

  #day(cells: Cells): LocalDate {
    const text = cells.text('day');
    const day = dateOfCell(cells.cell('day'));
    if (text === '') this.#wrong(cells, 'day', 'no-day');
    else if (day === null) this.#wrong(cells, 'day', 'not-a-day', text);
    else if (day >= this.#around.today) this.#wrong(cells, 'day', 'not-past', text);
    return (day ?? '') as LocalDate;
  }

  #short(cells: Cells, field: OldField, most: number, code: OldProblemCode): string {
    const text = cells.text(field).replace(/\s+/g, ' ');
    if (text.length > most) this.#wrong(cells, field, code, text);
    return text;
  }

  #entry(cells: Cells): string {
    const text = cells.text('entry');
    const entry = text === '' ? null : named(this.#around.entries, text);
    if (text !== '' && !entry)
      this.notes.push({ row: cells.row, field: 'entry', code: 'unknown-entry', value: text });
    return entry?.id ?? this.#around.entry;
  }

  #files(cells: Cells): string[] {
    const files = filesOf(cells.text('files'));
    for (const name of files)
      if (!this.#around.files.has(name)) this.#wrong(cells, 'files', 'no-such-file', name);
    if (files.length > NOTICE_LIMITS.attachments)
      this.#wrong(cells, 'files', 'too-many-files', String(files.length));
    return files;
  }
}

/** Columns that number the rows say nothing. */
const NUMBERING = /^(序号?|编号|行号|no\.?)$/i;

/**
 * The records of a sheet.
 * @param mapping for each column the id of its field (columns.ts), or null.
 */
export function readOldRecords(
  sheet: RawSheet,
  header: Pick<Header, 'row' | 'rows' | 'names'>,
  mapping: Mapping,
  around: Surroundings,
): OldRecords {
  const reader = new RowReader(around);
  const rows = filledDown(sheet, () => true).slice(header.row + header.rows);
  const records: OldRecord[] = [];
  let filled = 0;
  rows.forEach((raw, index) => {
    if (isEmptyRow(raw)) return;
    filled += 1;
    const cell = (field: OldField): RawCell => raw[mapping.indexOf(field)] ?? null;
    const cells: Cells = {
      row: header.row + header.rows + index + 1,
      raw,
      cell,
      text: (field) => textOf(cell(field)),
    };
    const unknown = raw.flatMap((cell, column) => {
      const name = header.names[column] ?? '';
      const isKept =
        (mapping[column] ?? null) === null && textOf(cell) !== '' && !NUMBERING.test(name.trim());
      return isKept ? [name === '' ? textOf(cell) : `${name}：${textOf(cell)}`] : [];
    });
    const entry = cells.text('entry');
    const isOther = entry !== '' && named(around.entries, entry) === null;
    const record = reader.read(
      cells,
      isOther ? [...unknown, `${header.names[mapping.indexOf('entry')]}：${entry}`] : unknown,
    );
    if (record) records.push(record);
  });
  return { records, problems: reader.problems, notes: reader.notes, rows: filled };
}
