/** A change of the register on its way: sent like everything else, and said so. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Device, Outcome, SaveFault } from '../../sync/client/device.ts';
import { Message, useDevice } from '../ui/index.ts';
import { useKeeping } from '../ui/use-keeping.ts';
import { useWhen } from '../ui/use-when.ts';

/** How far a change has come, by the id of its item in the outbox. Nothing when it is not in the list. */
export function ChangeState({ id }: { id: string }) {
  const { t } = useTranslation('office');
  const { db } = useDevice();
  const when = useWhen();
  const row = useLiveQuery(() => db.outbox.where('id').equals(id).first(), [db, id]);
  if (!row) return null;
  if (row.phase === 'refused') {
    return (
      <Message
        tone="red"
        title={`${row.title}：${t('form.change.refused')}`}
        action={<Link to="/sent">{t('form.change.see')}</Link>}
      />
    );
  }
  if (!row.receipt) {
    return (
      <Message tone="amber" title={row.title}>
        {t('form.change.waiting')}
      </Message>
    );
  }
  return (
    <Message tone="green" title={row.title}>
      {t('form.change.received', { time: when.short(row.receipt.acceptedAt) })}
    </Message>
  );
}

export interface Changing {
  busy: boolean;
  fault: SaveFault | null;
  /** Sends one change; resolves with its id, or null when it was not kept. */
  send(command: (device: Device) => Promise<Outcome<{ id: string }, SaveFault>>): Promise<string | null>;
}

export function useChange(): Changing {
  const device = useDevice();
  const { busy, fault, keep } = useKeeping<SaveFault>();
  return { busy, fault, send: async (command) => (await keep(() => command(device)))?.id ?? null };
}

/** Why a change was not kept, with what was filled in still there. */
export function ChangeFault({ fault }: { fault: SaveFault | null }) {
  const { t } = useTranslation('office');
  if (!fault) return null;
  return (
    <Message tone="red" title={t('form.fault.title')}>
      {t(`form.fault.${fault}`)}
    </Message>
  );
}
