/** Rows from a paste or a file: sheet and heading chosen, columns named, what is wrong shown, what is good taken. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, TableField } from '../../domain/kind/kind.ts';
import type { TableValue } from '../../domain/kind/values.ts';
import type { RawSheet } from '../../domain/table/cells.ts';
import { textOf } from '../../domain/table/cells.ts';
import { findHeader, type Header, mapColumns, type Mapping } from '../../domain/table/header.ts';
import { type Imported, typedRows } from '../../domain/table/rows.ts';
import { separatedRows } from '../../domain/table/separated.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, SelectField, TextField } from '../ui/index.ts';
import { readTableFile, type TableFileError } from './table-file.ts';

/** Problems that are listed; the rest is counted. */
const LISTED = 12;
/** Rows that may be chosen as the heading. */
const HEADERS = 15;

/** Longer pastes are read and not shown: laying out a whole table as text takes a phone seconds. Characters. */
const SHOWN = 4_000;

interface Source {
  sheets: RawSheet[];
  sheet: number;
  /** What the person chose; null: as it was found. */
  headerRow: number | null;
  mapping: Mapping | null;
}

const headerAt = (sheet: RawSheet, row: number, found: Header | null): Header =>
  found?.row === row
    ? found
    : { row, rows: 1, names: (sheet.rows[row] ?? []).map((cell) => textOf(cell)), yuan: found?.yuan ?? 1 };

interface Read {
  sheet: RawSheet;
  header: Header;
  recognised: boolean;
  mapping: Mapping;
  imported: Imported;
}

/** The chosen sheet under the chosen heading, as rows of the field. */
export function readSource(source: Source, field: TableField): Read | null {
  const sheet = source.sheets[source.sheet];
  if (!sheet) return null;
  const found = findHeader(sheet.rows, field.columns);
  const header = headerAt(sheet, source.headerRow ?? found?.row ?? 0, found);
  const mapping = source.mapping ?? mapColumns(header.names, field.columns);
  return {
    sheet,
    header,
    recognised: found !== null,
    mapping,
    imported: typedRows(sheet, header, mapping, field),
  };
}

function useSource() {
  const [source, setSource] = useState<Source | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [fault, setFault] = useState<TableFileError | null>(null);
  const take = (sheets: RawSheet[]): void => setSource({ sheets, sheet: 0, headerRow: null, mapping: null });
  const readFile = async (file: File): Promise<void> => {
    setFault(null);
    setSource(null);
    setReading(file.name);
    const read = await readTableFile(file);
    setReading(null);
    if (read.ok) take(read.sheets);
    else setFault(read.code);
  };
  const readText = (text: string): void => {
    setFault(null);
    if (text.trim() === '') setSource(null);
    else take([{ name: '', hidden: false, rows: separatedRows(text), merges: [] }]);
  };
  return { source, setSource, reading, fault, readFile, readText };
}

type PanelProps = {
  field: TableField;
  language: Language;
  /** Rows that are there already. */
  held: number;
  onTake: (table: TableValue, how: 'replace' | 'append') => void;
  onCancel: () => void;
};

function Mapped({
  read,
  field,
  language,
  onMap,
}: Pick<PanelProps, 'field' | 'language'> & { read: Read; onMap: (mapping: Mapping) => void }) {
  const { t } = useTranslation('write');
  const options = field.columns.map(({ id, name }) => ({ value: id, label: name[language] }));
  return (
    <details open={!read.recognised || undefined}>
      <summary className="import-summary">{t('table.import.columns')}</summary>
      <div className="stack-tight">
        {read.header.names.map((name, at) =>
          name === '' ? null : (
            <SelectField
              key={at}
              label={t('table.import.column', { name })}
              value={read.mapping[at] ?? ''}
              placeholder={t('table.import.skip')}
              options={options}
              onChange={(id) =>
                onMap(
                  read.header.names.map((_, index) => {
                    if (index === at) return id === '' ? null : id;
                    const own = read.mapping[index] ?? null;
                    return own === id ? null : own;
                  }),
                )
              }
            />
          ),
        )}
      </div>
    </details>
  );
}

