/** `/office/past`: old records from a table or from files' names, looked at row by row before anything is signed. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OLD_COLUMNS } from '../../domain/brought-in/columns.ts';
import { sheetOfFiles } from '../../domain/brought-in/from-files.ts';
import {
  type OldProblem,
  type OldRecord,
  readOldRecords,
  recordKeyOf,
} from '../../domain/brought-in/read.ts';
import { NOTICE_LIMITS, PLAIN } from '../../domain/notice/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { RawSheet } from '../../domain/table/cells.ts';
import { findHeader, mapColumns, type Mapping } from '../../domain/table/header.ts';
import { instantOf, localDateOf, type LocalDate } from '../../domain/time.ts';
import { OfficePage } from '../office/frame.tsx';
import { readTableFile, type TableFileError } from '../tables/table-file.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, Progress, SelectField, TextField, useDevice, useNow } from '../ui/index.ts';
import { maskContent } from '../write/masking.ts';

/** Rows and problems that are listed; the rest is counted. */
const LISTED = 30;

interface Source {
  name: string;
  sheet: RawSheet;
  mapping: Mapping | null;
}

/** Keys of what was brought in before, on the boards and on its way. */
function useHere(): ReadonlySet<string> {
  const { db } = useDevice();
  const keys = useLiveQuery(async () => {
    const pages = await db.pages.toArray();
    const held = pages.flatMap(({ stream, notices }) =>
      notices.flatMap(({ title, broughtIn }) =>
        broughtIn
          ? [recordKeyOf({ unit: stream.split('/')[1] ?? '', day: broughtIn.day as LocalDate, title })]
          : [],
      ),
    );
    const waiting = await db.outbox.where('phase').equals('waiting').toArray();
    const sent = waiting.flatMap(({ stream, body, title }) => {
      const { broughtIn } = JSON.parse(body) as { broughtIn?: { day: LocalDate } };
      return broughtIn ? [recordKeyOf({ unit: stream.split('/')[1] ?? '', day: broughtIn.day, title })] : [];
    });
    return new Set([...held, ...sent]);
  }, [db]);
  return useMemo(() => keys ?? new Set<string>(), [keys]);
}

function Problems({ title, tone, all }: { title: string; tone: 'red' | 'amber'; all: OldProblem[] }) {
  const { t, i18n } = useTranslation('bring-in');
  if (all.length === 0) return null;
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const nameOf = (field: string): string =>
    OLD_COLUMNS.find(({ id }) => id === field)?.name[language] ?? field;
  return (
    <Message tone={tone} title={title}>
      <ul>
        {all.slice(0, LISTED).map(({ row, field, code, value }, at) => (
          <li key={at}>{t('place', { row, field: nameOf(field), what: t(`problem.${code}`, { value }) })}</li>
        ))}
      </ul>
      {all.length > LISTED && <p>{t('more', { n: all.length - LISTED })}</p>}
    </Message>
  );
}

type Work = { at: number; n: number } | { done: number } | { stopped: number; title: string } | null;

