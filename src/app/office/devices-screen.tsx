/** Every device: whose it is, when it was last heard, what it still holds; closing one, with the reason. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import {
  Button,
  ButtonLink,
  Confirm,
  Icon,
  type IconName,
  Mark,
  TextField,
  useIdentity,
} from '../ui/index.ts';
import { bytesWords } from '../tablet/words.ts';
import { span } from '../ui/time.ts';
import { useWhen, type When } from '../ui/use-when.ts';
import { ChangeFault, ChangeState, useChange } from './change-state.tsx';
import { OfficePage } from './frame.tsx';
import { type DeviceRow, unitsInOrder } from './overview.ts';
import { useDeviceRows } from './use-office.ts';

/** Characters. */
const REASON = 200;
const ICONS: Record<DeviceRow['device']['kind'], IconName> = {
  phone: 'phone',
  tablet: 'tablet',
  office: 'computer',
};

function Held({ row, when }: { row: DeviceRow; when: When }) {
  const { t } = useTranslation('office');
  const report = row.contact?.report;
  if (!report) return <>—</>;
  if (report.unsent === 0 && report.files === 0) return <>{t('devices.heldNone')}</>;
  return (
    <>
      {report.unsent > 0 && (
        <Mark tone="amber">
          {t('devices.heldN', { n: report.unsent, since: report.oldest ? when.moment(report.oldest) : '' })}
        </Mark>
      )}{' '}
      {report.files > 0 && t('devices.filesN', { n: report.files })}
    </>
  );
}

/** How far its clock may be off before it is worth a word, ms. */
const CLOCK_MS = 5 * 60_000;
/** Of the storage; beyond it a tablet will soon keep nothing new. */
const NEARLY_FULL = 0.9;

/** Storage and clock, as the device says itself; of a tablet also how much of the log it holds, and how it is set. */
function Health({ row: { device, contact } }: { row: DeviceRow }) {
  const { t } = useTranslation('office');
  const ui = useTranslation('ui').t;
  const report = contact?.report;
  const storage = report?.storage;
  const full = storage && (storage.full || storage.used > storage.quota * NEARLY_FULL);
  const off = Math.abs(report?.clockOff ?? 0);
  const [n, unit] = span(off);
  const holds = Object.values(contact?.held ?? {}).reduce((sum, size) => sum + size, 0);
  return (
    <>
      {storage && (
        <span className="office-note">
          {full ? (
            <Mark tone="red">{t('places.health.full')}</Mark>
          ) : (
            t('places.health.storage', { used: bytesWords(storage.used), of: bytesWords(storage.quota) })
          )}
        </span>
      )}
      {off > CLOCK_MS && (
        <span className="office-note">
          <Mark tone="amber">{t('places.health.clock', { by: ui(`age.${unit}`, { n }) })}</Mark>
        </span>
      )}
      {device.kind === 'tablet' && (
        <>
          {contact && <span className="office-note">{t('places.health.holds', { n: holds })}</span>}
          <Link to={`/tablet/set/${device.unit}`}>{t('places.health.tabletSet')}</Link>
        </>
      )}
    </>
  );
}

/** Asks for the reason, and closes the device. */
function Revoke({ row, onDone }: { row: DeviceRow; onDone: (id: string) => void }) {
  const { t } = useTranslation('office');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, fault, send } = useChange();
  const name = row.person?.name ?? row.device.name;
  const revoke = async (): Promise<void> => {
    setTried(true);
    const why = reason.trim();
    if (why === '' || why.length > REASON) return;
    const content = { key: row.device.key, reason: why };
    const title = t('form.title.revoke', { name: `${row.unitName} ${name}` });
    const id = await send((device) => device.change('device.revoked', content, title));
    if (!id) return;
    setOpen(false);
    onDone(id);
  };
  return (
    <>
      <Button
        kind="danger"
        onClick={() => setOpen(true)}
        aria-label={`${t('devices.revoke')}：${row.unitName} ${name}`}
      >
        {t('devices.revoke')}
      </Button>
      <Confirm
        open={open}
        danger
        busy={busy}
        title={t('devices.ask.title')}
        confirm={t('devices.ask.confirm')}
        cancel={t('devices.ask.cancel')}
        onCancel={() => setOpen(false)}
        onConfirm={() => void revoke()}
      >
        <p>
          <strong>
            {row.unitName} · {name}
          </strong>
        </p>
        <p>{t('devices.ask.text', { n: row.contact?.report?.unsent ?? 0 })}</p>
        <TextField
          label={t('devices.ask.reason')}
          hint={t('devices.ask.reasonHint')}
          required
          value={reason}
          maxLength={REASON}
          error={tried && reason.trim() === '' ? t('devices.ask.missing') : null}
          onChange={setReason}
        />
        <ChangeFault fault={fault} />
      </Confirm>
    </>
  );
}

