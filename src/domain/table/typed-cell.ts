/** One raw cell as a cell of its column's type. */
import { parseLocalDate } from '../calendar/days.ts';
import { parseDecimal } from '../kind/decimal.ts';
import type { Column } from '../kind/kind.ts';
import type { Cell } from '../kind/values.ts';
import { KIND_LIMITS } from '../kind/values.ts';
import { parseMoney } from '../money.ts';
import type { RawCell } from './cells.ts';
import { textOf } from './cells.ts';

/**
 * `digits-lost`: the spreadsheet kept an identity or card number as a number and forgot its last digits, nobody can
 * bring them back. `rounded` is a warning: more decimals than the column keeps. `formula-error`: #REF!, #N/A and such.
 */
export type CellProblem =
  | 'not-an-amount'
  | 'not-a-number'
  | 'not-a-whole-number'
  | 'not-a-date'
  | 'not-an-id'
  | 'not-a-card'
  | 'digits-lost'
  | 'unknown-choice'
  | 'too-long'
  | 'formula-error'
  | 'rounded';

export type TypedCell = { cell: Cell; problem: CellProblem | null };

const good = (cell: Cell): TypedCell => ({ cell, problem: null });
const bad = (problem: CellProblem): TypedCell => ({ cell: null, problem });

/** Excel's day 0; it counts a 29 February 1900 that never was, so days before March 1900 are not read. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** 1950 to 2100: other numbers in a column of dates are something else. */
const SERIAL = { min: 18_264, max: 73_415 };

const isoOf = (year: string, month: string, day: string): string | null =>
  parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** `2026-10-1`, `2026/10/1`, `2026.10.1`, `2026年10月1日`, `20261001`, and Excel's number of the day. */
export function dateOfCell(cell: RawCell): string | null {
  if (typeof cell === 'object' && cell !== null) return parseLocalDate(cell.date);
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '');
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (parts) return isoOf(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (packed) return isoOf(packed[1] ?? '', packed[2] ?? '', packed[3] ?? '');
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < SERIAL.min || serial > SERIAL.max) return null;
  return new Date(EXCEL_EPOCH_MS + serial * DAY_MS).toISOString().slice(0, 10);
}

/** Figures in a money cell are yuan, or ten thousand yuan where the heading says so. */
function moneyCell(cell: RawCell, yuan: number): TypedCell {
  if (typeof cell === 'number') return numberAsMoney(cell * yuan);
  const text = textOf(cell).replace(/^(人民币|RMB)\s*/i, '');
  if (yuan !== 1 && !/[万亿元]/.test(text)) {
    const plain = parseDecimal(text);
    return plain.ok ? numberAsMoney(Number(plain.text) * yuan) : bad('not-an-amount');
  }
  const parsed = parseMoney(text);
  if (parsed.ok) return good(parsed.fen);
  if (parsed.code !== 'too-many-decimals') return bad('not-an-amount');
  const decimal = parseDecimal(text);
  return decimal.ok ? numberAsMoney(Number(decimal.text)) : bad('not-an-amount');
}

/** A number that the spreadsheet worked out: 1281.2500000001 is 1281.25; 1281.253 is rounded, and that is said. */
function numberAsMoney(yuan: number): TypedCell {
  const fen = Math.round(yuan * 100 + Math.sign(yuan) * 1e-6);
  if (!Number.isSafeInteger(fen)) return bad('not-an-amount');
  return { cell: fen === 0 ? 0 : fen, problem: Math.abs(yuan * 100 - fen) > 1e-3 ? 'rounded' : null };
}

/** A number in full: never 1e+21. */
const numberText = (value: number): string =>
  Number.isFinite(value)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 })
    : '';

function decimalCell(cell: RawCell, isPercent: boolean): TypedCell {
  // A cell that the spreadsheet shows as 71.7% holds the number 0.717.
  const isShare = isPercent && typeof cell === 'number' && cell > 0 && cell <= 1;
  const text = typeof cell === 'number' ? numberText(isShare ? cell * 100 : cell) : textOf(cell);
  const bare = text.normalize('NFKC').replace(/\s*(%|亩|公顷|人|户|天|个|台|株|平方米|㎡)$/, '');
  const parsed = parseDecimal(bare);
  if (!parsed.ok) return bad('not-a-number');
  return { cell: parsed.text, problem: parsed.rounded ? 'rounded' : null };
}

function countCell(cell: RawCell): TypedCell {
  const { cell: decimal, problem } = decimalCell(cell, false);
  if (problem) return bad(problem === 'rounded' ? 'not-a-whole-number' : problem);
  const count = Number(decimal);
  return Number.isInteger(count) && count >= 0 ? good(count) : bad('not-a-whole-number');
}

/** More figures than this a spreadsheet's number can't hold. */
const EXACT_DIGITS = 15;

function digitsCell(cell: RawCell, shape: RegExp, problem: 'not-an-id' | 'not-a-card'): TypedCell {
  const text = (typeof cell === 'number' ? numberText(cell) : textOf(cell))
    .normalize('NFKC')
    .replace(/^=?["'‘’“”]|["'’”]$/g, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  const isNumber = typeof cell === 'number' || /^\d(\.\d+)?E\+?\d+$/.test(text);
  if (isNumber && (text.includes('E') || text.length > EXACT_DIGITS)) return bad('digits-lost');
  return shape.test(text) ? good(text) : { cell: text.slice(0, KIND_LIMITS.cell), problem };
}

function choiceCell(cell: RawCell, column: Column): TypedCell {
  const text = textOf(cell);
  const options = (column.options ?? []).map(({ zh }) => zh);
  const option =
    options.find((one) => one === text) ?? options.find((one) => text.includes(one) || one.includes(text));
  return option ? good(option) : bad('unknown-choice');
}

function textCell(cell: RawCell): TypedCell {
  const text = (typeof cell === 'number' ? numberText(cell) : textOf(cell)).replace(/\s*\n\s*/g, ' ');
  return text.length <= KIND_LIMITS.cell
    ? good(text)
    : { cell: text.slice(0, KIND_LIMITS.cell), problem: 'too-long' };
}

/** What a cell without a value says: a dash stands for nothing in many tables. */
const NOTHING = /^[-—–/\\无]*$/;
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)$/;

/** The cell in its column; `yuan` is 10,000 where money is written in 万元. */
export function typedCell(cell: RawCell, column: Column, yuan = 1): TypedCell {
  const text = textOf(cell);
  if (text === '' || (NOTHING.test(text) && column.type !== 'text')) return good(null);
  if (FORMULA_ERROR.test(text)) return bad('formula-error');
  switch (column.type) {
    case 'money':
      return moneyCell(cell, yuan);
    case 'quantity':
      return decimalCell(cell, false);
    case 'percent':
      return decimalCell(cell, true);
    case 'count':
      return countCell(cell);
    case 'date': {
      const date = dateOfCell(cell);
      return date ? good(date) : bad('not-a-date');
    }
    case 'id':
      return digitsCell(cell, /^(\d{6}[\d*]{8,11}[\dX]|\d{15})$/, 'not-an-id');
    case 'bank-card':
      return digitsCell(cell, /^[\d*]{12,19}$/, 'not-a-card');
    case 'phone':
      return textCell(cell);
    case 'choice':
      return choiceCell(cell, column);
    default:
      return textCell(cell);
  }
}
