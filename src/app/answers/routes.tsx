/** `/b/:unit/people`: who answers for a unit now, since when, and who did before. */
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Person, Unit } from '../../domain/registry/events.ts';
import type { FormerPerson, Registry } from '../../domain/registry/registry.ts';
import { BoardFrame, useBack } from '../board/frame.tsx';
import { unitsInOrder } from '../board/people.ts';
import { useRegistry } from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { Card } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import './people-screen.css';

type Place = FormerPerson['place'];

function PersonLine({ person, place, days }: { person: Person; place: Place; days: string }) {
  const { t } = useTranslation('answers');
  return (
    <li className="answers-person">
      <span className="answers-place">{t(place)}</span>
      <span className="answers-name">
        {person.name} <span className="answers-post">{person.post}</span>
      </span>
      {days && <span className="answers-days">{days}</span>}
    </li>
  );
}

/** Noon in Asia/Shanghai of a day in the register, so that it is the same day wherever the device is. */
const noon = (day: string): string => `${day}T04:00:00.000Z`;

function Now({ unit }: { unit: Unit }) {
  const { t } = useTranslation('answers');
  const when = useWhen();
  const { leader, deputies, members } = unit.leadingGroup;
  const people: [Place, Person][] = [
    ...(leader ? [['leader', leader] as [Place, Person]] : []),
    ...deputies.map((one): [Place, Person] => ['deputy', one]),
    ...members.map((one): [Place, Person] => ['member', one]),
  ];
  const since = (person: Person): string =>
    person.since ? t('since', { day: when.fullDay(noon(person.since)) }) : '';
  return (
    <Card>
      <p className="second">{t(people.length > 0 ? 'lead' : 'none')}</p>
      <ul>
        {people.map(([place, person], at) => (
          <PersonLine key={at} person={person} place={place} days={since(person)} />
        ))}
      </ul>
      {(unit.office || unit.phone) && (
        <div className="answers-person">
          <span className="answers-place">{t('office')}</span>
          <span className="answers-name">{unit.office}</span>
          {unit.phone && (
            <a className="button button-plain" href={`tel:${unit.phone.replace(/[^\d+]/g, '')}`}>
              {t('call', { phone: unit.phone })}
            </a>
          )}
        </div>
      )}
    </Card>
  );
}

function Before({ people }: { people: FormerPerson[] }) {
  const { t } = useTranslation('answers');
  const when = useWhen();
  const days = ({ since, until }: FormerPerson): string =>
    since
      ? t('fromUntil', { from: when.fullDay(noon(since)), until: when.fullDay(until) })
      : t('until', { until: when.fullDay(until) });
  return (
    <Card>
      <h2>{t('former')}</h2>
      {people.length === 0 && <p className="second">{t('formerNone')}</p>}
      <ul>
        {[...people].reverse().map((person, at) => (
          <PersonLine key={at} person={person} place={person.place} days={days(person)} />
        ))}
      </ul>
    </Card>
  );
}

function Others({ registry, unit }: { registry: Registry; unit: string }) {
  const { t } = useTranslation('answers');
  const others = unitsInOrder(registry).filter(({ id }) => id !== unit);
  if (others.length === 0) return null;
  return (
    <Card>
      <h2>{t('others')}</h2>
      <ul>
        {others.map(({ id, name, leadingGroup: { leader } }) => (
          <li key={id}>
            <Link className="answers-unit" to={`/b/${id}/people`}>
              <span>{name}</span>
              <span className="second">{leader ? `${leader.name} ${leader.post}` : t('othersNone')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export default function PeopleScreen() {
  const { t } = useTranslation('answers');
  const { unit: id = '' } = useParams();
  const registry = useRegistry();
  const back = useBack(id);
  if (registry === undefined) return <Splash />;
  const unit = registry?.units[id];
  return (
    <BoardFrame unit={id} title={t('title', { unit: unit?.name ?? '' })} back={back}>
      <div className="answers">
        {unit ? <Now unit={unit} /> : <p>{t('none')}</p>}
        <Before people={registry?.former[id] ?? []} />
        {registry && <Others registry={registry} unit={id} />}
      </div>
    </BoardFrame>
  );
}
