/**
 * Whether somebody is at the shared tablet, and the one place from which all that he typed is erased. Screens keep what
 * is typed in their own state: they are taken down and put up anew for the next person. What lives longer than a screen
 * (a worker, a store of its own) hooks in with `useErasedOnIdle`.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { Over } from '../../domain/kiosk/screen.ts';
import type { Lit } from '../tablet/bright.ts';

export interface Presence {
  /** Nobody has touched the screen for the unit's time, and the traces of whoever was here are gone. */
  idle: boolean;
  /** Tablet mode was left with the code: nothing is shown by itself and nothing is locked. */
  away: boolean;
  /** Counts up with each person: the screens are made anew for the next one. */
  visitor: number;
  /** What stands over the board now (domain/kiosk/screen.ts). */
  over: Over;
  /** Whether the screen is kept on (bright.ts). */
  lit: Lit;
}

let presence: Presence = { idle: false, away: false, visitor: 0, over: null, lit: 'off' };
const listeners = new Set<() => void>();
const erasers = new Set<() => void>();

function put(part: Partial<Presence>): void {
  presence = { ...presence, ...part };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePresence = (): Presence => useSyncExternalStore(subscribe, () => presence);
export const presenceNow = (): Presence => presence;

/** Somebody touched the screen. */
export function someoneIsHere(): void {
  if (presence.idle) put({ idle: false });
}

/** Leaves tablet mode, or comes back to it. */
export const setAway = (away: boolean): void => put({ away });

/** Said by tablet mode: what it draws over the board, and whether the screen is kept on. */
export const setOver = (over: Over, lit: Lit): void => put({ over, lit });

/** What a page may keep of a person beside the screen itself. */
function forgetKept(): void {
  try {
    sessionStorage.clear();
  } catch {
    // A browser that forbids it has kept nothing there.
  }
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
  window.getSelection?.()?.removeAllRanges();
}

/** Erases all that the person who was here typed, and makes the screens anew. */
export function forgetVisitor(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const erase of erasers) erase();
  forgetKept();
  put({ idle: true, visitor: presence.visitor + 1 });
}

/** Calls `erase` when the tablet forgets whoever was here. @param erase the same function from one drawing to the next. */
export function useErasedOnIdle(erase: () => void): void {
  useEffect(() => {
    erasers.add(erase);
    return () => void erasers.delete(erase);
  }, [erase]);
}
