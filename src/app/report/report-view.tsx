/** The report as it reads: texts that can be changed, tables whose figures open their records. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textOf } from '../../domain/report/annual.ts';
import {
  type Block,
  groupedColumns,
  headCells,
  type Part,
  type Report,
  type Row,
  type Source,
  type TableBlock,
  type TextBlock,
} from '../../domain/report/model.ts';
import { Button, TextField } from '../ui/index.ts';
import type { Editing } from './edits.ts';

/** Where the records behind a figure are. Null: they are typed on this very page. */
export function recordsAt(source: Source, year: number): string | null {
  if (source.from === 'count') return `/office/figures?of=${year}&list=${source.figure}`;
  if (source.from === 'desk') return '/office/desk/figures';
  return source.from === 'registry' ? '/office/units' : null;
}

function Cell({ row, at, year }: { row: Row; at: number; year: number }) {
  const { t } = useTranslation('report');
  const value = row.cells[at];
  if (value === undefined) return <td>{'\u00a0'}</td>;
  if (value === null) return <td className="report-missing">{t('typed.none').slice(0, 4)}</td>;
  const to = typeof value === 'number' && at === 0 ? recordsAt(row.source, year) : null;
  return (
    <td className={typeof value === 'number' ? 'figures number' : undefined}>
      {to ? (
        <Link to={to} aria-label={t('open', { name: row.name, n: value })}>
          {value}
        </Link>
      ) : (
        value
      )}
    </td>
  );
}

function TableView({ block, year }: { block: TableBlock; year: number }) {
  const { t } = useTranslation('report');
  const under = groupedColumns(block);
  const rows = under.length > 0 ? 2 : 1;
  return (
    <div className="report-scroll">
      <table className="report-table">
        {block.caption && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            <th scope="col" rowSpan={rows}>
              {t('item')}
            </th>
            {headCells(block).map(({ name, span, down }) => (
              <th key={name} scope={down ? 'col' : 'colgroup'} rowSpan={down ? rows : 1} colSpan={span}>
                {name}
              </th>
            ))}
          </tr>
          {under.length > 0 && (
            <tr>
              {under.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row" data-level={row.level}>
                {row.name}
              </th>
              {block.columns.map((column, at) => (
                <Cell key={column} row={row} at={at} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a text is called where it has no heading of its own. */
export const placeName = (part: Part, block: Block): string =>
  (block.kind === 'text' ? block.heading : block.caption) || part.heading;

function TextView({ block, editing }: { block: TextBlock; editing: Editing }) {
  const { t } = useTranslation('report');
  const value = textOf(block, editing.edits);
  const edited = editing.edits[block.id] !== undefined;
  const lines = value.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 44), 0);
  return (
    <div className="report-text">
      {/* On the screen the field's label says it. */}
      {block.heading && <h4 className="report-heading">{block.heading}</h4>}
      <div className="report-edit">
        <TextField
          label={`${block.heading || t('text')}（${t(edited ? 'edited' : 'proposed')}）`}
          multiline
          rows={Math.min(16, Math.max(2, lines))}
          value={value}
          onChange={(text) => editing.edit(block.id, text === block.proposed ? null : text)}
        />
        {edited && (
          <Button kind="quiet" onClick={() => editing.edit(block.id, null)}>
            {t('again')}
          </Button>
        )}
      </div>
      <div className="report-said">
        {value
          .split('\n')
          .filter(Boolean)
          .map((line, at) => (
            <p key={at}>{line}</p>
          ))}
      </div>
    </div>
  );
}

export function ReportView({ report, editing }: { report: Report; editing: Editing }) {
  return (
    <article className="report-paper office-panel">
      <h2 className="report-title serif">{report.title}</h2>
      {report.parts.map((part) => (
        <section key={part.heading}>
          <h3 className="report-part">{part.heading}</h3>
          {part.blocks.map((block) =>
            block.kind === 'table' ? (
              <TableView key={block.id} block={block} year={report.year} />
            ) : (
              <TextView key={block.id} block={block} editing={editing} />
            ),
          )}
        </section>
      ))}
    </article>
  );
}
