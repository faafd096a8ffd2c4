/** `/ask/receipt`: what became of what was handed in under a receipt code. Nothing of it is kept on this device. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadReceipt } from '../../sync/client/envelopes.ts';
import { Answers, ReceiptProblem } from '../receipt/answers.tsx';
import { CodeInput } from '../receipt/code-input.tsx';
import { CodeKeypad } from '../receipt/code-keypad.tsx';
import { useReceipt } from '../receipt/use-receipt.ts';
import { Button, Card, useRegistry } from '../ui/index.ts';
import { ClockWorking } from './clock.tsx';
import { AskFrame } from './frame.tsx';
import { useForgetting, useLeave } from './use-forgetting.ts';

/** The clock as the desk told it last. */
const clockIn = (receipts: ReadReceipt[]) =>
  receipts
    .flatMap(({ answers }) => answers)
    .flatMap((answer) => answer.case ?? [])
    .pop()?.clock;

/** Whose answers they are: of the unit, or the inspector, for whose desk it was sealed. */
function useAnswersTitle(receipts: ReadReceipt[]): string {
  const { t } = useTranslation('ask');
  const registry = useRegistry();
  const [, unit = '', desk] = receipts[0]?.stream.split('/') ?? [];
  const name = registry?.units[unit]?.name;
  if (desk === 'box') return t('look.answersBox');
  return name === undefined ? t('look.answersSomebody') : t('look.answers', { name });
}

function Found({ receipts, onAnother }: { receipts: ReadReceipt[]; onAnother: () => void }) {
  const { t } = useTranslation('ask');
  const clock = clockIn(receipts);
  const title = useAnswersTitle(receipts);
  return (
    <div className="stack">
      {clock && (
        <Card className="stack-tight">
          <h2>{t('look.standing')}</h2>
          <ClockWorking input={clock} />
        </Card>
      )}
      <h2>{title}</h2>
      <Answers receipts={receipts} />
      <Button icon="key" onClick={onAnother}>
        {t('look.another')}
      </Button>
    </div>
  );
}

export function ReceiptScreen() {
  const { t } = useTranslation('ask');
  const leave = useLeave();
  const { looked, look, forget } = useReceipt();
  const [typed, setTyped] = useState('');
  const again = (): void => {
    setTyped('');
    forget();
  };
  useForgetting(again);
  const change = (digits: string): void => {
    setTyped(digits);
    if (looked.state === 'failed') forget();
  };
  return (
    <AskFrame title={t('look.title')} onLeave={leave}>
      {looked.state === 'found' ? (
        <Found receipts={looked.receipts} onAnother={again} />
      ) : (
        <form
          className="stack"
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            void look(typed);
          }}
        >
          <p>{t('look.lead')}</p>
          <div className="receipt-typed">
            <div className="stack">
              <CodeInput value={typed} onChange={change} />
              {looked.state === 'failed' && <ReceiptProblem fault={looked.fault} />}
              <Button kind="main" icon="search" type="submit" busy={looked.state === 'looking'}>
                {t(looked.state === 'looking' ? 'look.going' : 'look.go')}
              </Button>
            </div>
            <CodeKeypad value={typed} onChange={change} />
          </div>
        </form>
      )}
    </AskFrame>
  );
}