export function BringInScreen({ registry }: { registry: Registry }) {
  const { t, i18n } = useTranslation(['bring-in', 'write']);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const device = useDevice();
  const today = localDateOf(instantOf(useNow()));
  const here = useHere();
  const [table, setTable] = useState<Source | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [fault, setFault] = useState<TableFileError | null>(null);
  const [unit, setUnit] = useState('');
  const [entry, setEntry] = useState(registry.catalogue[0]?.id ?? '');
  const [officer, setOfficer] = useState(t('officerDefault'));
  const [work, setWork] = useState<Work>(null);
  const source: Source | null =
    table ??
    (files.length > 0
      ? { name: '', sheet: sheetOfFiles(files.map(({ name }) => name)), mapping: null }
      : null);
  const header = source && findHeader(source.sheet.rows, OLD_COLUMNS);
  const names = header?.names ?? [];
  const mapping = source?.mapping ?? mapColumns(names, OLD_COLUMNS);
  const units = Object.values(registry.units);
  const found =
    source && header
      ? readOldRecords(source.sheet, header, mapping, {
          unit,
          entry,
          units,
          entries: registry.catalogue,
          files: new Set(files.map(({ name }) => name)),
          today,
          here,
        })
      : null;

  const read = async (file: File): Promise<void> => {
    setFault(null);
    setWork(null);
    const result = await readTableFile(file);
    if (!result.ok) return setFault(result.code);
    const sheet = result.sheets.find(({ rows }) => findHeader(rows, OLD_COLUMNS)) ?? result.sheets[0];
    setTable(sheet ? { name: file.name, sheet, mapping: null } : null);
  };
  const bringOne = async (record: OldRecord): Promise<boolean> => {
    const own = registry.catalogue.find(({ id }) => id === record.entry);
    if (!own) return false;
    const { content } = maskContent({
      ...PLAIN,
      entry: { id: own.id, name: own.name },
      title: record.title,
      officer: record.officer || officer.trim(),
      sections: [{ heading: '', text: record.text }],
      photos: [],
    });
    const name = source?.name || record.files[0] || '';
    const words = t('source', { name, row: record.row }).slice(0, NOTICE_LIMITS.source);
    const kept = await device.bringIn({
      unit: record.unit,
      content,
      broughtIn: { day: record.day, source: words },
      files: files
        .filter((file) => record.files.includes(file.name))
        .map((bytes) => ({ name: bytes.name, bytes })),
    });
    return kept.ok;
  };
  const bring = async (records: OldRecord[]): Promise<void> => {
    for (const [at, record] of records.entries()) {
      setWork({ at: at + 1, n: records.length });
      if (!(await bringOne(record))) return setWork({ stopped: at + 1, title: record.title });
    }
    setWork({ done: records.length });
  };
  const busy = work !== null && 'at' in work;
  return (
    <OfficePage title={t('title')} lead={t('lead')}>
      <div className="stack">
        <FileButton label={t('table')} accept=".xlsx,.csv" onFiles={([file]) => void read(file)} />
        <FileButton
          label={t('files')}
          multiple
          onFiles={(more) => {
            setWork(null);
            setFiles(more);
          }}
        />
        <p className="second">{files.length > 0 ? t('chosen', { n: files.length }) : t('filesHint')}</p>
        {fault && <Message tone="red" title={t(`write:table.import.fault.${fault}`)} />}
        {source && (
          <>
            <SelectField
              label={t('unit')}
              value={unit}
              onChange={setUnit}
              placeholder={t('unitNone')}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SelectField
              label={t('entry')}
              value={entry}
              onChange={setEntry}
              options={registry.catalogue.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              label={t('officer')}
              value={officer}
              onChange={setOfficer}
              maxLength={NOTICE_LIMITS.officer}
            />
            {table && (
              <details>
                <summary>{t('columns')}</summary>
                {names.map((name, at) => (
                  <SelectField
                    key={at}
                    label={name || String(at + 1)}
                    value={mapping[at] ?? ''}
                    placeholder={t('columnNone')}
                    options={OLD_COLUMNS.map((one) => ({ value: one.id, label: one.name[language] }))}
                    onChange={(field) =>
                      setTable({
                        ...table,
                        mapping: mapping.map((old, column) =>
                          column === at ? field || null : old === field ? null : old,
                        ),
                      })
                    }
                  />
                ))}
              </details>
            )}
          </>
        )}
        {source && !header && <Message tone="red" title={t('problem.no-day')} />}
        {found && (
          <>
            <p aria-live="polite">
              {t('found', { rows: found.rows, good: found.records.length, wrong: found.problems.length })}
            </p>
            <Problems title={t('wrong')} tone="red" all={found.problems} />
            <Problems title={t('notes')} tone="amber" all={found.notes} />
            <h2>{t('preview')}</h2>
            <ul>
              {found.records.slice(0, LISTED).map((one) => (
                <li key={one.row}>
                  {one.day} · {registry.units[one.unit]?.name} · {one.title}
                </li>
              ))}
            </ul>
            {found.records.length > LISTED && <p>{t('more', { n: found.records.length - LISTED })}</p>}
            <Button
              kind="main"
              busy={busy}
              disabled={found.records.length === 0 || officer.trim() === ''}
              onClick={() => void bring(found.records)}
            >
              {t('sign', { n: found.records.length })}
            </Button>
          </>
        )}
        {work && 'at' in work && <Progress label={t('busy', work)} value={work.at} max={work.n} />}
        {work && 'done' in work && <Message tone="green" title={t('done', { n: work.done })} />}
        {work && 'stopped' in work && (
          <Message tone="red" title={t('stopped', { at: work.stopped, title: work.title })} />
        )}
      </div>
    </OfficePage>
  );
}
