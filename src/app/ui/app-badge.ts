/**
 * The number on the app's icon, where the device shows one. It has this one owner: who counts something tells it his part,
 * and the icon shows the sum.
 */
import { useEffect } from 'react';
import { isPractising } from '../practice/flag.ts';

/** `due`: what is late or due this week, for who publishes. `news`: new notices of the villages that a person follows. */
export type BadgePart = 'due' | 'news';

/** What of the browser's `navigator` it uses. */
export interface Badging {
  setAppBadge?: (count: number) => Promise<void>;
  clearAppBadge?: () => Promise<void>;
}

/** @returns takes a part's count, and shows the sum as soon as both are known: a half would be a wrong number. */
export function badgeOf(device: Badging): (part: BadgePart, count: number) => void {
  const parts: { [Part in BadgePart]?: number } = {};
  let shown: number | null = null;
  return (part, count) => {
    parts[part] = count;
    if (parts.due === undefined || parts.news === undefined) return;
    const sum = parts.due + parts.news;
    if (sum === shown) return;
    shown = sum;
    // Not installed, or not allowed: then there is no number, and the screens say it all the same.
    const set = sum > 0 ? device.setAppBadge?.(sum) : device.clearAppBadge?.();
    set?.catch(() => undefined);
  };
}

const tell = badgeOf(navigator as Badging);

/** @param count undefined: not known yet, and left as it is. */
export function useBadgePart(part: BadgePart, count: number | undefined): void {
  useEffect(() => {
    // What is practised is not real, and the icon is the real board's.
    if (count !== undefined && !isPractising()) tell(part, count);
  }, [part, count]);
}
