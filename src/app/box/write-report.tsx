/** What is told, and photos of it. Held in this screen's memory alone until it is sealed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSPECTOR_DESK } from '../../domain/desk/events.ts';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { type SaidFault, saidFault } from '../receipt/seal-faults.ts';
import { Button, Message, TextField, useDevice } from '../ui/index.ts';
import { Photos } from './photos.tsx';

export interface Sealed {
  code: string;
  id: string;
}

export function WriteReport({
  code,
  onWritten,
  onSealed,
  onBack,
}: {
  /** Of the report to which this adds; null: a new one. */
  code: string | null;
  /** Whether there is something that would be lost. */
  onWritten: (written: boolean) => void;
  onSealed: (sealed: Sealed) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('box');
  const device = useDevice();
  const [text, setText] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SaidFault | null>(null);
  const missing = text.trim() === '';
  const seal = async (): Promise<void> => {
    setTried(true);
    if (missing || text.length > MATTER_LIMITS.text) return;
    setBusy(true);
    setFault(null);
    const matter = { kind: code === null ? 'report' : 'addition', text, photos };
    const sealed = await device.sealTo(INSPECTOR_DESK, matter, code);
    setBusy(false);
    if (sealed.ok) onSealed(sealed.value);
    else setFault(saidFault(sealed.code));
  };
  return (
    <form
      className="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void seal();
      }}
    >
      <TextField
        label={t('write.text')}
        hint={t('write.hint')}
        multiline
        rows={8}
        required
        value={text}
        maxLength={MATTER_LIMITS.text}
        error={tried && missing ? t('write.missing') : null}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(typed) => {
          setText(typed);
          onWritten(typed.trim() !== '' || photos.length > 0);
        }}
      />
      <Photos
        photos={photos}
        onChange={(change) => {
          setPhotos(change);
          onWritten(true);
        }}
      />
      {fault && (
        <Message tone="red" title={t('fault.title')}>
          {t(`fault.${fault}`)}
        </Message>
      )}
      <div className="box-doors">
        <Button kind="main" icon="letter" type="submit" busy={busy}>
          {t(busy ? 'write.sending' : 'write.send')}
        </Button>
        {missing && photos.length === 0 && (
          <Button icon="back" onClick={onBack}>
            {t('write.back')}
          </Button>
        )}
      </div>
    </form>
  );
}
