/** The keypad that asks for the tablet's code. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CODE_DIGITS, type ExitCode, opensTablet } from '../../sync/client/exit-code.ts';
import { Keypad } from '../ui/keypad.tsx';
import { Message } from '../ui/surfaces.tsx';

/** Wrong tries before a wait, and how long it lasts, seconds. */
const TRIES = 5;
const WAIT_S = 60;
/** Outlives the screen: whoever leaves and comes back waits all the same. */
const wrong = { tries: 0, until: 0 };

const secondsLeft = (): number => Math.max(0, Math.ceil((wrong.until - performance.now()) / 1000));

/** Seconds until another try, counted down. */
function useWait(): [number, () => void] {
  const [left, setLeft] = useState(secondsLeft);
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setLeft(secondsLeft()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return [left, () => setLeft(secondsLeft())];
}

function noteWrong(): void {
  wrong.tries += 1;
  if (wrong.tries % TRIES === 0) wrong.until = performance.now() + WAIT_S * 1000;
}

export function CodePad({ code, onOpen }: { code: ExitCode; onOpen: () => void }) {
  const { t } = useTranslation('tablet');
  const [digits, setDigits] = useState('');
  const [state, setState] = useState<'asking' | 'checking' | 'wrong'>('asking');
  const [wait, look] = useWait();
  const check = async (whole: string): Promise<void> => {
    setState('checking');
    const opens = await opensTablet(whole, code);
    setDigits('');
    if (opens) {
      wrong.tries = 0;
      return onOpen();
    }
    noteWrong();
    look();
    setState('wrong');
  };
  const put = (next: string): void => {
    if (state === 'checking' || wait > 0) return;
    setDigits(next);
    if (state === 'wrong') setState('asking');
    if (next.length === CODE_DIGITS) void check(next);
  };
  const words = state === 'checking' ? t('own.checking') : t('own.digits', { n: digits.length });
  return (
    <section className="code stack">
      <h2>{t('own.code')}</h2>
      <p className="second">{t('own.codeWhy')}</p>
      <p className="code-digits" aria-hidden="true">
        {Array.from({ length: CODE_DIGITS }, (_, at) => (
          <span key={at} className={at < digits.length ? 'code-digit code-digit-on' : 'code-digit'} />
        ))}
      </p>
      <p className={state === 'checking' ? '' : 'only-read'} aria-live="polite">
        {words}
      </p>
      {wait > 0 ? (
        <Message tone="red" title={t('own.wait', { n: wait })} />
      ) : (
        state === 'wrong' && <Message tone="red" title={t('own.wrong')} />
      )}
      <Keypad
        label={t('own.code')}
        erase={t('own.erase')}
        onKey={(key) => put(digits + key)}
        onErase={() => put(digits.slice(0, -1))}
      />
    </section>
  );
}
