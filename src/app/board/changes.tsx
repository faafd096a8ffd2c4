/** What a correction changed, readable by everybody: words that went and came, figures before and after, row by row. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { compareFields, type FieldChange } from '../../domain/compare/fields.ts';
import type { RowComparison, TableComparison } from '../../domain/compare/table.ts';
import { compareTexts, type TextPart } from '../../domain/compare/text.ts';
import { cellText, valueText } from '../../domain/kind/format.ts';
import type { FieldValue, TableValue } from '../../domain/kind/values.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import './changes.css';

/** Rows that are listed; the rest is counted. */
const ROWS = 50;
/** Words that stayed, shown on each side of a change, characters: enough to know the place. */
const AROUND = 24;

const ownWords = ({ sections }: NoticeContent): string =>
  sections.map(({ heading, text }) => [heading, text].filter(Boolean).join('\n')).join('\n');

/** Long stretches that stayed are cut in the middle. */
const shortened = (text: string): string =>
  text.length > 2 * AROUND + 3 ? `${text.slice(0, AROUND)} … ${text.slice(-AROUND)}` : text;

function Words({ parts }: { parts: TextPart[] }) {
  return (
    <p className="changed-words">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'gone') return <del key={index}>{text}</del>;
        if (kind === 'new') return <ins key={index}>{text}</ins>;
        return <span key={index}>{shortened(text)}</span>;
      })}
    </p>
  );
}

function FromTo({ before, after }: { before: string | null; after: string | null }) {
  return (
    <p className="changed-words">
      {before !== null && <del>{before}</del>}
      {before !== null && after !== null && ' → '}
      {after !== null && <ins>{after}</ins>}
    </p>
  );
}

function RowChange({ row, before, after }: { row: RowComparison; before: TableValue; after: TableValue }) {
  const { t } = useTranslation('board');
  const cells = row.cells.map((cell) => {
    const { name, type } = [...after.columns, ...before.columns].find(({ id }) => id === cell.column)!;
    return { id: cell.column, name, from: cellText(type, cell.before), to: cellText(type, cell.after) };
  });
  return (
    <li>
      <strong>{row.key.filter(Boolean).join(' ')}</strong>
      {row.kind === 'new' && <ins>{t('changes.rowNew')}</ins>}
      {row.kind === 'gone' && <del>{t('changes.rowGone')}</del>}
      {cells.map(({ id, name, from, to }) => (
        <FromTo key={id} before={`${name} ${from}`} after={to} />
      ))}
    </li>
  );
}

function Rows({ table, before, after }: { table: TableComparison; before: TableValue; after: TableValue }) {
  const { t } = useTranslation('board');
  const rows = table.rows.filter(({ kind }) => kind !== 'same');
  return (
    <>
      <p>{t('changes.rows', { ...table.counts, fresh: table.counts.new })}</p>
      <ul className="changed-rows">
        {rows.slice(0, ROWS).map((row, index) => (
          <RowChange key={index} row={row} before={before} after={after} />
        ))}
      </ul>
      {rows.length > ROWS && <p>{t('changes.moreRows', { n: rows.length - ROWS })}</p>}
    </>
  );
}

const labelOf = (value: FieldValue, id: string): string => value.label ?? id;

function Field({ change }: { change: FieldChange }) {
  if (change.kind === 'new') return <FromTo before={null} after={valueText(change.after)} />;
  if (change.kind === 'gone') return <FromTo before={valueText(change.before)} after={null} />;
  const { before, after, detail } = change;
  if (detail?.type === 'text') return <Words parts={detail.parts} />;
  if (detail?.type === 'table' && before.type === 'table' && after.type === 'table')
    return <Rows table={detail.table} before={before} after={after} />;
  return <FromTo before={valueText(before)} after={valueText(after)} />;
}

interface Change {
  name: string;
  shown: ReactNode;
}

/** @param before the revision that was corrected. */
export default function Changes({ before, after }: { before: NoticeContent; after: NoticeContent }) {
  const { t } = useTranslation('board');
  const texts: [string, string, string][] = [
    [t('changes.title'), before.title, after.title],
    [t('changes.officer'), before.officer, after.officer],
    [t('changes.words'), ownWords(before), ownWords(after)],
  ];
  const hashes = (content: NoticeContent): string => content.photos.map(({ hash }) => hash).join();
  const changes: Change[] = [
    ...texts
      .filter(([, from, to]) => from !== to)
      .map(([name, from, to]) => ({ name, shown: <Words parts={compareTexts(from, to)} /> })),
    ...compareFields(before.fields, after.fields).map((change) => ({
      name: labelOf(change.kind === 'gone' ? change.before : change.after, change.id),
      shown: <Field change={change} />,
    })),
    ...(hashes(before) === hashes(after)
      ? []
      : [
          {
            name: t('changes.photos'),
            shown: <FromTo before={String(before.photos.length)} after={String(after.photos.length)} />,
          },
        ]),
  ];
  if (changes.length === 0) return <p>{t('changes.none')}</p>;
  return (
    <dl className="changes">
      {changes.map(({ name, shown }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
}
