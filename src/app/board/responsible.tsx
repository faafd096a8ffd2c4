import { useTranslation } from 'react-i18next';
import type { Unit } from '../../domain/registry/events.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/surfaces.tsx';
import './responsible.css';

type Person = { name: string; post: string };

function People({ label, people }: { label: string; people: Person[] }) {
  const { t } = useTranslation('board');
  if (people.length === 0) return null;
  return (
    <div className="responsible-line">
      <dt>{label}</dt>
      {people.map((person) => (
        <dd key={person.name + person.post}>{t('person', person)}</dd>
      ))}
    </div>
  );
}

/** Who answers for what is on this board: the leading group of the registry. */
export function Responsible({ unit }: { unit: Unit | null }) {
  const { t } = useTranslation('board');
  if (!unit) return null;
  const { leader, deputies, members } = unit.leadingGroup;
  return (
    <Card className="responsible">
      <h2>{t('responsible.title')}</h2>
      {!leader && deputies.length === 0 && members.length === 0 ? (
        <p>{t('responsible.none')}</p>
      ) : (
        <dl>
          <People label={t('responsible.leader')} people={leader ? [leader] : []} />
          <People label={t('responsible.deputies')} people={deputies} />
          <People label={t('responsible.members')} people={members} />
        </dl>
      )}
      <ButtonLink to={`/b/${unit.id}/people`} icon="person">
        {t('responsible.more')}
      </ButtonLink>
      {(unit.office || unit.phone) && (
        <p className="responsible-office">
          {unit.office}
          {unit.phone && <a href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>{unit.phone}</a>}
        </p>
      )}
    </Card>
  );
}
