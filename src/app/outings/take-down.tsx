/** The end of a record: its sheet was taken down, or nothing of it was true. */
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
  /** What is said of it; begins the names of its words. */
  as: 'down' | 'mistake';
}

export function EndRecord({ unit, notice, outing, registry, as }: Props) {
  const { t } = useTranslation('outings');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<RecordFault | null>(null);
  const place = placeName(registry, outing.place) || t(`form.${outing.form}`);
  const confirm = async (): Promise<void> => {
    const words = reason.trim();
    if (words === '' || words.length > NOTICE_LIMITS.reason) return setMissing(words === '');
    setBusy(true);
    const outcome = await device.endOuting(unit, notice, outing.id, words, as === 'mistake' || undefined);
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
        {place} · {t(`${as}.button`)}
      </Button>
      <Confirm
        open={open}
        busy={busy}
        title={t(`${as}.title`, { place })}
        confirm={t(`${as}.confirm`)}
        cancel={t(`${as}.cancel`)}
        onCancel={() => setOpen(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t(`${as}.text`)}</p>
        <TextField
          label={t(`${as}.reason`)}
          hint={t(`${as}.reasonHint`)}
          required
          value={reason}
          maxLength={NOTICE_LIMITS.reason}
          error={missing && reason.trim() === '' ? t(`${as}.reasonMissing`) : null}
          onChange={setReason}
        />
      </Confirm>
    </div>
  );
}
