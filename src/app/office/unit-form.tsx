/** Adds a unit or changes one: what it is, who leads disclosure there, where people find it. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { SelectField, TextField, useNow } from '../ui/index.ts';
import { newId } from './ids.ts';
import { PeopleFields, PersonFields } from './person-fields.tsx';
import { type FormParts, RecordForm, RecordPage, useBackTo } from './record-form.tsx';
import { LIMITS, type UnitDraft, unitDraft, unitOf, unitProblems } from './unit-draft.ts';

const PREFIX: Record<Unit['kind'], string> = { township: 't', institution: 'i', village: 'v' };
const NEW_KINDS = ['village', 'institution'] as const;

function Fields({ draft, isNew, errorOf, set }: FormParts<UnitDraft> & { isNew: boolean }) {
  const { t } = useTranslation('office');
  return (
    <>
      {isNew && (
        <SelectField
          label={t('units.field.kind')}
          value={draft.kind}
          options={NEW_KINDS.map((kind) => ({ value: kind, label: t(`units.kind.${kind}`) }))}
          onChange={(kind) => set({ kind: kind as Unit['kind'] })}
        />
      )}
      <TextField
        label={t('units.field.name')}
        hint={t('units.field.nameHint')}
        required
        value={draft.name}
        maxLength={LIMITS.unitName}
        error={errorOf('name')}
        onChange={(name) => set({ name })}
      />
      <fieldset className="person-group">
        <legend className="field-label">{t('units.field.leader')}</legend>
        <PersonFields
          person={draft.leader}
          field="leader"
          errorOf={errorOf}
          onChange={(leader) => set({ leader })}
        />
      </fieldset>
      <PeopleFields
        list="deputies"
        people={draft.deputies}
        errorOf={errorOf}
        onChange={(deputies) => set({ deputies })}
      />
      <PeopleFields
        list="members"
        people={draft.members}
        errorOf={errorOf}
        onChange={(members) => set({ members })}
      />
      <TextField
        label={t('units.field.office')}
        hint={t('units.field.officeHint')}
        value={draft.office}
        maxLength={LIMITS.office}
        error={errorOf('office')}
        onChange={(office) => set({ office })}
      />
      <TextField
        label={t('units.field.phone')}
        type="tel"
        value={draft.phone}
        maxLength={LIMITS.phone}
        error={errorOf('phone')}
        onChange={(phone) => set({ phone })}
      />
      <TextField
        label={t('units.field.dueFrom')}
        hint={t('units.field.dueFromHint')}
        type="date"
        value={draft.dueFrom}
        error={errorOf('dueFrom')}
        onChange={(dueFrom) => set({ dueFrom })}
      />
    </>
  );
}

function UnitFormOf({ unit }: { unit: Unit | null }) {
  const { t } = useTranslation('office');
  const back = useBackTo('units');
  const today = localDateOf(instantOf(useNow()));
  return (
    <RecordForm
      title={unit ? t('units.editTitle', { name: unit.name }) : t('units.newTitle')}
      back={back}
      start={unitDraft(unit)}
      problemsOf={(draft) => unitProblems(draft, today)}
      save={(device, draft) => {
        const content = unitOf(unit?.id ?? newId(PREFIX[draft.kind]), draft);
        return device.change('unit.set', content, t('form.title.unit', { name: content.name }));
      }}
      note={
        unit && (
          <p className="field-hint">
            {t('units.former')}{' '}
            {unit.kind !== 'township' && (
              <Link to={`/office/units/${unit.id}/handover`}>{t('handover.link')}</Link>
            )}
          </p>
        )
      }
    >
      {(parts) => <Fields isNew={!unit} {...parts} />}
    </RecordForm>
  );
}

export function UnitForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordPage find={(id) => registry.units[id]} back={useBackTo('units')} unknown={t('units.none')}>
      {(unit) => <UnitFormOf unit={unit} />}
    </RecordPage>
  );
}
