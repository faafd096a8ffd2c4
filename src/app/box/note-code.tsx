/** The receipt code: shown until it is noted, typed in once without seeing it, and gone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '../receipt/code-input.tsx';
import { CodeKeypad } from '../receipt/code-keypad.tsx';
import { CodeShown } from '../receipt/code-shown.tsx';
import { CODE_DIGITS, digitsOf } from '../receipt/digits.ts';
import { Button } from '../ui/index.ts';

function Check({ code, onRight, onAgain }: { code: string; onRight: () => void; onAgain: () => void }) {
  const { t } = useTranslation('box');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const change = (digits: string): void => {
    setTyped(digits);
    setWrong(false);
    if (digits.length < CODE_DIGITS) return;
    if (digits === digitsOf(code)) onRight();
    else setWrong(true);
  };
  return (
    <div className="receipt-typed">
      <div className="stack">
        <p>{t('note.check')}</p>
        <CodeInput value={typed} onChange={change} error={wrong ? t('note.wrong') : null} />
        <Button icon="back" onClick={onAgain}>
          {t('note.again')}
        </Button>
      </div>
      <CodeKeypad value={typed} onChange={change} />
    </div>
  );
}

export function NoteCode({
  code,
  checking,
  onCheck,
  onRight,
}: {
  code: string;
  checking: boolean;
  onCheck: (checking: boolean) => void;
  onRight: () => void;
}) {
  const { t } = useTranslation('box');
  if (checking) {
    return <Check code={code} onRight={onRight} onAgain={() => onCheck(false)} />;
  }
  return (
    <div className="stack">
      <p className="box-lead">
        <strong>{t('note.sealed')}</strong> {t('note.why')}
      </p>
      <CodeShown code={code} what={t('note.what')} />
      <Button kind="main" icon="check" onClick={() => onCheck(true)}>
        {t('note.done')}
      </Button>
      <p className="second">{t('note.idle')}</p>
    </div>
  );
}
