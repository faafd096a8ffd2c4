/** The office at a glance: what stands on the boards, which device holds what, and what needs doing in sentences. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { ButtonLink } from '../ui/index.ts';
import { useWhen, type When } from '../ui/use-when.ts';
import { OfficePage } from './frame.tsx';
import { NAMED, TABLET_SILENT_MS, type DeviceRow, type Need, type UnitRow } from './overview.ts';
import './overview.css';
import { useOffice } from './use-office.ts';

function Figure({ n, children }: { n: number; children: string }) {
  return (
    <div className="office-panel figure">
      <span className="figure-number serif figures">{n}</span>
      <span>{children}</span>
    </div>
  );
}

const heldBy = (devices: DeviceRow[]): number =>
  devices.reduce(
    (sum, { device, contact }) => sum + (device.revoked ? 0 : (contact?.report?.unsent ?? 0)),
    0,
  );

function silentTablets(devices: DeviceRow[], now: number): number {
  return devices.filter(({ device, contact }) => {
    if (device.kind !== 'tablet' || device.revoked) return false;
    return now - Date.parse(contact?.at ?? device.enrolledAt) > TABLET_SILENT_MS;
  }).length;
}

function DevicesCell({ row }: { row: UnitRow }) {
  const { t } = useTranslation('office');
  const held = heldBy([...row.phones, ...row.computers, ...row.tablets]);
  const counts = [
    ['computers', row.computers.length, false],
    ['phones', row.phones.length, true],
    ['tablets', row.tablets.length, true],
  ] as const;
  const village = row.unit.kind === 'village';
  const words = counts.flatMap(([kind, n, due]) => {
    if (n > 0) return [t(`overview.${kind}`, { n })];
    return village && due ? [t(`overview.no.${kind as 'phones' | 'tablets'}`)] : [];
  });
  return (
    <span className={row.phones.length + row.tablets.length + row.computers.length === 0 ? 'second' : ''}>
      {words.join(' · ')} {held > 0 && <strong className="held">{t('overview.heldN', { n: held })}</strong>}
    </span>
  );
}

function UnitLine({ row, when }: { row: UnitRow; when: When }) {
  const { t } = useTranslation('office');
  const { unit, newest } = row;
  return (
    <tr>
      <td className="strong">
        <Link to={`/office/units/${unit.id}`}>{unit.name}</Link>
      </td>
      <td data-label={t('overview.table.newest')}>
        {newest ? (
          <Link to={`/b/${unit.id}/n/${newest.id}`}>{newest.title}</Link>
        ) : (
          <span className="second">{t('overview.noNotice')}</span>
        )}
      </td>
      <td data-label={t('overview.table.when')} className="figures">
        {newest ? when.day(newest.acceptedAt) : ''}
      </td>
      <td data-label={t('overview.table.count')} className="number">
        {row.notices}
      </td>
      <td data-label={t('overview.table.held')}>
        <DevicesCell row={row} />
      </td>
    </tr>
  );
}

function Needs({ needs, when }: { needs: Need[]; when: When }) {
  const { t } = useTranslation('office');
  const since = (need: Need): string => (need.since ? when.moment(need.since) : '');
  return (
    <section className="office-panel needs">
      <h2>{t('overview.needs')}</h2>
      {needs.length === 0 && <p>{t('overview.nothing')}</p>}
      <ul className="stack-tight">
        {needs.map((need, index) => {
          const unit =
            need.n > NAMED && !need.since ? t('overview.andMore', { unit: need.unit, n: need.n }) : need.unit;
          const values = { unit, name: need.name, n: need.n, since: since(need) };
          return (
            <li key={index} className={`need need-${need.tone}`}>
              <Link to={need.to}>{t(`overview.need.${need.kind}`, values)}</Link>
              <span className="office-note">{t(`overview.need.${need.kind}Note`, values)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function OverviewScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const when = useWhen();
  const { devices, units, needs } = useOffice(registry);
  return (
    <OfficePage
      title={t('overview.title')}
      lead={t('overview.day', { date: when.fullDay(when.now) })}
      aside={
        <ButtonLink icon="write" to="/write?new">
          {t('nav.write')}
        </ButtonLink>
      }
    >
      <div className="figures-row">
        <Figure n={units.reduce((sum, row) => sum + row.notices, 0)}>{t('overview.figures.notices')}</Figure>
        <Figure n={units.filter(({ unit }) => unit.kind === 'village').length}>
          {t('overview.figures.villages')}
        </Figure>
        <Figure n={heldBy(devices)}>{t('overview.figures.held')}</Figure>
        <Figure n={silentTablets(devices, when.now)}>{t('overview.figures.silent')}</Figure>
      </div>
      <div className="overview-columns">
        <section className="office-panel">
          <h2>{t('overview.villages')}</h2>
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t('overview.table.unit')}</th>
                <th scope="col">{t('overview.table.newest')}</th>
                <th scope="col">{t('overview.table.when')}</th>
                <th scope="col" className="number">
                  {t('overview.table.count')}
                </th>
                <th scope="col">{t('overview.table.held')}</th>
              </tr>
            </thead>
            <tbody>
              {units.map((row) => (
                <UnitLine key={row.unit.id} row={row} when={when} />
              ))}
            </tbody>
          </table>
        </section>
        <Needs needs={needs} when={when} />
      </div>
    </OfficePage>
  );
}
