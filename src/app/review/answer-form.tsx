/** The answer to an objection: whether it was right, and why. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REVIEW_LIMITS } from '../../domain/review/events.ts';
import type { Outcome } from '../../sync/client/device.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { Foldout } from './foldout.tsx';
import { type DecisionFault, useDeciding } from './use-decision.ts';

export interface Said {
  upheld: boolean;
  answer: string;
}

export function AnswerForm({
  onAnswer,
}: {
  onAnswer: (said: Said) => Promise<Outcome<unknown, DecisionFault>>;
}) {
  const { t } = useTranslation('review');
  const deciding = useDeciding();
  const [answer, setAnswer] = useState('');
  const [verdict, setVerdict] = useState<'upheld' | 'refused'>('refused');
  const [tried, setTried] = useState(false);
  const missing = answer.trim() === '';
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (missing) return false;
    return deciding.decide(() => onAnswer({ upheld: verdict === 'upheld', answer }));
  };
  return (
    <Foldout title={t('objections.answer')} save={t('objections.save2')} deciding={deciding} onSave={save}>
      <SelectField
        label={t('objections.verdict')}
        value={verdict}
        options={(['refused', 'upheld'] as const).map((value) => ({
          value,
          label: t(`objections.${value}`),
        }))}
        onChange={(value) => setVerdict(value === 'upheld' ? 'upheld' : 'refused')}
      />
      <TextField
        label={t('objections.answerText')}
        multiline
        required
        value={answer}
        maxLength={REVIEW_LIMITS.objection}
        error={tried && missing ? t('objections.answerMissing') : null}
        onChange={setAnswer}
      />
    </Foldout>
  );
}
