/** The units and their leading groups. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { ButtonLink, Mark } from '../ui/index.ts';
import { ChangeState } from './change-state.tsx';
import { OfficePage } from './frame.tsx';
import { unitsInOrder } from './overview.ts';

function UnitLine({ unit }: { unit: Unit }) {
  const { t } = useTranslation('office');
  const { leader, deputies, members } = unit.leadingGroup;
  const people = deputies.length + members.length + (leader ? 1 : 0);
  return (
    <tr>
      <td className="strong">
        <Link to={`/office/units/${unit.id}`}>{unit.name}</Link>
      </td>
      <td>{t(`units.kind.${unit.kind}`)}</td>
      <td>
        {leader ? (
          <>
            {t('units.leader', { name: leader.name })}
            <span className="office-note">{leader.post}</span>
          </>
        ) : (
          <Mark tone="amber">{t('units.noLeader')}</Mark>
        )}
      </td>
      <td>{t('units.people', { n: people })}</td>
      <td>{[unit.office, unit.phone].filter(Boolean).join(' · ')}</td>
    </tr>
  );
}

export function UnitsScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const [search] = useSearchParams();
  const done = search.get('done');
  return (
    <OfficePage
      title={t('units.title')}
      lead={t('units.lead')}
      aside={
        <ButtonLink kind="main" icon="plus" to="/office/units/new">
          {t('units.add')}
        </ButtonLink>
      }
    >
      {done && <ChangeState id={done} />}
      <section className="office-panel">
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t('units.field.name')}</th>
              <th scope="col">{t('units.field.kind')}</th>
              <th scope="col">{t('units.field.leader')}</th>
              <th scope="col">{t('units.field.members')}</th>
              <th scope="col">{t('units.field.office')}</th>
            </tr>
          </thead>
          <tbody>
            {unitsInOrder(registry).map((unit) => (
              <UnitLine key={unit.id} unit={unit} />
            ))}
          </tbody>
        </table>
      </section>
    </OfficePage>
  );
}
