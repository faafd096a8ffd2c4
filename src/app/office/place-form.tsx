/** One board, wall or loudspeaker: added, changed, or no longer used. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Place } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { useChange } from './change-state.tsx';
import { FormFoot } from './form-foot.tsx';
import { OfficePage } from './frame.tsx';
import { newId } from './ids.ts';
import { unitsInOrder } from './overview.ts';

const KINDS = ['board', 'wall', 'loudspeaker'] as const;
/** Characters. */
const LIMITS = { name: 60, where: 120 };

type Draft = Omit<Place, 'id'>;
const EMPTY: Draft = { unit: '', kind: 'wall', name: '', where: '', photo: null, closed: false };

interface FieldsProps {
  draft: Draft;
  isNew: boolean;
  registry: Registry;
  tried: boolean;
  set: (part: Partial<Draft>) => void;
}

function Fields({ draft, isNew, registry, tried, set }: FieldsProps) {
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
        error={tried && draft.unit === '' ? t('places.missing.unit') : null}
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
        error={tried && draft.name.trim() === '' ? t('places.missing.name') : null}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('places.field.where')}
        hint={t('places.field.whereHint')}
        value={draft.where}
        maxLength={LIMITS.where}
        onChange={(where) => set({ where })}
      />
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

const isWhole = ({ unit, name, where }: Draft): boolean =>
  unit !== '' && name.trim() !== '' && name.length <= LIMITS.name && where.length <= LIMITS.where;

function PlaceFormOf({ place, registry }: { place: Place | null; registry: Registry }) {
  const { t } = useTranslation('office');
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(place ?? EMPTY);
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isWhole(draft)) return;
    const name = draft.name.trim();
    const content = { ...draft, id: place?.id ?? newId('p'), name, where: draft.where.trim() };
    const id = await send((device) => device.change('place.set', content, name));
    if (id) void navigate(`/office/places?done=${id}`);
  };
  return (
    <OfficePage
      title={place ? t('places.editTitle', { name: place.name }) : t('places.newTitle')}
      back={{ to: '/office/places', label: t('places.title') }}
    >
      <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
        <Fields
          draft={draft}
          isNew={!place}
          registry={registry}
          tried={tried}
          set={(part) => setDraft((now) => ({ ...now, ...part }))}
        />
        <FormFoot wrong={0} fault={fault} busy={busy} onSave={save} cancelTo="/office/places" />
      </form>
    </OfficePage>
  );
}

export function PlaceForm({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const { id = 'new' } = useParams();
  const place = registry.places[id] ?? null;
  if (!place && id !== 'new') {
    return (
      <OfficePage title={t('places.title')} back={{ to: '/office/places', label: t('places.title') }}>
        <p>{t('places.gone')}</p>
      </OfficePage>
    );
  }
  return <PlaceFormOf key={id} place={place} registry={registry} />;
}
