/** One table of a notice on a screen of its own: its rows, one row as a form, what it comes to, and import. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, TableField } from '../../domain/kind/kind.ts';
import type { Problem } from '../../domain/kind/problems.ts';
import { problemText } from '../../domain/kind/problems.ts';
import type { TableValue } from '../../domain/kind/values.ts';
import { KIND_LIMITS } from '../../domain/kind/values.ts';
import { Button, Message, Screen, useWide } from '../ui/index.ts';
import { ImportPanel } from './import-panel.tsx';
import { RowCard } from './row-card.tsx';
import { RowGrid, RowList } from './rows.tsx';
import { addRow, appendRows, copyRow, fullTable, isFull, removeRow, setCell } from './table-edit.ts';
import { totalLines } from './table-lines.ts';
import './tables.css';

export interface TableScreenProps {
  field: TableField;
  value: TableValue | null;
  /** Of this field. */
  problems: Problem[];
  language: Language;
  /** Gets a change, made on the rows that are current. */
  onChange: (change: (table: TableValue) => TableValue) => void;
  onBack: () => void;
}

/** What was done, and the table before it. */
interface Done {
  words: string;
  before: TableValue;
}

function useErrors(problems: Problem[], language: Language) {
  return useMemo(() => {
    const byCell = new Map<string, string>();
    const wrong = new Set<number>();
    for (const problem of problems) {
      if (problem.row === undefined) continue;
      if (problem.severity === 'error') wrong.add(problem.row);
      const cell = `${problem.row} ${problem.column ?? ''}`;
      if (!byCell.has(cell) && problem.code !== 'required') byCell.set(cell, problemText(problem, language));
    }
    const errorOf = (row: number, column: string): string | null => byCell.get(`${row} ${column}`) ?? null;
    return { errorOf, wrong };
  }, [problems, language]);
}

type Mode = { at: 'list' } | { at: 'import' } | { at: 'row'; row: number };

/** The table and what may be done to it; the last removal or import can be undone. */
function useTable({ field, value, onChange }: TableScreenProps) {
  const { t } = useTranslation('write');
  const table = useMemo(() => fullTable(field, value), [field, value]);
  const [mode, setMode] = useState<Mode>({ at: 'list' });
  const [done, setDone] = useState<Done | null>(null);
  return {
    table,
    mode,
    setMode,
    done,
    cell: (row: number, column: number, cell: string | number | null): void =>
      onChange((now) => setCell(now, row, column, cell)),
    add: (wide: boolean): void => {
      setDone(null);
      if (!wide) setMode({ at: 'row', row: table.rows.length });
      onChange(addRow);
    },
    copy: (row: number): void => {
      onChange((now) => copyRow(now, row));
      setMode({ at: 'row', row: row + 1 });
    },
    remove: (row: number): void => {
      setDone({ words: t('table.removed', { n: row + 1 }), before: table });
      onChange((now) => removeRow(now, row));
      setMode({ at: 'list' });
    },
    take: (taken: TableValue, how: 'replace' | 'append'): void => {
      setDone({ words: t('table.imported', { n: taken.rows.length }), before: table });
      const rows = fullTable(field, taken);
      onChange((now) => (how === 'append' ? appendRows(now, rows) : rows));
      setMode({ at: 'list' });
    },
    undo: (): void => {
      if (done) onChange(() => done.before);
      setDone(null);
    },
  };
}

type Editing = ReturnType<typeof useTable>;

function Rows({ field, language, problems, edit }: TableScreenProps & { edit: Editing }) {
  const { t } = useTranslation('write');
  const wide = useWide();
  const { errorOf, wrong } = useErrors(problems, language);
  const { table } = edit;
  const full = isFull(table);
  return (
    <>
      {table.rows.length === 0 && <p>{t('table.none')}</p>}
      {table.rows.length > 0 && !wide && (
        <RowList
          {...{ field, table, language, errorOf, wrong }}
          onOpen={(row) => edit.setMode({ at: 'row', row })}
        />
      )}
      {table.rows.length > 0 && wide && (
        <RowGrid
          key={edit.done ? edit.done.words : ''}
          {...{ field, table, language, errorOf, wrong }}
          onCell={edit.cell}
          onRemove={edit.remove}
        />
      )}
      {full && <p>{t('table.full', { max: KIND_LIMITS.rows })}</p>}
      <div className="row-steps">
        <Button icon="plus" disabled={full} onClick={() => edit.add(wide)}>
          {t('table.add')}
        </Button>
        <Button icon="save" onClick={() => edit.setMode({ at: 'import' })}>
          {t('table.paste')}
        </Button>
      </div>
    </>
  );
}

export function TableScreen(props: TableScreenProps) {
  const { field, language, problems, onBack } = props;
  const { t } = useTranslation('write');
  const edit = useTable(props);
  const { table, mode, done } = edit;
  const { errorOf } = useErrors(problems, language);
  const totals = totalLines(field, table, language);
  return (
    <Screen
      title={field.name[language]}
      back={onBack}
      tabs={false}
      footer={
        <Button kind="main" onClick={onBack}>
          {t('table.done')}
        </Button>
      }
    >
      <div className="stack">
        <p className="table-totals" aria-live="polite">
          <strong>{t('table.rows', { n: table.rows.length })}</strong>
          {totals.map(({ id, name, value }) => (
            <span key={id}> · {t('table.total', { name, value })}</span>
          ))}
        </p>
        {done && (
          <Message
            tone="blue"
            title={done.words}
            action={<Button onClick={edit.undo}>{t('table.undo')}</Button>}
          />
        )}
        {mode.at === 'list' && <Rows {...props} edit={edit} />}
        {mode.at === 'row' && mode.row < table.rows.length && (
          <RowCard
            key={mode.row}
            {...{ field, table, language, errorOf }}
            row={mode.row}
            onCell={(column, cell) => edit.cell(mode.row, column, cell)}
            onGo={(row) => edit.setMode(row === null ? { at: 'list' } : { at: 'row', row })}
            onAdd={() => edit.add(false)}
            onCopy={() => edit.copy(mode.row)}
            onRemove={() => edit.remove(mode.row)}
          />
        )}
        {mode.at === 'import' && (
          <ImportPanel
            field={field}
            language={language}
            held={table.rows.length}
            onTake={edit.take}
            onCancel={() => edit.setMode({ at: 'list' })}
          />
        )}
      </div>
    </Screen>
  );
}
