/** The number on the app's icon, where the device shows one: what is late or due this week. */
import { useEffect } from 'react';

interface Badging {
  setAppBadge?: (count: number) => Promise<void>;
  clearAppBadge?: () => Promise<void>;
}

/** @param count undefined: not known yet, and left as it is. */
export function useBadge(count: number | undefined): void {
  useEffect(() => {
    if (count === undefined) return;
    const device = navigator as Badging;
    // Not installed, or not allowed: then there is no number, and the line on the first screen says it all the same.
    if (count > 0 && 'setAppBadge' in navigator) device.setAppBadge?.(count).catch(() => undefined);
    if (count === 0 && 'clearAppBadge' in navigator) device.clearAppBadge?.().catch(() => undefined);
  }, [count]);
}
