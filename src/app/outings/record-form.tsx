/** Read at a meeting, cards handed out, a public letter: how many, and what there is to say about it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../ui/index.ts';
import type { Shown } from './gate.tsx';
import { RecordScreen } from './record-screen.tsx';
import { countOf, useRecord } from './use-record.ts';

const FORMS = ['meeting', 'card', 'letter'] as const;
/** Characters. */
const LONGEST = 500;

export function RecordForm(shown: Shown) {
  const { unit, own } = shown;
  const { t } = useTranslation('outings');
  const recording = useRecord(unit, own.notice.id);
  const [form, setForm] = useState<(typeof FORMS)[number]>('meeting');
  const [number, setNumber] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const count = countOf(number);
  const save = (): void => {
    setTried(true);
    if (count === null || note.length > LONGEST) return;
    void recording.record({ form, place: null, count, note });
  };
  return (
    <RecordScreen
      shown={shown}
      title={t('record.title')}
      save={t('record.save')}
      recording={recording}
      onSave={save}
    >
      <SelectField
        label={t('record.form')}
        value={form}
        options={FORMS.map((value) => ({ value, label: t(`record.${value}`) }))}
        onChange={(value) => setForm(FORMS.find((one) => one === value) ?? 'meeting')}
      />
      <TextField
        label={t(form === 'meeting' ? 'record.people' : 'record.copies')}
        inputMode="numeric"
        required
        value={number}
        error={tried && count === null ? t('record.countMissing') : null}
        onChange={setNumber}
      />
      <TextField
        label={t('record.note')}
        hint={t('record.noteHint')}
        multiline
        value={note}
        maxLength={LONGEST}
        onChange={setNote}
      />
    </RecordScreen>
  );
}
