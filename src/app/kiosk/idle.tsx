/** A shared tablet forgets whoever was here: after a while without a touch it is back at its board, as it was. */
import { useCallback, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { DEFAULTS, tabletSettings } from '../../domain/kiosk/settings.ts';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { setContrast, setSize } from '../ui/settings.ts';
import { resetWay } from './app-router.tsx';
import { forgetVisitor, presenceNow, someoneIsHere, usePresence } from './presence.ts';

/** ms without a touch after which the next person is expected, where the unit has set nothing else. */
export const IDLE_MS = DEFAULTS.idleSeconds * 1000;

const SIGNS = ['pointerdown', 'touchstart', 'keydown', 'wheel', 'scroll', 'input'] as const;

/** ms for which nobody listens without touching anything; some browsers say for ever that they speak. */
const LISTENING_MS = 15 * 60_000;

const isSpeaking = (): boolean => 'speechSynthesis' in window && window.speechSynthesis.speaking;

/** Calls `onIdle` each time that nobody has touched the screen for `after` ms; listening counts as being there. */
export function useIdle(after: number | null, onIdle: () => void): void {
  const idle = useRef(onIdle);
  useEffect(() => {
    idle.current = onIdle;
  }, [onIdle]);
  useEffect(() => {
    if (after === null) return;
    let timer = setTimeout(check, after);
    let listening = 0;
    function check(): void {
      listening = isSpeaking() ? listening + (after as number) : 0;
      if (listening === 0 || listening > LISTENING_MS) idle.current();
      timer = setTimeout(check, after as number);
    }
    const again = (): void => {
      clearTimeout(timer);
      listening = 0;
      timer = setTimeout(check, after);
    };
    for (const sign of SIGNS) window.addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, again, { capture: true });
    };
  }, [after]);
}

/** A person's own signs; a screen scrolls by itself, too. */
const HANDS = ['pointerdown', 'keydown', 'wheel', 'input'] as const;

/** Notes that somebody is here. What stands over the board goes by its own buttons: no touch may reach the board below. */
function useHands(): void {
  useEffect(() => {
    const here = (): void => {
      if (presenceNow().over === null) someoneIsHere();
    };
    for (const sign of HANDS) window.addEventListener(sign, here, { capture: true, passive: true });
    return () => {
      for (const sign of HANDS) window.removeEventListener(sign, here, { capture: true });
    };
  }, []);
}

/** Does it on tablets, and nowhere else. */
export function IdleReturn({ after }: { after?: number }) {
  const identity = useIdentity();
  const registry = useRegistry();
  const navigate = useNavigate();
  const { away } = usePresence();
  const unit = identity?.kind === 'tablet' ? identity.unit : null;
  const set = unit === null ? IDLE_MS : tabletSettings(registry, unit).idleSeconds * 1000;
  const onIdle = useCallback(() => {
    if (unit === null || presenceNow().idle) return;
    setSize('normal');
    setContrast('normal');
    forgetVisitor();
    window.scrollTo(0, 0);
    if (!resetWay(`/b/${unit}`)) void navigate(`/b/${unit}`, { replace: true });
  }, [unit, navigate]);
  useHands();
  useIdle(unit === null || away ? null : (after ?? set), onIdle);
  return null;
}
