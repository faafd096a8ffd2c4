/** A short text that is signed: why an item should not count, or the office's answer. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCORE_LIMITS } from '../../domain/score/events.ts';
import type { Outcome, SaveFault } from '../../sync/client/device.ts';
import { Button, Message, TextField } from '../ui/index.ts';

export interface Way {
  label: string;
  main: boolean;
  run: (text: string) => Promise<Outcome<{ id: string }, SaveFault>>;
}

/** Opens with a button; closes when it is kept. */
export function TextForm({
  open: opener,
  label,
  missing,
  ways,
}: {
  open: string;
  label: string;
  missing: string;
  ways: Way[];
}) {
  const { t } = useTranslation('scores');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SaveFault | null>(null);
  if (!open) return <Button onClick={() => setOpen(true)}>{opener}</Button>;
  const press = async ({ run }: Way): Promise<void> => {
    setTried(true);
    if (text.trim() === '') return;
    setBusy(true);
    const outcome = await run(text);
    setBusy(false);
    if (outcome.ok) setOpen(false);
    else setFault(outcome.code);
  };
  return (
    <div className="score-form stack">
      {fault && (
        <Message tone="red" title={t('object.failed')}>
          {t(`object.fault.${fault}`)}
        </Message>
      )}
      <TextField
        label={label}
        multiline
        required
        value={text}
        maxLength={SCORE_LIMITS.text}
        error={tried && text.trim() === '' ? missing : null}
        onChange={setText}
      />
      <div className="score-form-buttons">
        <Button onClick={() => setOpen(false)}>{t('object.cancel')}</Button>
        {ways.map((way) => (
          <Button
            key={way.label}
            kind={way.main ? 'main' : 'plain'}
            busy={busy}
            onClick={() => void press(way)}
          >
            {way.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
