/** What was handed in under a code, and what was answered: newest answer last, as in a letter exchange. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadAnswer, ReadReceipt } from '../../sync/client/envelopes.ts';
import { Card, Message } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import './receipt.css';
import type { ReceiptFault } from './use-receipt.ts';

/** Why nothing was found, and what to do. */
export function ReceiptProblem({ fault, action }: { fault: ReceiptFault; action?: ReactNode }) {
  const { t } = useTranslation('receipt');
  return (
    <Message tone={fault === 'no-network' ? 'amber' : 'red'} title={t(`fault.${fault}`)} action={action}>
      {t(`fault.${fault}Text`)}
    </Message>
  );
}

function Answer({ answer }: { answer: ReadAnswer }) {
  const { t } = useTranslation('receipt');
  const when = useWhen();
  return (
    <li>
      <Card className="receipt-answer">
        <p className="second">
          {answer.by ? t('answer.by', answer.by) : t('answer.byUnknown')} · {when.fullDay(answer.acceptedAt)}
        </p>
        <p className="receipt-text">{answer.text}</p>
      </Card>
    </li>
  );
}

/** When each was taken in, and the answers to it. */
export function Answers({ receipts }: { receipts: ReadReceipt[] }) {
  const { t } = useTranslation('receipt');
  const when = useWhen();
  return (
    <ol className="stack">
      {receipts.map((receipt, at) => (
        <li className="stack-tight" key={at}>
          <p>
            {t(at === 0 ? 'answer.taken' : 'answer.added', {
              day: when.fullDay(receipt.acceptedAt),
              time: when.short(receipt.acceptedAt),
            })}
          </p>
          {receipt.answers.length === 0 ? (
            <p className="second">{t('answer.none')}</p>
          ) : (
            <ol className="stack-tight">
              {receipt.answers.map((answer, place) => (
                <Answer key={place} answer={answer} />
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}
