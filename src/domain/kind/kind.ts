/**
 * A kind of notice as data: its fields, what is checked, and how it is said on screen, on paper, by voice, as a text
 * message and as a card. Adding a kind is adding a file in `kinds/`, and no screen.
 *
 * A kind judges new notices only: what was published is shown as it was signed. So a field that becomes required
 * later needs no date of its own; a field that is no longer offered is `retired` and still shown.
 */
import type { PeriodKind } from '../calendar/periods.ts';
import type { Fen } from '../money.ts';
import type { ColumnType } from './values.ts';

export interface Words {
  zh: string;
  en: string;
}

/** What becomes of a value in the notice of the next period; `from`: another field's value moves here. */
export type Reuse = 'keep' | 'empty' | 'next' | { from: string };

export interface Column {
  id: string;
  name: Words;
  type: ColumnType;
  required?: true;
  unit?: string;
  /** Other headings under which spreadsheets have it. */
  synonyms?: string[];
  options?: Words[];
  /** Stays when last period's notice becomes the start of this one. By default names stay and figures go. */
  reuse?: 'keep' | 'empty';
}

interface FieldBase {
  id: string;
  name: Words;
  /** For the cadre who does not know what to write. */
  hint?: Words;
  required?: true;
  reuse?: Reuse;
  /** Begins a part of the notice under this heading. */
  section?: Words;
  /** No longer offered; shown where it is. */
  retired?: true;
}

export type Field = FieldBase &
  (
    | { type: 'text'; long?: true; max?: number }
    | { type: 'date' }
    | { type: 'period'; periods: PeriodKind[] }
    | { type: 'money'; min?: Fen; max?: Fen }
    | { type: 'quantity'; unit: string; min?: number; max?: number }
    | { type: 'choice'; options: Words[] }
    | { type: 'yes-no' }
    | { type: 'person' }
    | { type: 'phone' }
    | { type: 'steps' }
    | { type: 'documents' }
    | TablePart
  );

interface TablePart {
  type: 'table';
  columns: Column[];
  /** Columns that together name a row: for duplicates, and for comparing with the period before. */
  key: string[];
  /** Columns of which the total is shown. */
  totals: string[];
}
export type TableField = FieldBase & TablePart;

/** True when the field holds that word. */
export interface Condition {
  field: string;
  is: string;
}

/**
 * What must agree. Every check is silent while something that it needs is empty: `required` speaks for that.
 * `severity` is `error` unless the check says otherwise below.
 */
export type Check =
  /** The total of a column is what the field says, to the fen or the last decimal. */
  | { type: 'column-total'; table: string; column: string; field: string }
  /** The field says how many rows there are. */
  | { type: 'row-count'; table: string; field: string }
  /** opening + plus − minus = closing, all money; an empty plus or minus is nothing. */
  | { type: 'balance'; opening: string; plus: string[]; minus: string[]; closing: string }
  /** The parts make the total; an empty part is nothing. Fields of money or of quantity. */
  | { type: 'sum'; parts: string[]; total: string }
  /** part / whole in percent, to the decimals that are given. */
  | { type: 'percent'; part: string; whole: string; percent: string }
  /** The same in each row of a table. */
  | { type: 'row-percent'; table: string; part: string; whole: string; percent: string }
  /** quantity × rate = amount in each row, to the fen. A warning: local rules round and cap. */
  | { type: 'row-product'; table: string; quantity: string; rate: string; amount: string }
  /** Cells of one column are not above those of another. */
  | { type: 'row-at-most'; table: string; less: string; more: string }
  /** Days counted in a column are not more than the period has. */
  | { type: 'days-in-period'; table: string; column: string; period: string }
  /** Dates in this order, where given; the same day is fine. */
  | { type: 'dates-in-order'; fields: string[] }
  | { type: 'row-dates-in-order'; table: string; columns: string[] }
  /** No two rows with the same key. A warning: two of one name live in a village. */
  | { type: 'unique-rows'; table: string; columns: string[] }
  /** A warning about amounts outside these bounds. */
  | { type: 'usual-range'; table: string; column: string; min: Fen; max: Fen }
  /** A warning about amounts of more than so many times the middle one: a slipped decimal point. */
  | { type: 'far-from-middle'; table: string; column: string; times: number }
  /** Required when another field says so. */
  | { type: 'needed-when'; field: string; when: Condition }
  /** At least one of these is filled. */
  | { type: 'one-of'; fields: string[] };

/** What the form works out: offered, never put over what was typed. */
export type Formula =
  | { type: 'column-total'; table: string; column: string }
  | { type: 'row-count'; table: string }
  | { type: 'sum'; plus: string[]; minus: string[] }
  | { type: 'percent'; part: string; whole: string };

/** A sentence with `{field}`, `{table.count}`, `{table.column.sum}`, `{title}`; left out when one of them is empty. */
export type Sentence = string | { when: Condition; say: string };

export interface Paper {
  size: 'A4' | 'A3';
  turned: boolean;
  /** Set as a letter: these fields go without labels, `signed` at the right below the text. */
  letter?: { greeting: string; text: string; signed: string[] };
  /** Lines to sign on by hand, below everything. */
  signatures?: Words[];
}

export interface NoticeKind {
  id: string;
  name: Words;
  /** When to take this kind. */
  hint: Words;
  fields: Field[];
  checks: Check[];
  computed?: Record<string, Formula>;
  voice: Sentence[];
  message: Sentence[];
  /** Fields on the card, in order. */
  card: string[];
  paper: Paper;
}

export const A4: Paper = { size: 'A4', turned: false };
export const A3_TURNED: Paper = { size: 'A3', turned: true };

export type Language = keyof Words;

export const fieldOf = (kind: NoticeKind, id: string): Field | null =>
  kind.fields.find((field) => field.id === id) ?? null;

export const tableFieldOf = (kind: NoticeKind, id: string): TableField | null => {
  const field = fieldOf(kind, id);
  return field?.type === 'table' ? field : null;
};
