/** `/office/past`: old records from a table or from files' names, looked at row by row before anything is signed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OLD_COLUMNS } from '../../domain/brought-in/columns.ts';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { findHeader } from '../../domain/table/header.ts';
import { OfficePage } from '../office/frame.tsx';
import { readTableFile, type TableFileError } from '../tables/table-file.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, Progress, SelectField, TextField } from '../ui/index.ts';
import { Columns } from './columns.tsx';
import { Found } from './found.tsx';
import { useBringing, type Work } from './use-bringing.ts';
import { type Table, useOldRecords } from './use-old-records.ts';
import './bring-in.css';

/** What a row is taken to say that does not say it. */
interface Defaults {
  unit: string;
  entry: string;
  officer: string;
}

function DefaultFields({
  registry,
  value,
  onChange,
}: {
  registry: Registry;
  value: Defaults;
  onChange: (value: Defaults) => void;
}) {
  const { t } = useTranslation('bring-in');
  const optionsOf = (all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SelectField
        label={t('unit')}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
        placeholder={t('unitNone')}
        options={optionsOf(Object.values(registry.units))}
      />
      <SelectField
        label={t('entry')}
        value={value.entry}
        onChange={(entry) => onChange({ ...value, entry })}
        options={optionsOf(registry.catalogue)}
      />
      <TextField
        label={t('officer')}
        value={value.officer}
        onChange={(officer) => onChange({ ...value, officer })}
        maxLength={NOTICE_LIMITS.officer}
      />
    </>
  );
}

function WorkState({ work }: { work: Work | null }) {
  const { t } = useTranslation('bring-in');
  if (!work) return null;
  if ('at' in work) return <Progress label={t('busy', work)} value={work.at} max={work.n} />;
  return 'done' in work ? (
    <Message tone="green" title={t('done', { n: work.done })} />
  ) : (
    <Message tone="red" title={t('stopped', { at: work.stopped, title: work.title })} />
  );
}

/** The table and the files that are chosen. @param forget called when others are. */
function useSources(forget: () => void) {
  const [table, setTable] = useState<Table | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [fault, setFault] = useState<TableFileError | null>(null);
  const readTable = async (file: File): Promise<void> => {
    setFault(null);
    forget();
    const result = await readTableFile(file);
    if (!result.ok) return setFault(result.code);
    const sheet = result.sheets.find(({ rows }) => findHeader(rows, OLD_COLUMNS)) ?? result.sheets[0];
    setTable(sheet ? { name: file.name, sheet, mapping: null } : null);
  };
  const takeFiles = (more: File[]): void => {
    forget();
    setFiles(more);
  };
  return { table, setTable, files, fault, readTable, takeFiles };
}

export function BringInScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation(['bring-in', 'write']);
  const { work, bring, forget } = useBringing(registry);
  const { table, setTable, files, fault, readTable, takeFiles } = useSources(forget);
  const [defaults, setDefaults] = useState<Defaults>({
    unit: '',
    entry: registry.catalogue[0]?.id ?? '',
    officer: t('officerDefault'),
  });
  const { unit, entry, officer } = defaults;
  const read = useOldRecords(registry, { table, files, unit, entry });
  const records = read?.found?.records ?? [];
  return (
    <OfficePage title={t('title')} lead={t('lead')}>
      <div className="stack">
        <section className="office-panel bring-in-files">
          <h2>{t('choose')}</h2>
          <ol className="bring-in-steps">
            {(['table', 'files', 'check'] as const).map((step) => (
              <li key={step}>{t(`steps.${step}`)}</li>
            ))}
          </ol>
          <div className="stack-tight">
            <FileButton label={t('table')} accept=".xlsx,.csv" onFiles={([file]) => void readTable(file)} />
            <FileButton label={t('files')} multiple onFiles={takeFiles} />
            <p className="second" aria-live="polite">
              {files.length > 0 ? t('chosen', { n: files.length }) : t('filesHint')}
            </p>
          </div>
        </section>
        {fault && <Message tone="red" title={t(`write:table.import.fault.${fault}`)} />}
        {read && <DefaultFields registry={registry} value={defaults} onChange={setDefaults} />}
        {read && table && (
          <Columns
            names={read.names}
            mapping={read.mapping}
            onMapping={(mapping) => setTable({ ...table, mapping })}
          />
        )}
        {read && !read.found && <Message tone="red" title={t('problem.no-day')} />}
        {read?.found && (
          <>
            <Found found={read.found} registry={registry} />
            <Button
              kind="main"
              busy={work !== null && 'at' in work}
              disabled={records.length === 0 || officer.trim() === ''}
              onClick={() => void bring(records, { name: table?.name ?? '', files, officer })}
            >
              {t('sign', { n: records.length })}
            </Button>
          </>
        )}
        <WorkState work={work} />
      </div>
    </OfficePage>
  );
}
