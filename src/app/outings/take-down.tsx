/** A sheet that hangs, and the record that it was taken down. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outing } from '../../domain/outing/outing.ts';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Button, Confirm, Message, TextField, useDevice } from '../ui/index.ts';
import { placeName } from './rung-words.tsx';
import type { RecordFault } from './use-record.ts';

interface Props {
  unit: string;
  notice: string;
  outing: Outing;
  registry: Registry;
}

export function TakeDown({ unit, notice, outing, registry }: Props) {
  const { t } = useTranslation('outings');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<RecordFault | null>(null);
  const place = placeName(registry, outing.place);
  const confirm = async (): Promise<void> => {
    const words = reason.trim();
    if (words === '' || words.length > NOTICE_LIMITS.reason) return setMissing(words === '');
    setBusy(true);
    const outcome = await device.endOuting(unit, notice, outing.id, words);
    setBusy(false);
    setOpen(false);
    setFault(outcome.ok ? null : outcome.code);
  };
  return (
    <div className="outing-down">
      {fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${fault}`)}
        </Message>
      )}
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {place} · {t('down.button')}
      </Button>
      <Confirm
        open={open}
        busy={busy}
        title={t('down.title', { place })}
        confirm={t('down.confirm')}
        cancel={t('down.cancel')}
        onCancel={() => setOpen(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('down.text')}</p>
        <TextField
          label={t('down.reason')}
          hint={t('down.reasonHint')}
          required
          value={reason}
          maxLength={NOTICE_LIMITS.reason}
          error={missing && reason.trim() === '' ? t('down.reasonMissing') : null}
          onChange={setReason}
        />
      </Confirm>
    </div>
  );
}
