/** What a person has chosen on this device: size of text, contrast. Kept by the browser where it lets us. */
import { useSyncExternalStore } from 'react';

export const SIZES = ['normal', 'larger', 'largest'] as const;
export type Size = (typeof SIZES)[number];

/** Reads a word that was kept; null when there is none, or the browser forbids it. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`gongkailan.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a word; where the browser forbids it, it holds until the page is closed. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`gongkailan.${key}`, value);
  } catch {
    // A private window: the choice holds for this page alone.
  }
}

const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const root = (): DOMStringMap => document.documentElement.dataset;

function put(name: 'size' | 'contrast', value: string): void {
  root()[name] = value;
  keep(name, value);
  for (const listener of listeners) listener();
}

const prefersContrast = (): boolean => window.matchMedia('(prefers-contrast: more)').matches;

/** Puts what was chosen before onto the page. Called once, before anything is drawn. */
export function startSettings(): void {
  const size = kept('size');
  root()['size'] = SIZES.find((one) => one === size) ?? 'normal';
  const wished = kept('contrast') ?? (prefersContrast() ? 'high' : 'normal');
  root()['contrast'] = wished === 'high' ? 'high' : 'normal';
  root()['form'] ??= 'phone';
}

export const setSize = (size: Size): void => put('size', size);
export const setContrast = (contrast: 'normal' | 'high'): void => put('contrast', contrast);

export const useSize = (): Size =>
  useSyncExternalStore(subscribe, () => (root()['size'] as Size | undefined) ?? 'normal');
export const useContrast = (): 'normal' | 'high' =>
  useSyncExternalStore(subscribe, () => (root()['contrast'] === 'high' ? 'high' : 'normal'));

/** The next size up; after the largest comes the normal one. */
export const nextSize = (size: Size): Size => SIZES[(SIZES.indexOf(size) + 1) % SIZES.length] ?? 'normal';
