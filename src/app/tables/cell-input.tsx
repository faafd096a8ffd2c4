/** One cell, typed freely and read as its column wants it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText, unitOf } from '../../domain/kind/format.ts';
import type { Column, Language } from '../../domain/kind/kind.ts';
import type { Cell } from '../../domain/kind/values.ts';
import { typedCell } from '../../domain/table/typed-cell.ts';
import { SelectField, TextField } from '../ui/index.ts';

/** Wrong shapes that are still kept: an identity number with a figure missing may be what the paper says. */
const KEPT = new Set(['not-an-id', 'not-a-card', 'rounded', 'too-long']);
const BAD = ['money', 'quantity', 'percent', 'count', 'date'] as const;

export interface CellProps {
  column: Column;
  cell: Cell;
  language: Language;
  /** In a grid: no label above. */
  bare?: boolean;
  name: string;
  error: string | null;
  onChange: (cell: Cell) => void;
  /** Whether what stands in it can't be read. */
  onBad: (bad: boolean) => void;
}

/** The text while it is typed, and whether it can be read. */
function useCellText({ column, cell, onChange, onBad }: CellProps) {
  const [own, setOwn] = useState<{ text: string; bad: boolean } | null>(null);
  const set = (text: string): void => {
    const isText = column.type === 'text' || column.type === 'person' || column.type === 'group';
    const found = typedCell(isText ? text : text.trim(), column);
    const bad = found.problem !== null && !KEPT.has(found.problem);
    setOwn({ text, bad });
    onChange(bad ? null : found.cell);
    onBad(bad);
  };
  const leave = (): void => {
    if (!own?.bad) setOwn(null);
  };
  const bad = own?.bad ? BAD.find((type) => type === column.type) : undefined;
  return { text: own?.text ?? cellText(column.type, cell), set, leave, bad };
}

export function CellInput(props: CellProps) {
  const { column, cell, language, bare = false, name, error, onChange } = props;
  const { t } = useTranslation('write');
  const { text, set, leave, bad } = useCellText(props);
  const wrong = bad ? t(`table.bad.${bad}`) : error;
  if (column.type === 'choice' && !bare) {
    const options = (column.options ?? []).map((one) => ({ value: one.zh, label: one[language] }));
    return (
      <SelectField
        label={name}
        error={error}
        value={cell === null ? '' : String(cell)}
        placeholder={t('kind.chooseOne')}
        options={options}
        onChange={(next) => onChange(next === '' ? null : next)}
      />
    );
  }
  const common = {
    value: text,
    type: column.type === 'date' ? 'date' : 'text',
    inputMode: modeOf(column),
    autoComplete: 'off',
    onBlur: leave,
  } as const;
  if (bare) {
    return (
      <input
        {...common}
        className="grid-cell"
        aria-label={name}
        aria-invalid={wrong ? true : undefined}
        title={wrong ?? undefined}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  return (
    <TextField {...common} label={name} error={wrong} required={column.required === true} onChange={set} />
  );
}

function modeOf({ type }: Column): 'decimal' | 'numeric' | 'tel' | undefined {
  if (type === 'quantity' || type === 'percent') return 'decimal';
  if (type === 'count' || type === 'bank-card') return 'numeric';
  return type === 'phone' ? 'tel' : undefined;
}

/** The column's name with its unit: 面积（亩）. */
export function columnName(column: Column, language: Language): string {
  const unit = unitOf(column);
  return unit ? `${column.name[language]}（${unit}）` : column.name[language];
}
