/** The inspector's answer: sealed to who has the receipt code before it is stored. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSPECTOR_DESK } from '../../../domain/desk/events.ts';
import type { Envelope } from '../../../domain/desk/inbox.ts';
import { RESULTS, type ReportResult } from '../../../domain/desk/matter.ts';
import { Button, Card, Message, SelectField, TextField, useDevice } from '../../ui/index.ts';

/** Characters. */
const MAX_ANSWER = 10_000;

type Kind = 'open' | ReportResult;
const KINDS: readonly Kind[] = ['open', ...RESULTS];

export function AnswerForm({
  envelope,
  closed,
  sending,
}: {
  /** The last of the report: what the answer is sealed to is the same for all of them. */
  envelope: Envelope;
  closed: boolean;
  sending: boolean;
}) {
  const { t } = useTranslation('inspector');
  const device = useDevice();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>('open');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<'fault' | 'faultGone' | null>(null);
  const missing = text.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing || text.length > MAX_ANSWER) return;
    setBusy(true);
    setFault(null);
    const said = kind === 'open' ? { text, closes: false } : { text, closes: true, result: kind };
    const answered = await device.answerEnvelope(INSPECTOR_DESK, envelope, said);
    setBusy(false);
    if (!answered.ok) return setFault(answered.code === 'gone' ? 'faultGone' : 'fault');
    setText('');
    setKind('open');
    setTried(false);
  };
  return (
    <Card className="stack">
      <h2>{t('answer.title')}</h2>
      {sending && <Message tone="amber" title={t('answer.sent')} />}
      {closed && !sending && <p>{t('answer.again')}</p>}
      <TextField
        label={t('answer.text')}
        hint={t('answer.hint')}
        multiline
        rows={6}
        required
        value={text}
        maxLength={MAX_ANSWER}
        error={tried && missing ? t('answer.missing') : null}
        autoComplete="off"
        spellCheck={false}
        onChange={setText}
      />
      <SelectField
        label={t('answer.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`answer.kinds.${value}`) }))}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'open')}
      />
      {fault && <Message tone="red" title={t(`answer.${fault}`)} />}
      <Button kind="main" icon="letter" busy={busy} onClick={() => void send()}>
        {t('answer.send')}
      </Button>
    </Card>
  );
}
