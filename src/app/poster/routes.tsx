/** `/b/:unit/poster`: the poster of a board, to be printed, and how many came by it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { postsFor } from '../../domain/registry/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { Button, Empty, Screen, Splash, useIdentity, useRegistry } from '../ui/index.ts';
import { Counted } from './counted.tsx';
import { type PaperSize, Poster } from './poster.tsx';
import './poster.css';

const SIZES: PaperSize[] = ['A4', 'A3'];

function Choice<Value extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="poster-choice">
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={legend}
            checked={value === one.value}
            onChange={() => onChange(one.value)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}

function PosterView({ unit, registry }: { unit: Unit; registry: Registry }) {
  const { t } = useTranslation('poster');
  const [search, setSearch] = useSearchParams();
  const [size, setSize] = useState<PaperSize>('A4');
  const places = Object.values(registry.places).filter(
    (place) => place.unit === unit.id && place.kind !== 'loudspeaker' && !place.closed,
  );
  const place = places.find(({ id }) => id === search.get('place')) ?? places[0] ?? null;
  return (
    <Screen title={t('title')} back={`/b/${unit.id}`}>
      <div className="stack poster-screen">
        <p className="poster-only-screen">{t('lead')}</p>
        {places.length === 0 ? (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        ) : (
          <div className="poster-only-screen stack">
            <Choice
              legend={t('forWhich')}
              value={place?.id ?? ''}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => setSearch({ place: id }, { replace: true })}
            />
            <Choice
              legend={t('size')}
              value={size}
              options={SIZES.map((one) => ({ value: one, label: one }))}
              onChange={setSize}
            />
            <Button kind="main" icon="print" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        )}
        {place && <Poster unit={unit} place={place} size={size} origin={window.location.origin} />}
        <div className="poster-only-screen">
          <Counted unit={unit.id} place={place?.id ?? null} />
        </div>
      </div>
    </Screen>
  );
}

export default function PosterRoutes() {
  const { t } = useTranslation('poster');
  const { unit: id = '' } = useParams();
  const registry = useRegistry();
  const identity = useIdentity();
  if (registry === undefined || identity === undefined) return <Splash label={t('loading')} />;
  const unit = registry?.units[id];
  const key = identity?.key ?? '';
  const may =
    registry && (memberOf(registry, key)?.role === 'office' || postsFor(registry, key).includes(id));
  if (registry && unit && may) return <PosterView unit={unit} registry={registry} />;
  return (
    <Screen title={t('title')} back={`/b/${id}`}>
      <Empty icon="key" title={t('closedTitle')}>
        {t('closedText')}
      </Empty>
    </Screen>
  );
}
