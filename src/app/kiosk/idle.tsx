/** A shared tablet forgets whoever was here: after a while without a touch it is back at its board, as it was. */
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useIdentity } from '../ui/device-context.tsx';
import { setSize } from '../ui/settings.ts';
import { useUpdate } from '../ui/updates.ts';

/** ms without a touch after which the next person is expected. */
export const IDLE_MS = 90_000;

const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll', 'input'] as const;

const isSpeaking = (): boolean => 'speechSynthesis' in window && window.speechSynthesis.speaking;

/** Calls `onIdle` each time that nobody has touched the screen for `after` ms; listening counts as being there. */
export function useIdle(after: number | null, onIdle: () => void): void {
  useEffect(() => {
    if (after === null) return;
    let timer = setTimeout(check, after);
    function check(): void {
      if (!isSpeaking()) onIdle();
      timer = setTimeout(check, after as number);
    }
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(check, after);
    };
    for (const sign of SIGNS) window.addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, again, { capture: true });
    };
  }, [after, onIdle]);
}

/** Does it on tablets, and nowhere else. A newer version of the app is taken then, when it interrupts nobody. */
export function IdleReturn({ after = IDLE_MS }: { after?: number }) {
  const identity = useIdentity();
  const navigate = useNavigate();
  const update = useUpdate();
  const unit = identity?.kind === 'tablet' ? identity.unit : null;
  useIdle(unit === null ? null : after, () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setSize('normal');
    window.scrollTo(0, 0);
    void navigate(`/b/${unit}`, { replace: true });
    update?.();
  });
  return null;
}
