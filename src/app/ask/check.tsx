/** All answers once more before it is sealed, each with the way back to its question. */
import { useTranslation } from 'react-i18next';
import { Button, Card } from '../ui/index.ts';
import type { AskDraft, Question } from './draft.ts';

function useAnswer(draft: AskDraft): (question: Question) => string {
  const { t } = useTranslation('ask');
  return (question) => {
    const { applicant, form, handover, document } = draft;
    const texts: Record<Question, string> = {
      way: `${t(`way.${draft.way}`)} · ${draft.on}`,
      who: applicant ? t(`who.${applicant}`) : '',
      name: [draft.name, applicant === 'person' ? '' : draft.contact].filter(Boolean).join(' · '),
      document: `${t(`document.${document.type}`)} ${document.number}`,
      contact: [draft.phone, draft.address].filter(Boolean).join(' · '),
      asked: draft.asked,
      form: form ? t(`form.${form}`) : '',
      handover: handover ? t(`handover.${handover}`) : '',
    };
    return texts[question];
  };
}

export function Check({
  draft,
  questions,
  onChange,
}: {
  draft: AskDraft;
  questions: Question[];
  onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('ask');
  const answer = useAnswer(draft);
  return (
    <Card>
      <dl className="ask-answers">
        {questions.map((question) => (
          <div className="ask-answer" key={question}>
            <dt className="second">{t(`short.${question}`)}</dt>
            {/* Typed by somebody who may not want the room to hear it. */}
            <dd data-hush>{answer(question)}</dd>
            <Button kind="quiet" onClick={() => onChange(question)}>
              {t('change')}
              <span className="only-read">{t(`short.${question}`)}</span>
            </Button>
          </div>
        ))}
      </dl>
    </Card>
  );
}