function Problems({ read, field, language }: Pick<PanelProps, 'field' | 'language'> & { read: Read }) {
  const { t } = useTranslation('write');
  const { problems } = read.imported;
  if (problems.length === 0) return null;
  return (
    <Message tone="amber" title={t('table.import.problems', { n: problems.length })}>
      <ul className="import-problems">
        {problems.slice(0, LISTED).map(({ code, row, column: id, values }, index) => {
          const column = field.columns.find((one) => one.id === id)?.name[language] ?? '';
          const text = t(`table.import.problem.${code}`, {
            value: '',
            max: '',
            said: '',
            found: '',
            ...values,
          });
          return (
            <li key={index}>
              {row === null
                ? t('table.import.whole', { column, text })
                : t('table.import.place', { row: row + 1, column, text })}
            </li>
          );
        })}
      </ul>
      {problems.length > LISTED && <p>{t('table.import.more', { n: problems.length - LISTED })}</p>}
    </Message>
  );
}

export function ImportPanel({ field, language, held, onTake, onCancel }: PanelProps) {
  const { t } = useTranslation('write');
  const { source, setSource, reading, fault, readFile, readText } = useSource();
  const [pasted, setPasted] = useState('');
  const read = useMemo(() => source && readSource(source, field), [source, field]);
  const rows = read?.imported.table.rows.length ?? 0;
  const left = read?.imported.leftOut.length ?? 0;
  return (
    <section className="card stack" aria-label={t('table.import.title')}>
      <h2>{t('table.import.title')}</h2>
      <FileButton
        label={t('table.import.file')}
        accept=".xlsx,.csv,.txt,.tsv"
        className="photo-pick"
        onFiles={([file]) => void readFile(file)}
      />
      <TextField
        label={t('table.import.paste')}
        hint={t('table.import.pasteHint')}
        multiline
        rows={4}
        value={pasted}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (text.length <= SHOWN) return;
          // The browser would lay it out line by line first.
          event.preventDefault();
          setPasted('');
          readText(text);
        }}
        onChange={(text) => {
          setPasted(text.length > SHOWN ? '' : text);
          readText(text);
        }}
      />
      {reading !== null && <p aria-live="polite">{t('table.import.reading', { name: reading })}</p>}
      {fault && <Message tone="red" title={t(`table.import.fault.${fault}`)} />}
      {source && read && (
        <>
          {source.sheets.length > 1 && (
            <SelectField
              label={t('table.import.sheet')}
              value={String(source.sheet)}
              options={source.sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
              onChange={(next) =>
                setSource({ ...source, sheet: Number(next), headerRow: null, mapping: null })
              }
            />
          )}
          {!read.recognised && <p className="field-error">{t('table.import.noHeader')}</p>}
          <SelectField
            label={t('table.import.header')}
            value={String(read.header.row)}
            options={read.sheet.rows.slice(0, HEADERS).map((row, index) => ({
              value: String(index),
              label: `${index + 1}  ${row
                .map((cell) => textOf(cell))
                .join(' ')
                .slice(0, 40)}`,
            }))}
            onChange={(next) => setSource({ ...source, headerRow: Number(next), mapping: null })}
          />
          <Mapped
            read={read}
            field={field}
            language={language}
            onMap={(mapping) => setSource({ ...source, mapping })}
          />
          <p aria-live="polite">
            <strong>{t('table.import.found', { n: rows })}</strong>
            {left > 0 && <span className="second"> {t('table.import.leftOut', { n: left })}</span>}
          </p>
          <Problems read={read} field={field} language={language} />
        </>
      )}
      <div className="row-steps">
        <Button onClick={onCancel}>{t('table.toList')}</Button>
        <Button
          kind="main"
          disabled={rows === 0}
          onClick={() => read && onTake(read.imported.table, 'replace')}
        >
          {t(held > 0 ? 'table.import.replace' : 'table.import.take')}
        </Button>
      </div>
      {held > 0 && rows > 0 && (
        <Button onClick={() => read && onTake(read.imported.table, 'append')}>
          {t('table.import.append')}
        </Button>
      )}
    </section>
  );
}
