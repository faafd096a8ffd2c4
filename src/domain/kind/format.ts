/** How single values and cells are written for the eye. */
import { monthNumberOf, dayNumberOf, yearOf } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { formatMoney } from '../money.ts';
import type { LocalDate } from '../time.ts';
import type { Language } from './kind.ts';
import type { Cell, ColumnType, FieldValue } from './values.ts';

const YES: Record<Language, [yes: string, no: string]> = { zh: ['是', '否'], en: ['Yes', 'No'] };

/** 2026年11月24日. */
export const dateText = (date: string): string => {
  const day = date as LocalDate;
  return `${yearOf(day)}年${monthNumberOf(day)}月${dayNumberOf(day)}日`;
};

/** 2026年10月, 2026年第三季度. */
export const periodText = (id: string): string => parsePeriod(id)?.name ?? id;

export const moneyText = (fen: number): string => `${formatMoney(fen)} 元`;

/** A single value as a line of text; what is no single value (steps, documents, tables) says how many there are. */
export function valueText(value: FieldValue, language: Language = 'zh'): string {
  switch (value.type) {
    case 'date':
      return dateText(value.value);
    case 'period':
      return periodText(value.value);
    case 'money':
      return moneyText(value.value);
    case 'quantity':
      return value.unit ? `${value.value} ${value.unit}` : value.value;
    case 'yes-no':
      return YES[language][value.value ? 0 : 1];
    case 'person':
      return value.post ? `${value.value}（${value.post}）` : value.value;
    case 'steps':
    case 'documents':
      return String(value.items.length);
    case 'table':
      return String(value.rows.length);
    default:
      return value.value;
  }
}

/** A cell as it stands in its column: no unit, for the heading has it. Empty cells are empty. */
export function cellText(type: ColumnType, cell: Cell): string {
  if (cell === null) return '';
  if (type === 'money' && typeof cell === 'number') return formatMoney(cell);
  return String(cell);
}

const FIGURES = new Set<ColumnType>(['money', 'quantity', 'count', 'percent']);

/** Columns of figures stand right-aligned. */
export const isFigure = (type: ColumnType): boolean => FIGURES.has(type);

/** What a column's heading says behind its name. */
export function unitOf(column: { type: ColumnType; unit?: string | undefined }): string {
  if (column.unit) return column.unit;
  if (column.type === 'money') return '元';
  return column.type === 'percent' ? '%' : '';
}
