/** `/office/units/:id/handover`: a change of office for a whole unit in one step (换届). */
import { useTranslation } from 'react-i18next';
import type { Member, Unit } from '../../domain/registry/events.ts';
import { leftOn, type Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { Button, SelectField, TextField, useNow } from '../ui/index.ts';
import {
  handoverDraft,
  type HandoverDraft,
  handoverOf,
  handoverProblems,
  type Newcomer,
  REASON,
} from './handover-draft.ts';
import { newId } from './ids.ts';
import './member-form.css';
import { PeopleFields, PersonFields } from './person-fields.tsx';
import { type FormParts, RecordForm, RecordPage, useBackTo } from './record-form.tsx';
import { LIMITS, rolesIn } from './unit-draft.ts';

const isRole = (role: string): role is Newcomer['role'] => role === 'cadre' || role === 'supervisor';

function Leaving({ people, draft, set }: FormParts<HandoverDraft> & { people: Member[] }) {
  const { t } = useTranslation('office');
  return (
    <fieldset className="field assigned-group">
      <legend className="field-label">{t('handover.leave')}</legend>
      {people.length === 0 && <p>{t('handover.nobody')}</p>}
      <div className="assigned">
        {people.map(({ id, name, post }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={draft.leave.includes(id)}
              onChange={({ target }) =>
                set({
                  leave: target.checked ? [...draft.leave, id] : draft.leave.filter((one) => one !== id),
                })
              }
            />
            <span>
              {name}（{post}）
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NewcomerFields({
  one,
  n,
  unit,
  errorOf,
  onChange,
  onRemove,
}: {
  one: Newcomer;
  n: number;
  unit: Unit;
  errorOf: FormParts<HandoverDraft>['errorOf'];
  onChange: (one: Newcomer) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('office');
  const who = t('handover.joiner', { n: n + 1 });
  const text = (field: 'name' | 'post', max: number) => {
    const label = t(`people.field.${field}`);
    return (
      <TextField
        label={label}
        aria-label={`${who}：${label}`}
        required
        value={one[field]}
        maxLength={max}
        error={errorOf(`join.${n}.${field}`)}
        autoComplete="off"
        onChange={(value) => onChange({ ...one, [field]: value })}
      />
    );
  };
  const roles = rolesIn(unit.id, unit.kind).filter(isRole);
  return (
    <div className="person-fields">
      {text('name', LIMITS.personName)}
      {text('post', LIMITS.post)}
      <SelectField
        label={t('handover.role')}
        value={one.role}
        options={roles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
        onChange={(role) => isRole(role) && onChange({ ...one, role })}
      />
      <Button kind="quiet" icon="trash" aria-label={t('handover.remove', { n: n + 1 })} onClick={onRemove} />
    </div>
  );
}

function Joining({ unit, draft, errorOf, set }: FormParts<HandoverDraft> & { unit: Unit }) {
  const { t } = useTranslation('office');
  const { join } = draft;
  const fresh = (): Newcomer => ({ id: newId('m'), name: '', post: '', role: 'cadre' });
  return (
    <fieldset className="person-group">
      <legend className="field-label">{t('handover.join')}</legend>
      {join.map((one, index) => (
        <NewcomerFields
          key={one.id}
          one={one}
          n={index}
          unit={unit}
          errorOf={errorOf}
          onChange={(next) => set({ join: join.map((other, at) => (at === index ? next : other)) })}
          onRemove={() => set({ join: join.filter((_, at) => at !== index) })}
        />
      ))}
      <Button icon="plus" onClick={() => set({ join: [...join, fresh()] })}>
        {t('handover.add')}
      </Button>
    </fieldset>
  );
}

function Group({ draft, errorOf, set }: FormParts<HandoverDraft>) {
  const { t } = useTranslation('office');
  return (
    <>
      <h2>{t('handover.group')}</h2>
      <fieldset className="person-group">
        <legend className="field-label">{t('units.field.leader')}</legend>
        <PersonFields
          person={draft.leader}
          field="leader"
          errorOf={errorOf}
          onChange={(leader) => set({ leader })}
        />
      </fieldset>
      {(['deputies', 'members'] as const).map((list) => (
        <PeopleFields
          key={list}
          list={list}
          people={draft[list]}
          errorOf={errorOf}
          onChange={(people) => set({ [list]: people })}
        />
      ))}
    </>
  );
}

function FormOf({ unit, registry }: { unit: Unit; registry: Registry }) {
  const { t } = useTranslation('office');
  const today = localDateOf(instantOf(useNow()));
  const people = Object.values(registry.members).filter(
    (member) => member.unit === unit.id && leftOn(registry, member.id) === null,
  );
  return (
    <RecordForm
      title={t('handover.title', { name: unit.name })}
      back={useBackTo('units')}
      start={handoverDraft(unit, t('handover.reasonStart'))}
      problemsOf={(draft) => handoverProblems(unit, draft, today)}
      save={(device, draft) =>
        device.change('unit.handed-over', handoverOf(unit, draft), t('handover.item', { name: unit.name }))
      }
      note={<p className="field-hint">{t('handover.note')}</p>}
    >
      {(parts) => (
        <>
          <p>{t('handover.lead')}</p>
          <Leaving people={people} {...parts} />
          <Joining unit={unit} {...parts} />
          <Group {...parts} />
          <TextField
            label={t('handover.reason')}
            required
            value={parts.draft.reason}
            maxLength={REASON}
            error={parts.errorOf('reason')}
            onChange={(reason) => parts.set({ reason })}
          />
        </>
      )}
    </RecordForm>
  );
}

export function HandoverForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordPage find={(id) => registry.units[id]} back={useBackTo('units')} unknown={t('units.none')}>
      {(unit) => unit && <FormOf unit={unit} registry={registry} />}
    </RecordPage>
  );
}
