/**
 * `/box`, the report box from the side of who reports. One address and one entry of the history for all its steps;
 * what is written lives in this component and nowhere else, and is gone when it is left.
 */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useIdle } from '../kiosk/idle.tsx';
import { useIdentity } from '../ui/index.ts';
import { About } from './about.tsx';
import { useBoxState } from './box-data.ts';
import { BoxFrame, type Loss } from './frame.tsx';
import { HandedIn } from './handed-in.tsx';
import { LookUp } from './look-up.tsx';
import { NoteCode } from './note-code.tsx';
import { WriteReport } from './write-report.tsx';

type Step =
  | { at: 'about' }
  /** `code`: of the report to which it adds. */
  | { at: 'write'; code: string | null; written: boolean }
  /** The code is shown, or checked without showing it. */
  | { at: 'note'; code: string; id: string; checking: boolean }
  | { at: 'done'; id: string; adds: boolean }
  | { at: 'look' };

const ABOUT: Step = { at: 'about' };
/** ms after which a phone forgets what is on this screen; a tablet has its own, shorter time. */
const PHONE_IDLE_MS = 5 * 60_000;

const lossOf = (step: Step): Loss => {
  if (step.at === 'write' && step.written) return 'written';
  return step.at === 'note' ? 'note' : null;
};

/** Leaves for the board; nothing of this screen is behind the back button. */
function useLeave(): () => void {
  const navigate = useNavigate();
  const identity = useIdentity();
  const home = identity?.kind === 'tablet' ? `/b/${identity.unit}` : '/';
  return useCallback(() => void navigate(home, { replace: true }), [navigate, home]);
}

export function BoxScreen() {
  const { t } = useTranslation('box');
  const state = useBoxState();
  const leave = useLeave();
  const kind = useIdentity()?.kind;
  const [step, setStep] = useState<Step>(ABOUT);
  useIdle(kind === 'tablet' ? null : PHONE_IDLE_MS, leave);
  useEffect(() => {
    // A page that the browser keeps for its back button keeps nothing of this.
    const erase = (): void => setStep(ABOUT);
    window.addEventListener('pagehide', erase);
    return () => window.removeEventListener('pagehide', erase);
  }, []);
  const go = (to: Step): void => {
    window.scrollTo(0, 0);
    setStep(to);
  };
  const about = (): void => go(ABOUT);

  if (step.at === 'write') {
    const { code } = step;
    return (
      <BoxFrame
        title={t(code === null ? 'write.title' : 'write.addTitle')}
        loss={lossOf(step)}
        onLeave={leave}
      >
        <WriteReport
          code={code}
          onWritten={(written) => setStep({ ...step, written })}
          onSealed={({ code: made, id }) =>
            go(
              code === null
                ? { at: 'note', code: made, id, checking: false }
                : { at: 'done', id, adds: true },
            )
          }
          onBack={about}
        />
      </BoxFrame>
    );
  }
  if (step.at === 'note') {
    const title = t(step.checking ? 'note.checkTitle' : 'note.title');
    return (
      <BoxFrame title={title} loss={lossOf(step)} onLeave={leave}>
        <NoteCode
          code={step.code}
          checking={step.checking}
          onCheck={(checking) => go({ ...step, checking })}
          onRight={() => go({ at: 'done', id: step.id, adds: false })}
        />
      </BoxFrame>
    );
  }
  if (step.at === 'done')
    return (
      <BoxFrame title={t('title')} onLeave={leave}>
        <HandedIn id={step.id} adds={step.adds} onLeave={leave} />
      </BoxFrame>
    );
  if (step.at === 'look')
    return (
      <BoxFrame title={t('look.title')} onLeave={leave}>
        <LookUp onAdd={(code) => go({ at: 'write', code, written: false })} />
      </BoxFrame>
    );
  return (
    <BoxFrame title={t('title')} onLeave={leave}>
      <About
        state={state}
        onWrite={() => go({ at: 'write', code: null, written: false })}
        onLook={() => go({ at: 'look' })}
      />
    </BoxFrame>
  );
}
