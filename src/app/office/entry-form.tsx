/** Adds an entry to the catalogue, changes one, or retires it by its last day. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ASPECTS, type CatalogueEntry, FORMS, RHYTHMS } from '../../domain/catalogue/entry.ts';
import { KINDS } from '../../domain/kind/kinds.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { SelectField, TextField, useNow } from '../ui/index.ts';
import { useChange } from './change-state.tsx';
import { FormFoot } from './form-foot.tsx';
import './entry-form.css';
import { ENTRY_LIMITS, type EntryDraft, entryDraft, entryOf, entryProblems } from './entry-draft.ts';
import { OfficePage } from './frame.tsx';
import { newId } from './ids.ts';
import { useProblemWords } from './problem-words.ts';

interface PartProps {
  draft: EntryDraft;
  errorOf: (field: string) => string | null;
  set: (part: Partial<EntryDraft>) => void;
}

const UNITS = ['village', 'township', 'institution'] as const;

/** Several of a few: ticks with a name over them. */
function Ticks<Value extends string>({
  legend,
  error,
  all,
  chosen,
  wordOf,
  onChange,
}: {
  legend: string;
  error?: string | null;
  all: readonly Value[];
  chosen: Value[];
  wordOf: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}) {
  return (
    <fieldset className="field entry-ticks">
      <legend className="field-label">{legend}</legend>
      {error && <p className="field-error">{error}</p>}
      <div className="entry-ticks-list">
        {all.map((value) => (
          <label key={value} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(all.filter((one) => (one === value ? target.checked : chosen.includes(one))))
              }
            />
            <span>{wordOf(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function WhatFields({ draft, errorOf, set }: PartProps) {
  const { t, i18n } = useTranslation(['office', 'write']);
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return (
    <>
      <TextField
        label={t('catalogue.field.name')}
        required
        value={draft.name}
        maxLength={ENTRY_LIMITS.name}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <SelectField
        label={t('catalogue.field.aspect')}
        value={draft.aspect}
        options={ASPECTS.map((aspect) => ({ value: aspect, label: t(`write:aspect.${aspect}`) }))}
        onChange={(aspect) => set({ aspect: aspect as EntryDraft['aspect'] })}
      />
      <Ticks
        legend={t('catalogue.field.units')}
        error={errorOf('units')}
        all={UNITS}
        chosen={draft.units}
        wordOf={(unit) => t(`units.kind.${unit}`)}
        onChange={(units) => set({ units })}
      />
      <SelectField
        label={t('catalogue.field.kind')}
        hint={t('catalogue.field.kindHint')}
        value={draft.kind}
        options={KINDS.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t('catalogue.field.hint')}
        multiline
        rows={2}
        value={draft.hint}
        maxLength={ENTRY_LIMITS.hint}
        onChange={(hint) => set({ hint })}
      />
      <TextField
        label={t('catalogue.field.post')}
        hint={t('catalogue.field.postHint')}
        required
        value={draft.post}
        maxLength={ENTRY_LIMITS.post}
        error={errorOf('post')}
        onChange={(post) => set({ post })}
      />
    </>
  );
}

function WhenFields({ draft, errorOf, set }: PartProps) {
  const { t } = useTranslation('office');
  const units = (['working', 'calendar'] as const).map((unit) => ({
    value: unit,
    label: t(`catalogue.unit.${unit}`),
  }));
  return (
    <>
      <SelectField
        label={t('catalogue.field.every')}
        value={draft.every}
        options={RHYTHMS.map((every) => ({ value: every, label: t(`catalogue.every.${every}`) }))}
        onChange={(every) => set({ every: every as EntryDraft['every'] })}
      />
      {draft.every === 'occasion' && (
        <TextField
          label={t('catalogue.field.occasion')}
          required
          value={draft.occasion}
          maxLength={ENTRY_LIMITS.occasion}
          error={errorOf('occasion')}
          onChange={(occasion) => set({ occasion })}
        />
      )}
      <div className="entry-pair">
        <TextField
          label={t('catalogue.field.within')}
          inputMode="numeric"
          required
          value={draft.withinDays}
          error={errorOf('withinDays') && t('catalogue.days')}
          onChange={(withinDays) => set({ withinDays })}
        />
        <SelectField
          label={t('catalogue.field.dayUnit')}
          value={draft.withinUnit}
          options={units}
          onChange={(unit) => set({ withinUnit: unit as EntryDraft['withinUnit'] })}
        />
      </div>
      <div className="entry-pair">
        <TextField
          label={t('catalogue.field.publicity')}
          hint={t('catalogue.field.publicityHint')}
          inputMode="numeric"
          value={draft.publicityDays}
          error={errorOf('publicityDays') && t('catalogue.days')}
          onChange={(publicityDays) => set({ publicityDays })}
        />
        <SelectField
          label={t('catalogue.field.dayUnit')}
          value={draft.publicityUnit}
          options={units}
          onChange={(unit) => set({ publicityUnit: unit as EntryDraft['publicityUnit'] })}
        />
      </div>
      <Ticks
        legend={t('catalogue.field.forms')}
        all={FORMS}
        chosen={draft.forms}
        wordOf={(form) => t(`catalogue.form.${form}`)}
        onChange={(forms) => set({ forms })}
      />
      <TextField
        label={t('catalogue.field.basis')}
        value={draft.basis}
        maxLength={ENTRY_LIMITS.basis}
        onChange={(basis) => set({ basis })}
      />
      <div className="entry-pair">
        <TextField
          label={t('catalogue.field.from')}
          type="date"
          required
          value={draft.from}
          error={errorOf('from')}
          onChange={(from) => set({ from })}
        />
        <TextField
          label={t('catalogue.field.until')}
          hint={t('catalogue.field.untilHint')}
          type="date"
          value={draft.until}
          error={errorOf('until') && t('catalogue.untilBefore')}
          onChange={(until) => set({ until })}
        />
      </div>
    </>
  );
}

function EntryFormOf({ entry }: { entry: CatalogueEntry | null }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const today = localDateOf(instantOf(useNow()));
  const [draft, setDraft] = useState(() => entryDraft(entry, today));
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const problems = entryProblems(draft);
  const wrong = Object.keys(problems).length;
  const errorOf = useProblemWords(tried ? problems : {});
  const set = (part: Partial<EntryDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong > 0) return;
    const content = { entry: entryOf(entry?.id ?? newId('e'), entry, draft) };
    const title = t('form.title.entry', { name: content.entry.name });
    const id = await send((device) => device.change('catalogue.entry-set', content, title));
    if (id) void navigate(`/office/catalogue?done=${id}`);
  };
  return (
    <OfficePage
      title={entry ? t('catalogue.editTitle', { name: entry.name }) : t('catalogue.newTitle')}
      back={{ to: '/office/catalogue', label: t('catalogue.title') }}
    >
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        <WhatFields draft={draft} errorOf={errorOf} set={set} />
        <WhenFields draft={draft} errorOf={errorOf} set={set} />
        <p className="field-hint">{t('catalogue.kept')}</p>
        <FormFoot
          wrong={tried ? wrong : 0}
          fault={fault}
          busy={busy}
          onSave={save}
          cancelTo="/office/catalogue"
        />
      </form>
    </OfficePage>
  );
}

export function EntryForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const { id = 'new' } = useParams();
  const entry = registry.catalogue.find((one) => one.id === id) ?? null;
  if (!entry && id !== 'new') {
    return (
      <OfficePage
        title={t('catalogue.title')}
        back={{ to: '/office/catalogue', label: t('catalogue.title') }}
      >
        <p>{t('catalogue.unknown')}</p>
      </OfficePage>
    );
  }
  return <EntryFormOf key={id} entry={entry} />;
}
