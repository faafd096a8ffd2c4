/** A screen is drawn when its parts are here, so that none comes late and moves another under the hand about to touch it. */
import { useEffect, useState } from 'react';

/** ms after which a screen is drawn without a part that does not come: on a bad line it must not stay away. */
export const HOLD_MS = 1_500;

/** Whether to draw: from the moment on that all is ready, and for good. */
export function useHold(ready: boolean): boolean {
  const [drawn, setDrawn] = useState(ready);
  useEffect(() => {
    if (drawn) return;
    const timer = setTimeout(() => setDrawn(true), ready ? 0 : HOLD_MS);
    return () => clearTimeout(timer);
  }, [drawn, ready]);
  return drawn || ready;
}
