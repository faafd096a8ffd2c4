/** Adds a unit or changes one: what it is, who leads disclosure there, where people find it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { useChange } from './change-state.tsx';
import { FormFoot } from './form-foot.tsx';
import { OfficePage } from './frame.tsx';
import { newId } from './ids.ts';
import { PeopleFields, PersonFields } from './person-fields.tsx';
import { LIMITS, type UnitDraft, unitDraft, unitOf, unitProblems } from './unit-draft.ts';
import { useProblemWords } from './problem-words.ts';

const PREFIX: Record<Unit['kind'], string> = { township: 't', institution: 'i', village: 'v' };
const NEW_KINDS = ['village', 'institution'] as const;

function Fields({
  draft,
  isNew,
  errorOf,
  set,
}: {
  draft: UnitDraft;
  isNew: boolean;
  errorOf: (field: string) => string | null;
  set: (part: Partial<UnitDraft>) => void;
}) {
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
    </>
  );
}

function UnitFormOf({ unit }: { unit: Unit | null }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => unitDraft(unit));
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const problems = unitProblems(draft);
  const wrong = Object.keys(problems).length;
  const errorOf = useProblemWords(tried ? problems : {});
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong > 0) return;
    const content = unitOf(unit?.id ?? newId(PREFIX[draft.kind]), draft);
    const title = t('form.title.unit', { name: content.name });
    const id = await send((device) => device.change('unit.set', content, title));
    if (id) void navigate(`/office/units?done=${id}`);
  };
  return (
    <OfficePage
      title={unit ? t('units.editTitle', { name: unit.name }) : t('units.newTitle')}
      back={{ to: '/office/units', label: t('units.title') }}
    >
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        <Fields
          draft={draft}
          isNew={!unit}
          errorOf={errorOf}
          set={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        <FormFoot
          wrong={tried ? wrong : 0}
          fault={fault}
          busy={busy}
          onSave={save}
          cancelTo="/office/units"
        />
      </form>
    </OfficePage>
  );
}

export function UnitForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const { id = 'new' } = useParams();
  const unit = registry.units[id] ?? null;
  if (!unit && id !== 'new') {
    return (
      <OfficePage title={t('units.title')} back={{ to: '/office/units', label: t('units.title') }}>
        <p>{t('units.none')}</p>
      </OfficePage>
    );
  }
  return <UnitFormOf key={id} unit={unit} />;
}
