/** A device that was lost is closed from any other of the unit: whoever finds it can publish nothing. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device as Known, Registry } from '../../domain/registry/registry.ts';
import { mayCloseDevice } from '../../domain/registry/rights.ts';
import { signerOf } from '../board/people.ts';
import type { Identity } from '../../sync/client/device.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useDevice, useRegistry } from '../ui/device-context.tsx';
import { TextField } from '../ui/field.tsx';
import { Card, Mark } from '../ui/surfaces.tsx';
import { useKeeping } from '../ui/use-keeping.ts';

/** Characters. */
const REASON = 200;

/** Keys of devices whose closing is on its way. */
function useClosing(): string[] {
  const { db } = useDevice();
  const rows = useLiveQuery(() => db.outbox.where('phase').equals('waiting').toArray(), [db]);
  return (rows ?? [])
    .filter(({ type }) => type === 'device.revoked')
    .map(({ body }) => String((JSON.parse(body) as { key?: unknown }).key));
}

function Close({ target, name }: { target: Known; name: string }) {
  const { t } = useTranslation('me');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(t('lost.reason'));
  const { busy, fault, keep } = useKeeping();
  const close = async (): Promise<void> => {
    const why = reason.trim();
    if (why === '') return;
    const content = { key: target.key, reason: why };
    const kept = await keep(() => device.change('device.revoked', content, t('lost.event', { name })));
    if (kept) setOpen(false);
  };
  return (
    <>
      <Button kind="danger" aria-label={t('lost.closeOf', { name })} onClick={() => setOpen(true)}>
        {t('lost.close')}
      </Button>
      <Confirm
        open={open}
        danger
        busy={busy}
        title={t('lost.ask', { name })}
        confirm={t('lost.close')}
        cancel={t('lost.cancel')}
        onCancel={() => setOpen(false)}
        onConfirm={() => void close()}
      >
        <p>{t('lost.askText')}</p>
        <TextField
          label={t('lost.why')}
          required
          value={reason}
          maxLength={REASON}
          error={reason.trim() === '' ? t('lost.whyMissing') : null}
          onChange={setReason}
        />
        {fault && <p role="alert">{t('lost.failed')}</p>}
      </Confirm>
    </>
  );
}

function OtherDevices({ identity, registry }: { identity: Identity; registry: Registry }) {
  const { t } = useTranslation('me');
  const closing = useClosing();
  const others = Object.values(registry.devices).filter(
    (one) => one.key !== identity.key && !one.revoked && mayCloseDevice(registry, identity.key, one),
  );
  if (others.length === 0) return null;
  return (
    <>
      <p>{t('lost.here')}</p>
      <ul className="me-devices">
        {others.map((one) => {
          const person = signerOf(registry, one.key)?.name;
          const name = person ? t('lost.of', { person, device: one.name }) : one.name;
          return (
            <li key={one.key}>
              <span>{name}</span>
              {closing.includes(one.key) ? (
                <Mark tone="amber">{t('lost.waiting')}</Mark>
              ) : (
                <Close target={one} name={name} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function Lost({ identity }: { identity: Identity }) {
  const { t } = useTranslation('me');
  const registry = useRegistry();
  const office = registry?.members[registry.devices[identity.key]?.member ?? '']?.role === 'office';
  return (
    <Card className="stack-tight">
      <h2 className="me-heading">{t('lost.title')}</h2>
      <p>{t('lost.text')}</p>
      {/* The office has a page of its own for all devices. */}
      {registry && !office && <OtherDevices identity={identity} registry={registry} />}
    </Card>
  );
}
