/** Whether the screens are numbered, for those who choose by number; over with each person on a shared tablet. */
import { useSyncExternalStore } from 'react';

export interface Keypad {
  on: boolean;
  /** Which of the groups of choices has the numbers, from 0, and on which screen that was asked for. */
  group: number;
  at: string;
}

let keypad: Keypad = { on: false, group: 0, at: '' };
const listeners = new Set<() => void>();

export function setKeypad(part: Partial<Keypad>): void {
  keypad = { ...keypad, ...part };
  for (const listener of listeners) listener();
}

/** On another screen, the numbers begin with the first things again. */
export const groupAt = ({ group, at }: Keypad, path: string): number => (at === path ? group : 0);

export const keypadNow = (): Keypad => keypad;
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useKeypad = (): Keypad => useSyncExternalStore(subscribe, keypadNow);
