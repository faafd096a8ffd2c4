/**
 * Keeps the app itself on the device, and says when a newer one is ready. Where a browser has no service worker
 * (in-app browsers, private windows), the app is a plain website.
 */
import { useSyncExternalStore } from 'react';
import type { Workbox } from 'workbox-window';

/** ms between two looks for a newer version while the page stays open: a tablet stays open for months. */
const LOOK_EVERY_MS = 60 * 60_000;

/** Whether the app itself is on this device. 'never': this browser keeps none, so it opens with a network only. */
export type Kept = 'keeping' | 'kept' | 'never';

let accept: (() => void) | null = null;
let kept: Kept = 'keeping';
const listeners = new Set<() => void>();

function setKept(now: Kept): void {
  kept = now;
  for (const listener of listeners) listener();
}

function ready(workbox: Workbox): void {
  accept = () => {
    workbox.addEventListener('controlling', () => window.location.reload());
    workbox.messageSkipWaiting();
  };
  for (const listener of listeners) listener();
}

async function register(): Promise<void> {
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () => ready(workbox));
  const look = (): void => void workbox.update().catch(() => undefined);
  setInterval(look, LOOK_EVERY_MS);
  await workbox.register();
}

/** Registers the service worker where there can be one. */
export function startUpdates(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return setKept('never');
  void navigator.serviceWorker.ready.then(() => setKept('kept'));
  // Refused by some browsers in private windows: the app goes on as a website.
  register().catch(() => setKept('never'));
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What changes to the newer version; null while there is none. */
export const useUpdate = (): (() => void) | null => useSyncExternalStore(subscribe, () => accept);

/** Whether the app opens without a network from now on. */
export const useKept = (): Kept => useSyncExternalStore(subscribe, () => kept);
