/** The answer under a receipt code, and the way to add to the report. What was written is not shown to anybody. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '../receipt/code-input.tsx';
import { CodeKeypad } from '../receipt/code-keypad.tsx';
import { Answers, ReceiptProblem } from '../receipt/answers.tsx';
import { CODE_DIGITS } from '../receipt/digits.ts';
import { useReceipt } from '../receipt/use-receipt.ts';
import type { ReadReceipt } from '../../sync/client/envelopes.ts';
import { Button, Card, Message } from '../ui/index.ts';
import { shortMark } from './box-data.ts';

const isOfBox = ({ stream }: ReadReceipt): boolean => stream.endsWith('/box');

function Found({
  receipts,
  onAdd,
  onAnother,
}: {
  receipts: ReadReceipt[];
  onAdd: () => void;
  onAnother: () => void;
}) {
  const { t } = useTranslation('box');
  const answers = receipts.flatMap((one) => one.answers);
  const last = [...answers].sort((one, other) => (one.acceptedAt < other.acceptedAt ? -1 : 1)).pop();
  return (
    <div className="stack">
      {last?.closes && (
        <Message tone="green" title={last.result ? t(`look.result.${last.result}`) : t('look.closed')}>
          {last.result && t('look.closed')}
        </Message>
      )}
      <Answers receipts={receipts} />
      <Card className="stack-tight">
        {receipts.map(({ id }) => (
          <p key={id}>
            {t('look.mark')} <span className="figures">{shortMark(id)}</span>
          </p>
        ))}
        <p className="second">{t('look.only')}</p>
      </Card>
      <div className="box-doors">
        <Button kind="main" icon="plus" onClick={onAdd}>
          {t('look.add')}
        </Button>
        <Button icon="key" onClick={onAnother}>
          {t('look.another')}
        </Button>
      </div>
    </div>
  );
}

export function LookUp({ onAdd }: { onAdd: (code: string) => void }) {
  const { t } = useTranslation('box');
  const { looked, look, forget } = useReceipt();
  const [typed, setTyped] = useState('');
  const change = (digits: string): void => {
    setTyped(digits);
    if (looked.state === 'failed') forget();
    // Twenty digits are all: the answer comes without another button.
    if (digits.length === CODE_DIGITS && digits !== typed) void look(digits);
  };
  const another = (): void => {
    setTyped('');
    forget();
  };
  if (looked.state === 'found') {
    const { code, receipts } = looked;
    if (receipts.some(isOfBox))
      return <Found receipts={receipts.filter(isOfBox)} onAdd={() => onAdd(code)} onAnother={another} />;
    return (
      <Message
        tone="amber"
        title={t('look.other')}
        action={<Button onClick={another}>{t('look.another')}</Button>}
      >
        {t('look.otherText')}
      </Message>
    );
  }
  return (
    <div className="receipt-typed">
      <div className="stack">
        <p className="second">{t('look.only')}</p>
        <CodeInput value={typed} onChange={change} />
        {looked.state === 'failed' && <ReceiptProblem fault={looked.fault} />}
        <Button kind="main" icon="search" busy={looked.state === 'looking'} onClick={() => void look(typed)}>
          {t(looked.state === 'looking' ? 'look.going' : 'look.go')}
        </Button>
      </div>
      <CodeKeypad value={typed} onChange={change} />
    </div>
  );
}
