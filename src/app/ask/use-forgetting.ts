/** What is typed here is forgotten when nobody touches the screen any more, and when the page goes. */
import { useCallback, useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useIdle } from '../kiosk/idle.tsx';
import { useIdentity } from '../ui/index.ts';

/** ms after which a phone forgets it; a shared tablet has its own, shorter time. */
const PHONE_IDLE_MS = 10 * 60_000;

/** Leaves for where one came from; nothing of this screen is behind the back button. */
export function useLeave(): () => void {
  const navigate = useNavigate();
  const identity = useIdentity();
  const home = identity?.kind === 'tablet' ? `/b/${identity.unit}` : '/';
  return useCallback(() => void navigate(home, { replace: true }), [navigate, home]);
}

/** @param forget is called once more for a page that the browser keeps for its back button. */
export function useForgetting(forget: () => void): void {
  const kind = useIdentity()?.kind;
  useIdle(kind === 'tablet' ? null : PHONE_IDLE_MS, forget);
  useEffect(() => {
    window.addEventListener('pagehide', forget);
    return () => window.removeEventListener('pagehide', forget);
  }, [forget]);
}
