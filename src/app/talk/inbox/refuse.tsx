/** Not shown, or not any longer: a reason from the list, and a word to who wrote it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, REFUSALS, TALK_LIMITS } from '../../../domain/talk/events.ts';
import { Button, Card, SelectField, TextField } from '../../ui/index.ts';

export function Refuse({
  label,
  now,
  busy,
  onRefuse,
}: {
  /** The button that opens it, and the one that does it. */
  label: string;
  now: string;
  busy: boolean;
  onRefuse: (reason: Refusal, word: string) => void;
}) {
  const { t } = useTranslation('talk');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Refusal | ''>('');
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  const choose = (value: string): void => {
    const chosen = REFUSALS.find((one) => one === value) ?? '';
    // A sentence to begin with, unless the person has written one.
    const isOwn = word !== '' && !REFUSALS.some((one) => t(`one.wordsFor.${one}`) === word);
    if (!isOwn) setWord(chosen === '' ? '' : t(`one.wordsFor.${chosen}`));
    setReason(chosen);
  };
  const refuse = (): void => {
    setTried(true);
    if (reason !== '' && word.trim() !== '' && word.length <= TALK_LIMITS.answer) onRefuse(reason, word);
  };
  if (!open) return <Button onClick={() => setOpen(true)}>{label}</Button>;
  return (
    <Card className="stack">
      <h2>{t('one.refuseTitle')}</h2>
      <p className="second">{t('one.refuseHint')}</p>
      <SelectField
        label={t('one.reason')}
        placeholder={t('one.reasonMissing')}
        value={reason}
        options={REFUSALS.map((value) => ({ value, label: t(`reason.${value}`) }))}
        error={tried && reason === '' ? t('one.reasonMissing') : null}
        onChange={choose}
      />
      <TextField
        label={t('one.word')}
        multiline
        required
        value={word}
        maxLength={TALK_LIMITS.answer}
        error={tried && word.trim() === '' ? t('one.wordMissing') : null}
        onChange={setWord}
      />
      <div className="own-buttons">
        <Button onClick={() => setOpen(false)}>{t('one.cancel')}</Button>
        <Button kind="danger" busy={busy} onClick={refuse}>
          {now}
        </Button>
      </div>
    </Card>
  );
}
