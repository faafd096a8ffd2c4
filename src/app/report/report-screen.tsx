/** `/office/report`: the annual report of a year, from the records, in the form of that year; checked, and released as a notice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { yearOf } from '../../domain/calendar/days.ts';
import { dateText } from '../../domain/kind/format.ts';
import { annualReport, reportJson } from '../../domain/report/annual.ts';
import { formFor, isReportForm, REPORT_FORMS, type ReportFormId } from '../../domain/report/forms.ts';
import type { Report } from '../../domain/report/model.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { changed } from '../figures/choice.ts';
import { OfficePage } from '../office/frame.tsx';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, Message, SelectField, Splash, useDevice, useIdentity, useNow } from '../ui/index.ts';
import { Checks, useOpenPoints } from './checks.tsx';
import { type Editing, useEdits } from './edits.ts';
import { reportDraft, reportEntry } from './release.ts';
import { ReportView } from './report-view.tsx';
import { TypedPanel } from './typed-panel.tsx';
import { type Read, useReport } from './use-report.ts';
import './report.css';

/** Years back that can be chosen. */
const YEARS = 10;

interface Chosen {
  year: number;
  form: ReportFormId;
  thisYear: number;
  today: LocalDate;
}

/** Last year's report is what is written at the beginning of a year. */
function useChosen(): Chosen {
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(useNow()));
  const thisYear = yearOf(today);
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= 2008 && asked <= thisYear ? asked : thisYear - 1;
  const form = search.get('form') ?? '';
  return { year, form: isReportForm(form) ? form : formFor(year), thisYear, today };
}

function Controls({ year, form, thisYear }: Chosen) {
  const { t } = useTranslation('report');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const years = Array.from({ length: YEARS + 1 }, (_, back) => String(thisYear - back));
  if (!years.includes(String(year))) years.push(String(year));
  return (
    <div className="figures-controls report-controls">
      <SelectField
        label={t('year')}
        value={String(year)}
        options={years.map((value) => ({ value, label: value }))}
        onChange={(value) => void navigate(changed(search, { year: value, form: null }))}
      />
      <SelectField
        label={t('form')}
        value={form}
        options={REPORT_FORMS.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => void navigate(changed(search, { form: value, year: String(year) }))}
      />
    </div>
  );
}

function useFiles(report: Report, { edits }: Editing, registry: Registry, today: LocalDate) {
  const { t } = useTranslation('report');
  const township = useIdentity()?.township ?? '';
  const signed = { by: t('by', { name: registry.name, lng: 'zh' }), day: dateText(today) };
  return {
    docx: async (): Promise<Blob> => {
      const { reportDocx } = await import('../../export/report-docx.ts');
      return reportDocx(report, edits, signed);
    },
    json: (): Blob =>
      new Blob([JSON.stringify(reportJson(report, edits, { township, at: today }), null, 2)], {
        type: 'application/json',
      }),
  };
}

function Actions({
  report,
  editing,
  registry,
  today,
  open,
}: {
  report: Report;
  editing: Editing;
  registry: Registry;
  today: LocalDate;
  /** Something is still to be settled. */
  open: boolean;
}) {
  const { t } = useTranslation('report');
  const device = useDevice();
  const navigate = useNavigate();
  const files = useFiles(report, editing, registry, today);
  const [fault, setFault] = useState<'docxFailed' | 'releaseFailed' | 'noEntry' | 'attachFailed' | null>(
    null,
  );
  const [busy, setBusy] = useState(false);
  const name = fileName(report.title);
  const word = async (): Promise<void> => {
    setFault(null);
    await files.docx().then(
      (blob) => handOver(blob, `${name}.docx`),
      () => setFault('docxFailed'),
    );
  };
  const release = async (): Promise<void> => {
    const entry = reportEntry(registry.catalogue, today);
    if (!entry) return setFault('noEntry');
    setFault(null);
    setBusy(true);
    const made = await device.newDraft(TOWNSHIP_UNIT);
    const kept = made.ok
      ? await device.saveDraft(reportDraft(made.value, report, editing.edits, { registry, entry, today }))
      : made;
    if (!made.ok || !kept.ok) {
      setBusy(false);
      return setFault('releaseFailed');
    }
    const file = await files.docx().catch(() => null);
    const attached = file && (await device.addAttachment(made.value.id, file, `${name}.docx`));
    setBusy(false);
    void navigate(`/write/${made.value.id}${attached?.ok ? '' : '?attach=failed'}`);
  };
  return (
    <div className="report-actions">
      <Button icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon="save" onClick={() => void word()}>
        {t('docx')}
      </Button>
      <Button icon="save" onClick={() => void handOver(files.json(), `${name}.json`)}>
        {t('json')}
      </Button>
      <Button kind="main" busy={busy} disabled={open} onClick={() => void release()}>
        {t(busy ? 'releasing' : 'release')}
      </Button>
      {fault && <p role="alert">{t(fault)}</p>}
    </div>
  );
}

function Reporting({ registry, chosen, read }: { registry: Registry; chosen: Chosen; read: Read }) {
  const { t } = useTranslation('report');
  const { year, form, thisYear, today } = chosen;
  const editing = useEdits(year, form);
  const report = annualReport(read.input, form);
  const points = useOpenPoints(report, editing, read, thisYear);
  const actions = (
    <Actions report={report} editing={editing} registry={registry} today={today} open={points.length > 0} />
  );
  return (
    <OfficePage title={t('title')} lead={t('lead')} aside={actions}>
      <Controls {...chosen} />
      <Checks points={points} />
      {!editing.kept && <Message tone="red" title={t('notKept')} />}
      {form === '2021' && (
        <TypedPanel
          key={`${year} ${read.typed?.acceptedAt ?? ''}`}
          registry={registry}
          year={year}
          typed={read.typed}
        />
      )}
      <ReportView report={report} editing={editing} />
    </OfficePage>
  );
}

export function ReportScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('report');
  const chosen = useChosen();
  const read = useReport(registry, chosen.year, chosen.today);
  if (!read) return <Splash label={t('loading')} />;
  return <Reporting key={`${chosen.year} ${chosen.form}`} registry={registry} chosen={chosen} read={read} />;
}
