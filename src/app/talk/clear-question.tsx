/** 'Was this clear?', in two faces. One tap; sealed some seconds later, so that a wrong tap can be undone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useDevice, useNow } from '../ui/index.ts';
import { handedIn, paceAt } from './pace.ts';
import { useWaitingEnvelopes } from './talk-data.ts';

/** ms in which it can be taken back. */
export const UNDO_MS = 6_000;

const MOUTHS = {
  yes: 'M8 14.500c1 1.700 2.400 2.500 4 2.500s3-.8 4-2.500',
  no: 'M8 17c1-1.700 2.400-2.500 4-2.500s3 .8 4 2.500',
};

function Face({ of }: { of: 'yes' | 'no' }) {
  return (
    <svg className="talk-face" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 21.500a9.500 9.500 0 1 0 0-19 9.500 9.500 0 0 0 0 19ZM8.500 9v1.500M15.500 9v1.500" />
      <path d={MOUTHS[of]} />
    </svg>
  );
}

type State = 'open' | 'yes' | 'no' | 'sent' | 'failed';

export function ClearQuestion({ unit, notice }: { unit: string; notice: string }) {
  const { t } = useTranslation('talk');
  const device = useDevice();
  const now = useNow();
  const waiting = useWaitingEnvelopes();
  const [state, setState] = useState<State>('open');
  /** What is to be sealed when the time is over, or when the person leaves. */
  const chosen = useRef<{ clear: boolean; timer: ReturnType<typeof setTimeout> } | null>(null);

  const seal = useCallback(async (): Promise<boolean> => {
    const one = chosen.current;
    if (!one) return true;
    chosen.current = null;
    clearTimeout(one.timer);
    const sealed = await device.sealTo(unit, { kind: 'clear', notice, clear: one.clear });
    return sealed.ok;
  }, [device, unit, notice]);

  const choose = (of: 'yes' | 'no'): void => {
    if (!paceAt(now, waiting).ok) return setState('failed');
    handedIn(now);
    setState(of);
    const timer = setTimeout(() => void seal().then((ok) => setState(ok ? 'sent' : 'failed')), UNDO_MS);
    chosen.current = { clear: of === 'yes', timer };
  };
  const undo = (): void => {
    if (chosen.current) clearTimeout(chosen.current.timer);
    chosen.current = null;
    setState('open');
  };
  useEffect(() => () => void seal(), [seal]);

  const isOpen = state === 'open' || state === 'failed';
  if (isOpen)
    return (
      <fieldset className="talk-clear">
        <legend className="talk-clear-words">
          {t(state === 'open' ? 'clear.question' : 'clear.failed')}
        </legend>
        <div className="talk-faces">
          {(['yes', 'no'] as const).map((of) => (
            <button key={of} type="button" className="talk-choice" onClick={() => choose(of)}>
              <Face of={of} />
              <span>{t(`clear.${of}`)}</span>
            </button>
          ))}
        </div>
      </fieldset>
    );
  return (
    <div className="talk-clear talk-chosen">
      <p aria-live="polite">
        {state === 'sent' ? t('clear.sent') : t(state === 'yes' ? 'clear.chosenYes' : 'clear.chosenNo')}
      </p>
      {state !== 'sent' && (
        <Button icon="back" onClick={undo}>
          {t('clear.undo')}
        </Button>
      )}
    </div>
  );
}
