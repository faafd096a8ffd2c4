/**
 * A table of a notice. Rows are drawn a screenful or two at a time as they come into sight, so that a list of 2,000 rows
 * opens at once; the total stands below from the start. On a narrow screen a row of many columns is a card.
 */
import { memo, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, BlockColumn } from '../../domain/kind/blocks.ts';
import { rowForEar } from '../kiosk/row-for-ear.ts';
import { Button } from '../ui/button.tsx';
import './block-table.css';
import { MarkedRow } from './marked-row.ts';
import { Masked } from './masked.tsx';
import { useSight } from './use-sight.ts';

type Table = Extract<Block, { type: 'table' }>;

/** Rows drawn together. */
const CHUNK = 80;
/** Columns from which a row is a card on a narrow screen. */
const MANY = 4;

interface CellsProps {
  columns: BlockColumn[];
  row: string[];
}

/* Roles are named because cards are drawn by `display`, and that takes a table's own roles away. */
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
function Cells({ columns, row }: CellsProps) {
  return columns.map((column, at) => (
    <td
      key={column.id}
      role="cell"
      className={`${column.align === 'end' ? 'figure' : ''} ${column.isKey ? 'key' : ''} ${row[at] ? '' : 'blank'}`}
      data-label={column.name}
    >
      <Masked text={row[at] ?? ''} />
    </td>
  ));
}

function Row({ columns, row, read }: CellsProps & { read: boolean }) {
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (read) element.current?.scrollIntoView({ block: 'nearest' });
  }, [read]);
  const { i18n } = useTranslation('board');
  const said = rowForEar(columns, row, i18n.language === 'en' ? 'en' : 'zh');
  return (
    <tr role="row" ref={element} className={read ? 'reading' : ''} data-say={said}>
      <Cells columns={columns} row={row} />
    </tr>
  );
}

/** `read`: place within the chunk of the row that is marked, or −1. Chunks that stay the same are not drawn again. */
const Chunk = memo(function Chunk({
  columns,
  rows,
  from,
  read,
}: {
  columns: BlockColumn[];
  rows: string[][];
  from: number;
  read: number;
}) {
  return (
    <tbody role="rowgroup">
      {rows.slice(from, from + CHUNK).map((row, at) => (
        <Row key={at} columns={columns} row={row} read={at === read} />
      ))}
    </tbody>
  );
});

export function BlockTable({
  block,
  all = false,
}: {
  block: Table;
  /** Every row at once, as paper needs it. */
  all?: boolean;
}) {
  const { t } = useTranslation('board');
  const { columns, rows, totals } = block;
  const marked = useContext(MarkedRow);
  const read = marked?.field === block.field ? marked.row : -1;
  const [drawn, setDrawn] = useState(CHUNK);
  const more = useCallback(() => setDrawn(drawn + 2 * CHUNK), [drawn]);
  const end = useSight(more);
  const count = all ? rows.length : Math.min(rows.length, Math.max(drawn, read + 1));
  const chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => at * CHUNK);
  return (
    <div className={`block-table ${columns.length >= MANY ? 'many' : ''}`}>
      {/* Wider than the screen, it is moved by the arrow keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" aria-label={block.name} tabIndex={0}>
        <table role="table" aria-label={block.name} aria-rowcount={rows.length + (totals ? 2 : 1)}>
          <thead role="rowgroup" data-hush>
            <tr role="row">
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  role="columnheader"
                  className={column.align === 'end' ? 'figure' : ''}
                >
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          {chunks.map((from) => (
            <Chunk
              key={from}
              columns={columns}
              rows={rows}
              from={from}
              read={read >= from && read < from + CHUNK ? read - from : -1}
            />
          ))}
          {totals && (
            <tbody className="totals" role="rowgroup">
              <Row columns={columns} row={totals} read={false} />
            </tbody>
          )}
        </table>
      </section>
      {count < rows.length && (
        <div ref={end}>
          <Button kind="quiet" onClick={more}>
            {t('moreRows', { shown: count, count: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
