/** For which hands a screen is made: type, targets and edges follow (tokens.css). */
import { useLayoutEffect, useSyncExternalStore } from 'react';

export type FormFactor = 'phone' | 'tablet' | 'office';

/** Makes the page a phone's, a tablet's or the office's for as long as the screen stands. */
export function useFormFactor(form: FormFactor): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['form'] = form;
    return () => {
      document.documentElement.dataset['form'] = 'phone';
    };
  }, [form]);
}

/** CSS pixels from which a window is read like the tablet on its stand. */
export const WIDE = 900;
const query = `(min-width: ${WIDE}px)`;

const subscribe = (listener: () => void): (() => void) => {
  const list = window.matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};

/** Whether the window is wide. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
