/** The boards, walls and loudspeakers of all units. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Place } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { ButtonLink, Mark } from '../ui/index.ts';
import { ChangeState } from './change-state.tsx';
import { OfficePage } from './frame.tsx';
import { unitsInOrder } from './overview.ts';

function PlaceLine({ place, registry }: { place: Place; registry: Registry }) {
  const { t } = useTranslation('office');
  return (
    <tr>
      <td className="strong">
        <Link to={`/office/places/${place.id}`}>{place.name}</Link>
      </td>
      <td>{registry.units[place.unit]?.name ?? place.unit}</td>
      <td>{t(`places.kind.${place.kind}`)}</td>
      <td>{place.where}</td>
      <td>
        {place.kind !== 'loudspeaker' && !place.closed && (
          <Link to={`/b/${place.unit}/poster?place=${place.id}`}>{t('places.poster')}</Link>
        )}
      </td>
      <td>{place.closed ? <Mark tone="plain">{t('places.closed')}</Mark> : t('places.inUse')}</td>
    </tr>
  );
}

export function PlacesScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const [search] = useSearchParams();
  const done = search.get('done');
  const places = unitsInOrder(registry).flatMap(({ id }) =>
    Object.values(registry.places).filter((place) => place.unit === id),
  );
  const used = (kind: Place['kind']): number =>
    places.filter((place) => place.kind === kind && !place.closed).length;
  const fields = ['name', 'unit', 'kind', 'where', 'poster', 'state'] as const;
  return (
    <OfficePage
      title={t('places.title')}
      lead={t('places.lead')}
      aside={
        <ButtonLink kind="main" icon="plus" to="/office/places/new">
          {t('places.add')}
        </ButtonLink>
      }
    >
      {done && <ChangeState id={done} />}
      <section className="office-panel">
        {places.length === 0 ? (
          <p>{t('places.none')}</p>
        ) : (
          <>
            <p className="figures">
              {t('places.count', {
                boards: used('board'),
                walls: used('wall'),
                speakers: used('loudspeaker'),
              })}
            </p>
            <table className="office-table">
              <thead>
                <tr>
                  {fields.map((field) => (
                    <th key={field} scope="col">
                      {field === 'poster' ? t('places.poster') : t(`places.field.${field}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {places.map((place) => (
                  <PlaceLine key={place.id} place={place} registry={registry} />
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
    </OfficePage>
  );
}
