/** What a unit's own cadre may do with a notice: correct it, take it back with a reason. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { officesOf, postsFor } from '../../domain/registry/rights.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { useDevice, useIdentity } from '../ui/device-context.tsx';
import { TextField } from '../ui/field.tsx';
import { Message } from '../ui/surfaces.tsx';
import { useWaitingChanges } from './board-data.ts';

type Ended = 'kept' | SaveFault | null;

function Withdraw({ unit, notice, onEnd }: { unit: string; notice: string; onEnd: (ended: Ended) => void }) {
  const { t } = useTranslation('board');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    const words = reason.trim();
    if (words === '' || words.length > NOTICE_LIMITS.reason) return setMissing(words === '');
    setBusy(true);
    const outcome = await device.withdraw(unit, notice, words);
    setBusy(false);
    setOpen(false);
    onEnd(outcome.ok ? 'kept' : outcome.code);
  };
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t('own.withdraw')}
      </Button>
      <Confirm
        open={open}
        danger
        busy={busy}
        title={t('own.withdrawTitle')}
        confirm={t('own.withdrawNow')}
        cancel={t('own.cancel')}
        onCancel={() => setOpen(false)}
        onConfirm={() => void confirm()}
      >
        <p>{t('own.withdrawText')}</p>
        <TextField
          label={t('own.reason')}
          hint={t('own.reasonHint')}
          required
          value={reason}
          maxLength={NOTICE_LIMITS.reason}
          error={missing && reason.trim() === '' ? t('own.reasonMissing') : null}
          onChange={setReason}
        />
      </Confirm>
    </>
  );
}

function Waiting({ count }: { count: number }) {
  const { t } = useTranslation('board');
  return (
    <Message
      tone="amber"
      title={t('own.waiting', { count })}
      action={<ButtonLink to="/sent">{t('own.see')}</ButtonLink>}
    >
      {t('own.waitingText')}
    </Message>
  );
}

/** To what is said in the publicity period, and to the review after an urgent notice. */
function ReviewLink({ unit, notice }: { unit: string; notice: Notice }) {
  const { t } = useTranslation('board');
  const { publicity, urgent } = currentRevision(notice).outward;
  if (!publicity && !urgent) return null;
  return (
    <ButtonLink icon="check" to={`/review/${unit}/n/${notice.id}`}>
      {t(publicity ? 'own.objections' : 'own.reviewAfter')}
    </ButtonLink>
  );
}

/** Draws nothing for anybody else. */
export function OwnActions({
  unit,
  notice,
  registry,
}: {
  unit: string;
  notice: Notice;
  registry: Registry | null | undefined;
}) {
  const { t } = useTranslation('board');
  const identity = useIdentity();
  const waiting = useWaitingChanges(notice.id);
  const [ended, setEnded] = useState<Ended>(null);
  if (!identity || !registry || identity.kind === 'tablet') return null;
  if (!postsFor(registry, identity.key).includes(unit)) {
    // Who reviews for the unit posts nothing, but answers objections.
    const reviews = officesOf(registry, identity.key).includes(unit);
    return reviews ? <ReviewLink unit={unit} notice={notice} /> : null;
  }
  return (
    <div className="own-actions stack">
      {waiting > 0 && <Waiting count={waiting} />}
      {ended && ended !== 'kept' && (
        <Message tone="red" title={t('own.notKept')}>
          {t(`own.fault.${ended}`)}
        </Message>
      )}
      <ReviewLink unit={unit} notice={notice} />
      <ButtonLink icon="send" to={`/b/${unit}/n/${notice.id}/out`}>
        {t('own.out')}
      </ButtonLink>
      {!notice.withdrawal && (
        <ButtonLink icon="print" to={`/b/${unit}/n/${notice.id}/paper`}>
          {t('print.notice')}
        </ButtonLink>
      )}
      {!notice.withdrawal && ended !== 'kept' && (
        <div className="own-buttons">
          <ButtonLink icon="write" to={`/write?unit=${unit}&correct=${notice.id}`}>
            {t('own.correct')}
          </ButtonLink>
          <Withdraw unit={unit} notice={notice.id} onEnd={setEnded} />
        </div>
      )}
    </div>
  );
}
