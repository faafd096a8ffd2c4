/**
 * Personal data in tables, by column: where most cells of a column are identity numbers, or its heading says so, every
 * cell of it is taken for one, also the cell with a figure too few. Other cells are searched as texts.
 */
import { findPersonalData, replaceFindings } from './find.ts';
import { HIDDEN_HOUSE, MASKS } from './kinds.ts';
import type { PersonalDataFinding, PersonalDataKind } from './kinds.ts';
import { digitGroups } from './digit-groups.ts';

export interface TablePersonalData {
  /** What each column holds as a whole; null for a column of other things. */
  columns: (PersonalDataKind | null)[];
  /** In reading order. Rows and columns from 0. */
  findings: CellFinding[];
}

export interface CellFinding extends PersonalDataFinding {
  row: number;
  column: number;
}

const HEADINGS: [PersonalDataKind, RegExp][] = [
  ['resident-id', /身份证|证件号|公民身份|残疾人?证/],
  ['bank-card', /银行卡|卡号|[账帐][号户]|一卡通|一折通|存折/],
  ['mobile', /手机|电话|联系方式|联系号码/],
  ['address', /住址|地址|门牌|住所/],
];
/** Numbers of documents and amounts: eleven figures in such a column are no telephone. */
const FIGURES_HEADING =
  /文号|编号|编码|代码|序号|证号|合同|金额|面积|数量|产量|合计|总计|收入|支出|余额|单价|元/;
/** Telephones and addresses of offices. */
const OFFICE_HEADING = /办公|单位|机构|部门/;
/** Share of the filled cells that decides, and how many cells must be filled for it. */
const SHARE = 0.6;
const ENOUGH_CELLS = 3;
/** Fewer figures in a cell are a remark, not a number with figures missing. */
const FEWEST_FIGURES: Record<Exclude<PersonalDataKind, 'address'>, number> = {
  'resident-id': 8,
  'bank-card': 8,
  mobile: 9,
};
const MASKED = /\*{3}/;
const LANDLINE = /^\(?0\d{2,3}\)?[-\s]?\d{7,8}$/;

/** What a column is searched for: one kind throughout, figures that are nobody's number, or as text. */
type ColumnKind = PersonalDataKind | 'figures' | 'text';

function headingKind(heading: string): ColumnKind {
  if (OFFICE_HEADING.test(heading)) return 'text';
  const personal = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0];
  return personal ?? (FIGURES_HEADING.test(heading) ? 'figures' : 'text');
}

/** The kind of which a cell is wholly one; null for anything else. */
function cellKind(cell: string): PersonalDataKind | null {
  const findings = findPersonalData(cell);
  const [only] = findings;
  if (!only || findings.length > 1) return null;
  if (only.kind === 'address') return 'address';
  return only.to - only.from >= cell.trim().length - 1 ? only.kind : null;
}

function columnKind(heading: string, cells: string[]): ColumnKind {
  const named = headingKind(heading);
  if (named !== 'text' || OFFICE_HEADING.test(heading)) return named;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < ENOUGH_CELLS) return 'text';
  const counts = new Map<PersonalDataKind, number>();
  for (const cell of filled) {
    const kind = cellKind(cell);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count >= filled.length * SHARE) return kind;
  return 'text';
}

/** The way to a house that is shown: down to the villagers' group, else the village. */
const SHOWN_WAYS = [
  /^.*(?:村民小组|[0-9０-９一二三四五六七八九十]{1,3}\s*小?[组社]|[\u4e00-\u9fff]社(?!区))/,
  /^.*?村(?!民)/,
];

/** A house in an address column: all behind the villagers' group or the village; null when nothing is behind it. */
function houseIn(cell: string): PersonalDataFinding | null {
  const upTo = SHOWN_WAYS.map((way) => way.exec(cell)?.[0]).find((way) => way !== undefined) ?? '';
  const from = upTo.length;
  const rest = cell.slice(from);
  if (!/[0-9０-９]|[一二三四五六七八九十]+[号栋室]/.test(rest) || MASKED.test(cell)) return null;
  return { kind: 'address', from, to: cell.length, original: rest, masked: HIDDEN_HOUSE };
}

/** What is wrong in shape but stands in a column of such: taken whole. */
function malformed(kind: PersonalDataKind, cell: string): PersonalDataFinding | null {
  if (kind === 'address') return houseIn(cell);
  if (MASKED.test(cell) || LANDLINE.test(cell.trim())) return null;
  const digits = digitGroups(cell)
    .map((group) => group.digits)
    .join('');
  if (digits.length < FEWEST_FIGURES[kind]) return null;
  return { kind, from: 0, to: cell.length, original: cell, masked: MASKS[kind](digits) };
}

function cellFindings(kind: ColumnKind, cell: string): PersonalDataFinding[] {
  const found = findPersonalData(cell);
  if (kind === 'figures') return found.filter((one) => one.kind === 'resident-id' || one.kind === 'address');
  if (found.length > 0 || kind === 'text') return found;
  const whole = malformed(kind, cell);
  return whole ? [whole] : [];
}

const columnKinds = (header: string[], rows: string[][]): ColumnKind[] => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  return Array.from({ length: width }, (_, column) =>
    columnKind(
      header[column] ?? '',
      rows.map((row) => row[column] ?? ''),
    ),
  );
};

/** What in a table belongs to people. `header` may be empty; rows may be ragged. */
export function findInTable(header: string[], rows: string[][]): TablePersonalData {
  const kinds = columnKinds(header, rows);
  const findings = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) =>
      cellFindings(kinds[column] ?? 'text', cell).map((found) => ({ ...found, row: rowIndex, column })),
    ),
  );
  return { columns: kinds.map((kind) => (kind === 'figures' || kind === 'text' ? null : kind)), findings };
}

/** The rows as residents will see them; `lifted` as in `maskText`. The header is left as it is. */
export function maskTable(header: string[], rows: string[][], lifted: Iterable<string> = []): string[][] {
  const shown = new Set(lifted);
  const kinds = columnKinds(header, rows);
  return rows.map((row) =>
    row.map((cell, column) => replaceFindings(cell, cellFindings(kinds[column] ?? 'text', cell), shown)),
  );
}
