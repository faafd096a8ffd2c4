/**
 * An annual report as data: parts with texts and tables. Every figure says where it comes from, so that a screen can open
 * the records behind it. The words are those of the official form, in Chinese whatever the screen's language.
 */
import type { Counted, FigureId } from '../counting/figures.ts';
import type { Registry } from '../registry/registry.ts';
import type { Case } from '../request/case.ts';
import type { ReportFormId } from './forms.ts';
import type { TypedFigures } from './typed.ts';

/** Where a figure comes from: lists of records, the desk, the registry, or what the office typed. */
export type Source =
  | { from: 'count'; figure: FigureId; part?: string }
  | { from: 'desk' }
  | { from: 'registry' }
  | { from: 'typed' };

export interface Row {
  name: string;
  /** How far it is indented: 0 a heading of the table, 1 and 2 below it. */
  level: 0 | 1 | 2;
  /** One for each column; a text where the form has one; null: the office has not typed it yet. */
  cells: (number | string | null)[];
  source: Source;
  /** Ids of the records that the first cell counts, in order; left out where no public record says it. */
  records?: string[];
}

export interface TextBlock {
  kind: 'text';
  /** Named by the office's edit of it: stays the same from year to year. */
  id: string;
  heading: string;
  /** As the records propose it. */
  proposed: string;
  /** Characters that the form allows; null: as many as it takes. */
  limit: number | null;
}

export interface TableBlock {
  kind: 'table';
  id: string;
  caption: string;
  columns: string[];
  /** A heading above some of the columns, from the first (0) on. */
  group?: { name: string; first: number; count: number };
  rows: Row[];
}

/** A cell of a table's head: how many columns it covers, and whether it reaches down to the rows. */
export interface HeadCell {
  name: string;
  span: number;
  down: boolean;
}

/** The first row of a table's head. */
export const headCells = ({ columns, group }: Pick<TableBlock, 'columns' | 'group'>): HeadCell[] =>
  columns.flatMap((name, at): HeadCell[] => {
    if (!group || at < group.first || at >= group.first + group.count) return [{ name, span: 1, down: true }];
    return at === group.first ? [{ name: group.name, span: group.count, down: false }] : [];
  });

/** The columns under the heading of a group, for the head's second row; none: it has one row. */
export const groupedColumns = ({ columns, group }: Pick<TableBlock, 'columns' | 'group'>): string[] =>
  group ? columns.slice(group.first, group.first + group.count) : [];

export type Block = TextBlock | TableBlock;

export interface Part {
  heading: string;
  blocks: Block[];
}

export interface Report {
  form: ReportFormId;
  year: number;
  title: string;
  parts: Part[];
}

/** What one unit's year was scored, for the problems that the report names. */
export interface YearScore {
  name: string;
  /** 0 to 100; null: there was nothing to judge. */
  total: number | null;
  late: number;
  missing: number;
  corrected: number;
  unanswered: number;
}

/** What came in the last week of the quarters, of all that came, in percent; null: too little to say. */
export type BurstShare = number | null;

/** What a report is made of. All of it is folded from the log. */
export interface ReportInput {
  registry: Registry;
  year: number;
  /** Of the year and of the year before, by unit. */
  counted: readonly Counted[];
  before: readonly Counted[];
  cases: readonly Case[];
  scores: readonly YearScore[];
  burst: BurstShare;
  typed: TypedFigures;
}
