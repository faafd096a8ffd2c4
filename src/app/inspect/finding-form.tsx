/** `/inspect/findings/new`: what was found, with photos, who answers for it, and until when. Works without a network. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { parseLocalDate } from '../../domain/calendar/days.ts';
import { monthOf } from '../../domain/calendar/periods.ts';
import { addWorkingDays, dayKind } from '../../domain/calendar/working-days.ts';
import {
  INSPECTION_LIMITS,
  SEVERITIES,
  type Severity,
  type Subject,
} from '../../domain/inspection/events.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { Button, Message, Screen, SelectField, TextField, useDevice } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { Fault } from './fault.tsx';
import { useHalfWritten } from './half-written.ts';
import { findingPath } from './inspection-data.ts';
import { type TakenPhotos, TakePhotos } from './photos-taken.tsx';
import { useKeeping } from '../ui/use-keeping.ts';
import { unitName, type Viewer } from './viewer.ts';

/** Working days that a unit has for its answer, where nobody says otherwise. */
export const ANSWER_DAYS = 10;
const MOST_DAYS = 60;

interface Written {
  unit: string;
  title: string;
  text: string;
  severity: Severity;
  on: string;
  /** Null: whoever answers for the notice. */
  person: string | null;
  days: string;
  photos: TakenPhotos;
}

/** A typed number of working days; null: none. */
export function daysOf(text: string): number | null {
  const days = Number(text.trim().normalize('NFKC'));
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null;
}

/** What the address says that it is about. */
function aboutOf(search: URLSearchParams): Subject {
  const notice = search.get('notice');
  if (notice) return { kind: 'notice', id: notice };
  const entry = search.get('entry');
  return entry ? { kind: 'entry', id: entry } : { kind: 'unit' };
}

function SeverityField({ value, onChange }: { value: Severity; onChange: (value: Severity) => void }) {
  const { t } = useTranslation('inspect');
  return (
    <fieldset className="inspect-choice">
      <legend className="field-label">{t('finding.severity')}</legend>
      {SEVERITIES.map((severity) => (
        <label key={severity} className={severity === value ? 'inspect-chosen' : ''}>
          <input
            type="radio"
            name="severity"
            checked={severity === value}
            onChange={() => onChange(severity)}
          />
          <strong>{t(`finding.severities.${severity}`)}</strong>
          <span className="second">{t(`finding.severityText.${severity}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Until when the unit answers, from a number of working days. */
function DaysField({
  value,
  due,
  error,
  onChange,
}: {
  value: string;
  due: LocalDate | null;
  error: string | null;
  onChange: (days: string) => void;
}) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const provisional = due && dayKind(due).provisional ? t('finding.provisional') : '';
  return (
    <TextField
      label={t('finding.days')}
      inputMode="numeric"
      required
      value={value}
      hint={due ? t('finding.due', { day: when.fullDay(`${due}T12:00:00+08:00`) }) + provisional : undefined}
      error={error}
      onChange={onChange}
    />
  );
}

/** What is written, with what the address and the notice already say. */
function useWritten(viewer: Viewer, search: URLSearchParams, today: LocalDate) {
  return useHalfWritten<Written>(`finding:${search.toString()}`, {
    unit:
      search.get('unit') ?? viewer.units.find((id) => viewer.registry.units[id]?.kind === 'village') ?? '',
    title: (search.get('title') ?? '').slice(0, INSPECTION_LIMITS.title),
    text: '',
    severity: 'fault',
    on: search.get('on') ?? today,
    person: search.get('person'),
    days: String(ANSWER_DAYS),
    photos: [],
  });
}

export function FindingForm({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(useWhen().now));
  const [written, write, forget] = useWritten(viewer, search, today);
  const [tried, setTried] = useState(false);
  const keeping = useKeeping();
  const about = aboutOf(search);
  const round = search.get('round');
  const boards = useBoards(about.kind === 'notice' ? [written.unit] : null);
  const notice = boards?.get(written.unit)?.find(({ id }) => about.kind === 'notice' && id === about.id);
  const days = daysOf(written.days);
  const due = days === null ? null : addWorkingDays(today, days);
  const person = written.person ?? notice?.officer ?? '';
  const missing = (text: string, words: string): string | null =>
    tried && text.trim() === '' ? words : null;
  const save = async (): Promise<void> => {
    setTried(true);
    const { unit, title, text, severity, photos } = written;
    const on = parseLocalDate(written.on);
    if (![title, text, person, unit].every((one) => one.trim() !== '') || !due || !on) return;
    const content = {
      round,
      about,
      title: title.trim(),
      text: text.trim(),
      severity,
      on,
      person: person.trim(),
      due,
      photos,
    };
    const made = await keeping.keep(() => device.record(unit, 'finding.made', content, title.trim()));
    if (!made) return;
    forget();
    void navigate(findingPath(unit, made.id), { replace: true });
  };
  return (
    <Screen
      title={t('finding.title')}
      back={round ? `/inspect/rounds/${round}` : '/inspect/findings'}
      footer={
        <Button kind="main" icon="check" busy={keeping.busy} onClick={() => void save()}>
          {t('finding.save')}
        </Button>
      }
    >
      <div className="stack inspect inspect-form">
        <Fault keeping={keeping} />
        {about.kind === 'notice' ? (
          <p>
            {t('finding.about')} <strong>{notice?.title ?? search.get('title')}</strong> ·{' '}
            {unitName(viewer.registry, written.unit)}
          </p>
        ) : (
          <SelectField
            label={t('finding.unit')}
            required
            value={written.unit}
            options={viewer.units.map((id) => ({ value: id, label: unitName(viewer.registry, id) }))}
            onChange={(unit) => write({ unit })}
          />
        )}
        <TextField
          label={t('finding.name')}
          required
          value={written.title}
          maxLength={INSPECTION_LIMITS.title}
          error={missing(written.title, t('finding.nameMissing'))}
          onChange={(title) => write({ title })}
        />
        <TakePhotos photos={written.photos} keeping={keeping} onPhotos={(photos) => write({ photos })} />
        <TextField
          label={t('finding.text')}
          hint={t('finding.textHint')}
          multiline
          required
          value={written.text}
          maxLength={INSPECTION_LIMITS.text}
          error={missing(written.text, t('finding.textMissing'))}
          onChange={(text) => write({ text })}
        />
        <SeverityField value={written.severity} onChange={(severity) => write({ severity })} />
        {written.severity === 'falsified' && (
          <Message
            tone="amber"
            title={t('finding.falsifiedSure', { month: monthOf(written.on as LocalDate).name })}
          />
        )}
        <TextField
          label={t('finding.on')}
          type="date"
          max={today}
          required
          value={written.on}
          onChange={(on) => on && write({ on })}
        />
        <TextField
          label={t('finding.person')}
          hint={t('finding.personHint')}
          required
          value={person}
          maxLength={INSPECTION_LIMITS.person}
          error={missing(person, t('finding.personMissing'))}
          onChange={(next) => write({ person: next })}
        />
        <DaysField
          value={written.days}
          due={due}
          error={tried && !due ? t('finding.daysMissing') : null}
          onChange={(next) => write({ days: next })}
        />
        <p className="second">{t('finding.kept')}</p>
      </div>
    </Screen>
  );
}
