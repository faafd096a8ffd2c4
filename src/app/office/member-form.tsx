/** Adds a person or changes one: name, post, unit, what he may do, and for which villages he posts. */
import { useTranslation } from 'react-i18next';
import { type Member, TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { newId } from './ids.ts';
import './member-form.css';
import { unitsInOrder } from './overview.ts';
import { type FormParts, RecordForm, RecordPage, useBackTo } from './record-form.tsx';
import { LIMITS, memberDraft, memberOfDraft, memberProblems, rolesIn } from './unit-draft.ts';

type Draft = Omit<Member, 'id'>;

/** The villages for which somebody of the township posts. */
function AssignedField({
  registry,
  draft,
  onChange,
}: {
  registry: Registry;
  draft: Draft;
  onChange: (assigned: string[]) => void;
}) {
  const { t } = useTranslation('office');
  const villages = unitsInOrder(registry).filter((unit) => unit.kind === 'village');
  return (
    <fieldset className="field assigned-group">
      <legend className="field-label">{t('people.field.assigned')}</legend>
      <p className="field-hint">{t('people.field.assignedHint')}</p>
      <div className="assigned">
        {villages.map((village) => (
          <label key={village.id} className="tick">
            <input
              type="checkbox"
              checked={draft.assigned.includes(village.id)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...draft.assigned, village.id]
                    : draft.assigned.filter((id) => id !== village.id),
                )
              }
            />
            <span>{village.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Fields({ registry, draft, errorOf, set }: FormParts<Draft> & { registry: Registry }) {
  const { t } = useTranslation('office');
  const atTownship = draft.unit === TOWNSHIP_UNIT;
  const roles = rolesIn(draft.unit, registry.units[draft.unit]?.kind);
  const role = roles.find((one) => one === draft.role) ?? 'cadre';
  return (
    <>
      <TextField
        label={t('people.field.name')}
        required
        value={draft.name}
        maxLength={LIMITS.personName}
        error={errorOf('name')}
        autoComplete="off"
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('people.field.post')}
        hint={t('people.field.postHint')}
        required
        value={draft.post}
        maxLength={LIMITS.post}
        error={errorOf('post')}
        autoComplete="off"
        onChange={(post) => set({ post })}
      />
      <SelectField
        label={t('people.field.unit')}
        required
        placeholder={t('invite.pick')}
        value={draft.unit}
        error={errorOf('unit')}
        options={unitsInOrder(registry).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(unit) => set({ unit })}
      />
      {roles.length > 1 && (
        <SelectField
          label={t('people.field.role')}
          hint={t(`people.may.${role}`)}
          value={role}
          options={roles.map((one) => ({ value: one, label: t(`people.role.${one}`) }))}
          onChange={(one) => set({ role: one as Member['role'] })}
        />
      )}
      {atTownship && (
        <AssignedField registry={registry} draft={draft} onChange={(assigned) => set({ assigned })} />
      )}
    </>
  );
}

function MemberFormOf({ registry, member }: { registry: Registry; member: Member | null }) {
  const { t } = useTranslation('office');
  return (
    <RecordForm
      title={member ? t('people.editTitle', { name: member.name }) : t('people.newTitle')}
      back={useBackTo('people')}
      start={memberDraft(member, '')}
      problemsOf={memberProblems}
      save={(device, draft) => {
        const content = memberOfDraft(member?.id ?? newId('p'), draft, registry.units[draft.unit]?.kind);
        return device.change('member.set', content, t('form.title.member', { name: content.name }));
      }}
    >
      {(parts) => <Fields registry={registry} {...parts} />}
    </RecordForm>
  );
}

export function MemberForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordPage find={(id) => registry.members[id]} back={useBackTo('people')} unknown={t('people.unknown')}>
      {(member) => <MemberFormOf registry={registry} member={member} />}
    </RecordPage>
  );
}
