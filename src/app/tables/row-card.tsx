/** One row of a table as a form, with the way to its neighbours: for a thumb. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, TableField } from '../../domain/kind/kind.ts';
import type { Cell, TableValue } from '../../domain/kind/values.ts';
import { Button } from '../ui/index.ts';
import { CellInput, columnName } from './cell-input.tsx';

export interface RowCardProps {
  field: TableField;
  table: TableValue;
  row: number;
  language: Language;
  errorOf: (row: number, column: string) => string | null;
  onCell: (column: number, cell: Cell) => void;
  onGo: (row: number | null) => void;
  onAdd: () => void;
  onCopy: () => void;
  onRemove: () => void;
}

export function RowCard(props: RowCardProps) {
  const { field, table, row, language, errorOf, onCell, onGo, onAdd, onCopy, onRemove } = props;
  const { t } = useTranslation('write');
  const [bad, setBad] = useState<Record<string, boolean>>({});
  const stuck = Object.values(bad).some(Boolean);
  const cells = table.rows[row] ?? [];
  const last = row === table.rows.length - 1;
  return (
    <section className="card row-card stack" aria-label={t('table.rowN', { n: row + 1 })}>
      <h2>{t('table.rowOf', { n: row + 1, all: table.rows.length })}</h2>
      {field.columns.map((column, at) => (
        <CellInput
          key={column.id}
          column={column}
          cell={cells[at] ?? null}
          language={language}
          name={`${columnName(column, language)}${column.required ? t('kind.required') : ''}`}
          error={errorOf(row, column.id)}
          onChange={(cell) => onCell(at, cell)}
          onBad={(wrong) => setBad((before) => ({ ...before, [column.id]: wrong }))}
        />
      ))}
      {stuck && (
        <p className="field-error" aria-live="polite">
          {t('table.fix')}
        </p>
      )}
      <div className="row-steps">
        <Button icon="back" disabled={stuck || row === 0} onClick={() => onGo(row - 1)}>
          {t('table.previous')}
        </Button>
        <Button
          kind="main"
          icon={last ? 'plus' : 'next'}
          disabled={stuck}
          onClick={() => (last ? onAdd() : onGo(row + 1))}
        >
          {t(last ? 'table.add' : 'table.next')}
        </Button>
      </div>
      <div className="row-steps">
        <Button icon="list" disabled={stuck} onClick={() => onGo(null)}>
          {t('table.toList')}
        </Button>
        <Button icon="plus" disabled={stuck} onClick={onCopy}>
          {t('table.copy')}
        </Button>
      </div>
      <Button kind="quiet" icon="trash" onClick={onRemove}>
        {t('table.remove')}
      </Button>
    </section>
  );
}
