/** The rows of a list that came, went and changed. */
import { useTranslation } from 'react-i18next';
import type { ListComparison } from '../../domain/compare/periods.ts';
import type { CellChange, RowComparison } from '../../domain/compare/table.ts';
import { cellText } from '../../domain/kind/format.ts';
import type { Cell, TableColumn } from '../../domain/kind/values.ts';
import { formatDifference, formatMoney } from '../../domain/money.ts';
import { Mark } from '../ui/surfaces.tsx';

/** Rows of each sort that are listed; the rest is counted. */
const ROWS = 60;

export function ListSummary({ list }: { list: ListComparison }) {
  const { t } = useTranslation('follow');
  const { counts, totals } = list.compared;
  const nameOf = (id: string): string => list.after.columns.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <ul className="compared-counts">
        {(['new', 'gone', 'changed', 'same'] as const).map((kind) => (
          <li key={kind} className={`compared-${kind}`}>
            {t(`list.${kind}`, { n: counts[kind] })}
          </li>
        ))}
      </ul>
      {totals
        .filter(({ difference }) => difference !== 0)
        .map(({ column, before, after, difference }) => (
          <p key={column}>
            {t('list.total', {
              name: nameOf(column),
              before: formatMoney(before),
              after: formatMoney(after),
              difference: formatDifference(difference),
            })}
          </p>
        ))}
      {list.jumps.length > 0 && <Mark tone="amber">{t('jumps', { n: list.jumps.length })}</Mark>}
    </>
  );
}

function Change({ change, columns }: { change: CellChange; columns: TableColumn[] }) {
  const { t } = useTranslation('follow');
  const column = columns.find(({ id }) => id === change.column);
  if (!column) return null;
  const { difference } = change;
  const values = {
    name: column.name,
    before: cellText(column.type, change.before) || '—',
    after: cellText(column.type, change.after) || '—',
  };
  return (
    <span className="compared-cell">
      {difference?.type === 'money'
        ? t('figureBy', { ...values, difference: formatDifference(difference.fen) })
        : t('figure', values)}
    </span>
  );
}

/** The figures of a row that came or went: its money. */
function amountsOf(row: RowComparison, { before, after }: ListComparison): string {
  const [table, at] = row.after === null ? [before, row.before] : [after, row.after];
  const cells: Cell[] = table.rows[at ?? -1] ?? [];
  return table.columns
    .map(({ type }, index) => (type === 'money' ? cellText(type, cells[index] ?? null) : ''))
    .filter(Boolean)
    .join(' · ');
}

function Group({ kind, list }: { kind: 'new' | 'gone' | 'changed'; list: ListComparison }) {
  const { t } = useTranslation('follow');
  const jumps = new Set(list.jumps);
  const rows = list.compared.rows.map((row, at) => ({ row, at })).filter(({ row }) => row.kind === kind);
  if (rows.length === 0) return null;
  // Large changes first: that is what people look for.
  const sorted = [...rows].sort((one, other) => Number(jumps.has(other.at)) - Number(jumps.has(one.at)));
  return (
    <section>
      <h3>{t(`group.${kind}`)}</h3>
      <ul className="compared-rows">
        {sorted.slice(0, ROWS).map(({ row, at }) => (
          <li key={at}>
            <strong>{row.key.filter(Boolean).join(' ')}</strong>
            {kind === 'changed' ? (
              row.cells.map((cell) => <Change key={cell.column} change={cell} columns={list.after.columns} />)
            ) : (
              <span className="compared-cell">{amountsOf(row, list)}</span>
            )}
            {jumps.has(at) && <Mark tone="amber">{t('jump')}</Mark>}
          </li>
        ))}
      </ul>
      {rows.length > ROWS && <p>{t('more', { n: rows.length - ROWS })}</p>}
    </section>
  );
}

export function ListChanges({ list }: { list: ListComparison }) {
  return (
    <div className="compared-details">
      <Group kind="changed" list={list} />
      <Group kind="new" list={list} />
      <Group kind="gone" list={list} />
    </div>
  );
}