function DeviceLine({
  row,
  own,
  when,
  onRevoked,
}: {
  row: DeviceRow;
  own: boolean;
  when: When;
  onRevoked: (id: string) => void;
}) {
  const { t } = useTranslation('office');
  const { device, contact, person } = row;
  return (
    <tr id={device.key}>
      <td className="strong">
        <Icon name={ICONS[device.kind]} /> {device.name} {own && <Mark tone="blue">{t('devices.this')}</Mark>}
        <span className="office-note">{t(`devices.kind.${device.kind}`)}</span>
      </td>
      <td>
        {row.unitName}
        {person && (
          <span className="office-note">
            {person.name} · {person.post}
          </span>
        )}
      </td>
      <td data-label={t('devices.table.heard')} className="figures">
        {contact ? when.moment(contact.at) : <span className="second">{t('devices.never')}</span>}
      </td>
      <td data-label={t('devices.table.held')}>
        <Held row={row} when={when} />
      </td>
      <td data-label={t('devices.table.app')} className="figures">
        {contact?.report?.app ?? ''}
        <Health row={row} />
      </td>
      <td>{!own && <Revoke row={row} onDone={onRevoked} />}</td>
    </tr>
  );
}

function RevokedDevices({ rows, when }: { rows: DeviceRow[]; when: When }) {
  const { t } = useTranslation('office');
  if (rows.length === 0) return null;
  return (
    <details className="office-panel">
      <summary>{t('devices.revokedFold', { n: rows.length })}</summary>
      <ul className="stack-tight">
        {rows.map(({ device, person, unitName }) => (
          <li key={device.key}>
            {unitName} · {person?.name ?? device.name}
            <span className="office-note">
              {device.revoked &&
                t('devices.revokedAt', {
                  date: when.fullDay(device.revoked.at),
                  reason: device.revoked.reason,
                })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function DevicesScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('office');
  const when = useWhen();
  const identity = useIdentity();
  const [search, setSearch] = useSearchParams();
  const done = search.get('done');
  const order = new Map(unitsInOrder(registry).map((unit, index) => [unit.id, index]));
  const rows = [...useDeviceRows(registry)].sort(
    (a, b) => (order.get(a.device.unit) ?? 0) - (order.get(b.device.unit) ?? 0),
  );
  const active = rows.filter(({ device }) => !device.revoked);
  return (
    <OfficePage
      title={t('devices.title')}
      lead={t('devices.lead')}
      aside={
        <ButtonLink kind="main" icon="qr" to="/office/invite">
          {t('devices.invite')}
        </ButtonLink>
      }
    >
      {done && <ChangeState id={done} />}
      <section className="office-panel">
        {active.length === 0 && <p>{t('devices.none')}</p>}
        <table className="office-table">
          <thead>
            <tr>
              {(['device', 'person', 'heard', 'held', 'app', 'action'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`devices.table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {active.map((row) => (
              <DeviceLine
                key={row.device.key}
                row={row}
                own={row.device.key === identity?.key}
                when={when}
                onRevoked={(id) => setSearch({ done: id })}
              />
            ))}
          </tbody>
        </table>
      </section>
      <RevokedDevices rows={rows.filter(({ device }) => device.revoked)} when={when} />
    </OfficePage>
  );
}
