/** One board, wall or loudspeaker: added, changed, or no longer used. */
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { PlacePhoto } from './place-photo.tsx';
import { newId } from './ids.ts';
import { unitsInOrder } from './overview.ts';
import { type FormParts, RecordForm, RecordPage, useBackTo } from './record-form.tsx';
import type { Problems } from './unit-draft.ts';

const KINDS = ['board', 'wall', 'loudspeaker'] as const;
/** Characters. */
const LIMITS = { name: 60, where: 120 };

type Draft = Omit<Place, 'id'>;
const EMPTY: Draft = { unit: '', kind: 'wall', name: '', where: '', photo: null, closed: false };

type FieldsProps = FormParts<Draft> & { isNew: boolean; registry: Registry };

function Fields({ draft, isNew, registry, errorOf, set }: FieldsProps) {
  const { t } = useTranslation('office');
  const units = unitsInOrder(registry).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SelectField
        label={t('places.field.unit')}
        placeholder={t('places.missing.unit')}
        required
        disabled={!isNew}
        value={draft.unit}
        options={units}
        error={errorOf('unit') && t('places.missing.unit')}
        onChange={(unit) => set({ unit })}
      />
      <SelectField
        label={t('places.field.kind')}
        value={draft.kind}
        options={KINDS.map((value) => ({ value, label: t(`places.kind.${value}`) }))}
        onChange={(value) => set({ kind: KINDS.find((one) => one === value) ?? 'wall' })}
      />
      <TextField
        label={t('places.field.name')}
        hint={t('places.field.nameHint')}
        required
        value={draft.name}
        maxLength={LIMITS.name}
        error={errorOf('name') && t('places.missing.name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('places.field.where')}
        hint={t('places.field.whereHint')}
        value={draft.where}
        maxLength={LIMITS.where}
        onChange={(where) => set({ where })}
      />
      {draft.kind !== 'loudspeaker' && <PlacePhoto draft={draft} set={set} />}
      {!isNew && (
        <SelectField
          label={t('places.close')}
          hint={t('places.closeHint')}
          value={draft.closed ? 'closed' : 'inUse'}
          options={(['inUse', 'closed'] as const).map((value) => ({ value, label: t(`places.${value}`) }))}
          onChange={(value) => set({ closed: value === 'closed' })}
        />
      )}
    </>
  );
}

function problemsOf({ unit, name, where }: Draft): Problems {
  const problems: Problems = {};
  if (unit === '') problems['unit'] = { over: null };
  if (name.trim() === '') problems['name'] = { over: null };
  if (name.length > LIMITS.name) problems['name'] = { over: name.length - LIMITS.name };
  if (where.length > LIMITS.where) problems['where'] = { over: where.length - LIMITS.where };
  return problems;
}

function PlaceFormOf({ place, registry }: { place: Place | null; registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordForm
      title={place ? t('places.editTitle', { name: place.name }) : t('places.newTitle')}
      back={useBackTo('places')}
      start={place ?? EMPTY}
      problemsOf={problemsOf}
      save={(device, draft) => {
        const name = draft.name.trim();
        const content = { ...draft, id: place?.id ?? newId('p'), name, where: draft.where.trim() };
        return device.change('place.set', content, name);
      }}
    >
      {(parts) => <Fields isNew={!place} registry={registry} {...parts} />}
    </RecordForm>
  );
}

export function PlaceForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <RecordPage find={(id) => registry.places[id]} back={useBackTo('places')} unknown={t('places.gone')}>
      {(place) => <PlaceFormOf place={place} registry={registry} />}
    </RecordPage>
  );
}
