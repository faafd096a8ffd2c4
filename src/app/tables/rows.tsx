/** The rows of a table: as a list on a phone, as a grid on a wide screen. */
import { useTranslation } from 'react-i18next';
import type { Language, TableField } from '../../domain/kind/kind.ts';
import type { Cell, TableValue } from '../../domain/kind/values.ts';
import { Icon } from '../ui/index.ts';
import { CellInput, columnName } from './cell-input.tsx';
import { rowLine } from './table-lines.ts';
import { Windowed } from './windowed.tsx';

const LIST_ROW = 60;
const GRID_ROW = 48;

interface Props {
  field: TableField;
  table: TableValue;
  language: Language;
  errorOf: (row: number, column: string) => string | null;
  /** Rows in which something does not fit. */
  wrong: ReadonlySet<number>;
}

export function RowList({
  field,
  table,
  language,
  wrong,
  onOpen,
}: Props & { onOpen: (row: number) => void }) {
  const { t } = useTranslation('write');
  return (
    <Windowed count={table.rows.length} rowHeight={LIST_ROW} label={field.name[language]}>
      {(index) => {
        const { name, amount } = rowLine(field, table, table.rows[index] ?? []);
        return (
          <button type="button" className="row-line" onClick={() => onOpen(index)}>
            <span className="row-number">{index + 1}</span>
            <span className="row-name">
              {wrong.has(index) && <Icon name="warning" />}
              {name || t('table.unnamed')}
            </span>
            <span className="row-amount">{amount}</span>
          </button>
        );
      }}
    </Windowed>
  );
}

/** Wider columns for names and remarks, narrower for counts. Ems. */
const WIDTHS: Partial<Record<string, number>> = {
  count: 5,
  percent: 5,
  group: 6,
  id: 13,
  'bank-card': 13,
  date: 10,
};

export function RowGrid({
  field,
  table,
  language,
  errorOf,
  onCell,
  onRemove,
}: Props & { onCell: (row: number, column: number, cell: Cell) => void; onRemove: (row: number) => void }) {
  const { t } = useTranslation('write');
  const columns = `3em ${field.columns.map(({ type }) => `${WIDTHS[type] ?? 7}em`).join(' ')} 48px`;
  const head = (
    <div className="grid-line grid-head" style={{ gridTemplateColumns: columns }}>
      <span />
      {field.columns.map((column) => (
        <span key={column.id}>{columnName(column, language)}</span>
      ))}
      <span />
    </div>
  );
  return (
    <Windowed count={table.rows.length} rowHeight={GRID_ROW} label={field.name[language]} head={head}>
      {(index) => (
        <div className="grid-line" style={{ gridTemplateColumns: columns }}>
          <span className="row-number">{index + 1}</span>
          {field.columns.map((column, at) => (
            <CellInput
              key={column.id}
              bare
              column={column}
              cell={table.rows[index]?.[at] ?? null}
              language={language}
              name={`${t('table.rowN', { n: index + 1 })} ${column.name[language]}`}
              error={errorOf(index, column.id)}
              onChange={(cell) => onCell(index, at, cell)}
              onBad={() => undefined}
            />
          ))}
          <button
            type="button"
            className="photo-tool"
            aria-label={`${t('table.remove')} ${index + 1}`}
            onClick={() => onRemove(index)}
          >
            <Icon name="trash" />
          </button>
        </div>
      )}
    </Windowed>
  );
}
