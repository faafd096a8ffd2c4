/** Adds a person or changes one: name, post, unit, what he may do, and for which villages he posts. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type Member, ROLES, TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { useChange } from './change-state.tsx';
import { FormFoot } from './form-foot.tsx';
import { OfficePage } from './frame.tsx';
import { newId } from './ids.ts';
import './member-form.css';
import { unitsInOrder } from './overview.ts';
import { useProblemWords } from './problem-words.ts';
import { LIMITS, memberDraft, memberOfDraft, memberProblems } from './unit-draft.ts';

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

function Fields({
  registry,
  draft,
  errorOf,
  set,
}: {
  registry: Registry;
  draft: Draft;
  errorOf: (field: string) => string | null;
  set: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation('office');
  const atTownship = draft.unit === TOWNSHIP_UNIT;
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
      {atTownship && (
        <SelectField
          label={t('people.field.role')}
          hint={t('people.field.roleHint')}
          value={draft.role}
          options={ROLES.map((role) => ({
            value: role,
            label: t(`people.role.${role}`),
          }))}
          onChange={(role) => set({ role: role as Member['role'] })}
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
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => memberDraft(member, ''));
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const problems = memberProblems(draft);
  const wrong = Object.keys(problems).length;
  const errorOf = useProblemWords(tried ? problems : {});
  const save = async (): Promise<void> => {
    setTried(true);
    if (wrong > 0) return;
    const content = memberOfDraft(member?.id ?? newId('p'), draft);
    const title = t('form.title.member', { name: content.name });
    const id = await send((device) => device.change('member.set', content, title));
    if (id) void navigate(`/office/people?done=${id}`);
  };
  return (
    <OfficePage
      title={member ? t('people.editTitle', { name: member.name }) : t('people.newTitle')}
      back={{ to: '/office/people', label: t('people.title') }}
    >
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        <Fields
          registry={registry}
          draft={draft}
          errorOf={errorOf}
          set={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        <FormFoot
          wrong={tried ? wrong : 0}
          fault={fault}
          busy={busy}
          onSave={save}
          cancelTo="/office/people"
        />
      </form>
    </OfficePage>
  );
}

export function MemberForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const { id = 'new' } = useParams();
  const member = registry.members[id] ?? null;
  if (!member && id !== 'new') {
    return (
      <OfficePage title={t('people.title')} back={{ to: '/office/people', label: t('people.title') }}>
        <p>{t('people.unknown')}</p>
      </OfficePage>
    );
  }
  return <MemberFormOf key={id} registry={registry} member={member} />;
}
