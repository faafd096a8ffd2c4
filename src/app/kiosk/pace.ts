/** How fast the voice reads: kept on one's own phone, back to the usual pace for the next person on a shared tablet. */
import { useSyncExternalStore } from 'react';
import { keep, kept } from '../ui/settings.ts';

export const PACES = ['slow', 'usual', 'fast'] as const;
export type Pace = (typeof PACES)[number];

/** Rates for `SpeechSynthesisUtterance`. */
export const RATES: Record<Pace, number> = { slow: 0.65, usual: 0.95, fast: 1.3 };

const listeners = new Set<() => void>();
let pace: Pace | null = null;

export const paceNow = (): Pace => (pace ??= PACES.find((one) => one === kept('pace')) ?? 'usual');

export function setPace(next: Pace): void {
  pace = next;
  keep('pace', next);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const usePace = (): Pace => useSyncExternalStore(subscribe, paceNow);
