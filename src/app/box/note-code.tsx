/** The receipt code: shown until it is noted, typed in once without seeing it, and gone. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tabletSettings } from '../../domain/kiosk/settings.ts';
import { useIdle } from '../kiosk/idle.tsx';
import { CodeInput } from '../receipt/code-input.tsx';
import { CodeShown } from '../receipt/code-shown.tsx';
import { CODE_DIGITS, digitsOf } from '../receipt/digits.ts';
import { Button, Message, useIdentity, useRegistry } from '../ui/index.ts';
import { Keypad } from './keypad.tsx';

/** ms before the screen erases itself, in which it says so. */
const WARNED_MS = 45_000;

/** Whether the tablet is about to erase the screen. */
function useAboutToErase(): boolean {
  const identity = useIdentity();
  const registry = useRegistry();
  const [warned, setWarned] = useState(false);
  const after =
    identity?.kind === 'tablet' ? tabletSettings(registry, identity.unit).idleSeconds * 1000 : null;
  useIdle(after === null ? null : Math.max(after / 2, after - WARNED_MS), () => setWarned(true));
  useEffect(() => {
    const touched = (): void => setWarned(false);
    for (const sign of ['pointerdown', 'keydown']) window.addEventListener(sign, touched, true);
    return () => {
      for (const sign of ['pointerdown', 'keydown']) window.removeEventListener(sign, touched, true);
    };
  }, []);
  return warned;
}

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
    <div className="box-check">
      <div className="stack">
        <p>{t('note.check')}</p>
        <CodeInput value={typed} onChange={change} error={wrong ? t('note.wrong') : null} />
        <Button icon="back" onClick={onAgain}>
          {t('note.again')}
        </Button>
      </div>
      <Keypad value={typed} onChange={change} />
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
  const warned = useAboutToErase();
  const warning = warned && <Message tone="amber" title={t('note.still')} />;
  if (checking) {
    return (
      <div className="stack">
        {warning}
        <Check code={code} onRight={onRight} onAgain={() => onCheck(false)} />
      </div>
    );
  }
  return (
    <div className="stack">
      {warning}
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
