/** Adds an entry to the catalogue, changes one, or retires it by its last day. */
import { useTranslation } from 'react-i18next';
import {
  ASPECTS,
  type CatalogueEntry,
  FORMS,
  PARTS,
  REVIEWERS,
  RHYTHMS,
} from '../../domain/catalogue/entry.ts';
import { TO_CONFIRM } from '../../domain/catalogue/ready-made/make.ts';
import { KINDS } from '../../domain/kind/kinds.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { SelectField, TextField, useNow } from '../ui/index.ts';
import './entry-form.css';
import { ENTRY_LIMITS, type EntryDraft, entryDraft, entryOf, entryProblems } from './entry-draft.ts';
import { newId } from './ids.ts';
import { type FormParts, RecordForm, RecordPage, useBackTo } from './record-form.tsx';

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

function WhatFields({ draft, errorOf, set }: FormParts<EntryDraft>) {
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
        label={t('catalogue.field.part')}
        value={draft.part}
        options={PARTS.map((part) => ({ value: part, label: t(`catalogue.part.${part}`) }))}
        onChange={(part) => set({ part: part as EntryDraft['part'] })}
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

function WhenFields({ draft, errorOf, set }: FormParts<EntryDraft>) {
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
      <SelectField
        label={t('catalogue.field.review')}
        hint={t(`catalogue.reviewHint.${draft.review}`)}
        value={draft.review}
        options={REVIEWERS.map((review) => ({ value: review, label: t(`catalogue.review.${review}`) }))}
        onChange={(review) => set({ review: review as EntryDraft['review'] })}
      />
      <Ticks
        legend={t('catalogue.field.forms')}
        all={FORMS}
        chosen={draft.forms}
        wordOf={(form) => t(`catalogue.form.${form}`)}
        onChange={(forms) => set({ forms })}
      />
      <TextField
        label={t('catalogue.field.basis')}
        hint={
          draft.basis.includes(TO_CONFIRM) ? t('catalogue.confirmHint', { words: TO_CONFIRM }) : undefined
        }
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
  const today = localDateOf(instantOf(useNow()));
  return (
    <RecordForm
      title={entry ? t('catalogue.editTitle', { name: entry.name }) : t('catalogue.newTitle')}
      back={useBackTo('catalogue')}
      start={entryDraft(entry, today)}
      problemsOf={entryProblems}
      save={(device, draft) => {
        const content = { entry: entryOf(entry?.id ?? newId('e'), entry, draft) };
        return device.change(
          'catalogue.entry-set',
          content,
          t('form.title.entry', { name: content.entry.name }),
        );
      }}
      note={<p className="field-hint">{t('catalogue.kept')}</p>}
    >
      {(parts) => (
        <>
          <WhatFields {...parts} />
          <WhenFields {...parts} />
        </>
      )}
    </RecordForm>
  );
}

export function EntryForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordPage
      find={(id) => registry.catalogue.find((one) => one.id === id)}
      back={useBackTo('catalogue')}
      unknown={t('catalogue.unknown')}
    >
      {(entry) => <EntryFormOf entry={entry} />}
    </RecordPage>
  );
}
