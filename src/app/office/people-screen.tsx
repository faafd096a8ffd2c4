/** The people in office who may publish. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Member } from '../../domain/registry/events.ts';
import { leftOn, type Registry } from '../../domain/registry/registry.ts';
import { ButtonLink, Mark } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { ChangeState } from './change-state.tsx';
import { OfficePage } from './frame.tsx';
import { unitsInOrder } from './overview.ts';

function MemberLine({ member, registry }: { member: Member; registry: Registry }) {
  const { t } = useTranslation('office');
  const devices = Object.values(registry.devices).filter(
    (device) => device.member === member.id && !device.revoked,
  ).length;
  const left = leftOn(registry, member.id);
  const when = useWhen();
  const villages = member.assigned.map((id) => registry.units[id]?.name ?? id).join('、');
  return (
    <tr>
      <td className="strong">
        <Link to={`/office/people/${member.id}`}>{member.name}</Link>
        <span className="office-note">{member.post}</span>
      </td>
      <td>{registry.units[member.unit]?.name ?? member.unit}</td>
      <td>
        {t(`people.role.${member.role}`)}
        {villages && <span className="office-note">{t('people.assigned', { villages })}</span>}
      </td>
      <td>
        {left ? (
          <Mark tone="plain">{t('handover.left', { day: when.fullDay(left) })}</Mark>
        ) : devices > 0 ? (
          t('people.devices', { n: devices })
        ) : (
          <Mark tone="amber">{t('people.noDevice')}</Mark>
        )}
      </td>
      <td>{!left && <Link to={`/office/invite?member=${member.id}`}>{t('people.invite')}</Link>}</td>
    </tr>
  );
}

export function PeopleScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const [search] = useSearchParams();
  const done = search.get('done');
  const order = new Map(unitsInOrder(registry).map((unit, index) => [unit.id, index]));
  const people = Object.values(registry.members).sort(
    (a, b) =>
      Number(leftOn(registry, a.id) !== null) - Number(leftOn(registry, b.id) !== null) ||
      (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0),
  );
  return (
    <OfficePage
      title={t('people.title')}
      lead={t('people.lead')}
      aside={
        <ButtonLink kind="main" icon="plus" to="/office/people/new">
          {t('people.add')}
        </ButtonLink>
      }
    >
      {done && <ChangeState id={done} />}
      <section className="office-panel">
        {people.length === 0 && <p>{t('people.none')}</p>}
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t('people.field.name')}</th>
              <th scope="col">{t('people.field.unit')}</th>
              <th scope="col">{t('people.field.role')}</th>
              <th scope="col">{t('devices.title')}</th>
              <th scope="col">{t('devices.table.action')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((member) => (
              <MemberLine key={member.id} member={member} registry={registry} />
            ))}
          </tbody>
        </table>
      </section>
    </OfficePage>
  );
}
