/** A text message made from the notice, counted as the network counts; sent from the phone's own app, recorded here. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fitMessage, measureMessage } from '../../domain/forms/text-message.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { Button, Message, SelectField, TextField } from '../ui/index.ts';
import { messageOf } from './forms-of.ts';
import type { Shown } from './gate.tsx';
import { RecordScreen } from './record-screen.tsx';
import { countOf, useRecord } from './use-record.ts';

const CHOICES = ['1', '2', '3', '4', '5'];
const USUAL = '2';

function HandOver({ text }: { text: string }) {
  const { t } = useTranslation('outings');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="stack-tight">
      {'clipboard' in navigator && (
        <Button icon={copied ? 'check' : 'share'} onClick={() => void copy().catch(() => setCopied(false))}>
          {t(copied ? 'message.copied' : 'message.copy')}
        </Button>
      )}
      <a className="button button-plain" href={`sms:?body=${encodeURIComponent(text)}`}>
        {t('message.open')}
      </a>
    </div>
  );
}

function Segments({ segments }: { segments: string[] }) {
  const { t } = useTranslation('outings');
  if (segments.length < 2) return null;
  return (
    <ol className="outing-segments">
      {segments.map((segment, index) => (
        <li key={index}>
          <span className="second">{t('message.part', { n: index + 1 })}</span>
          <p>{segment}</p>
        </li>
      ))}
    </ol>
  );
}

export function MessageForm(shown: Shown) {
  const { unit, own, registry } = shown;
  const { t } = useTranslation('outings');
  const recording = useRecord(unit, own.notice.id);
  const name = registry.units[unit]?.name ?? '';
  const whole = messageOf(currentRevision(own.notice).content, name);
  const [most, setMost] = useState(USUAL);
  const [typed, setTyped] = useState<string | null>(null);
  const [receivers, setReceivers] = useState('');
  const [tried, setTried] = useState(false);
  const fitted = fitMessage(whole, Number(most), name);
  const text = typed ?? fitted.message;
  const { segments } = measureMessage(text);
  const tooLong = segments.length > Number(most);
  const count = countOf(receivers);
  const save = (): void => {
    setTried(true);
    if (count === null || tooLong || segments.length === 0) return;
    const sent = { form: 'message' as const, place: null, count, segments: segments.length };
    void recording.record({ ...sent, note: text });
  };
  return (
    <RecordScreen
      shown={shown}
      title={t('message.title')}
      save={t('message.save')}
      recording={recording}
      onSave={save}
    >
      <Message tone="blue" title={t('message.warning')} />
      <SelectField
        label={t('message.segments')}
        value={most}
        options={CHOICES.map((value) => ({ value, label: t('message.segmentsOption', { n: value }) }))}
        onChange={setMost}
      />
      <TextField
        label={t('message.text')}
        multiline
        rows={6}
        value={text}
        hint={typed === null && fitted.left !== '' ? t('message.left') : undefined}
        error={tooLong ? t('message.tooLong', { n: segments.length, max: most }) : null}
        onChange={setTyped}
      />
      <p className="figures" aria-live="polite">
        {t('message.counted', { chars: [...text].length, n: segments.length })}
      </p>
      <Segments segments={segments} />
      <HandOver text={text} />
      <TextField
        label={t('message.receivers')}
        inputMode="numeric"
        required
        value={receivers}
        error={tried && count === null ? t('message.receiversMissing') : null}
        onChange={setReceivers}
      />
    </RecordScreen>
  );
}
