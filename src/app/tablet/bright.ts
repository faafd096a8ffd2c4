/** What a web page can do so that the tablet is all board: the whole screen, a screen that stays on, no ways out. */
import { useEffect, useState } from 'react';
import { presenceNow } from '../kiosk/presence.ts';

type OldElement = HTMLElement & { webkitRequestFullscreen?: () => void };
type OldDocument = Document & { webkitFullscreenElement?: Element | null; webkitExitFullscreen?: () => void };

/** Installed as an app without the browser's bars, or filling the screen already. */
export const isWhole = (): boolean =>
  Boolean(document.fullscreenElement) ||
  Boolean((document as OldDocument).webkitFullscreenElement) ||
  window.matchMedia('(display-mode: fullscreen)').matches;

/** Asks for the whole screen. To be called at a touch; browsers that have none leave all as it is. */
export function wholeScreen(): void {
  if (isWhole()) return;
  const root = document.documentElement as OldElement;
  if (root.requestFullscreen) root.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  else root.webkitRequestFullscreen?.();
}

export function leaveWholeScreen(): void {
  if (document.fullscreenElement && document.exitFullscreen) document.exitFullscreen().catch(() => undefined);
  else (document as OldDocument).webkitExitFullscreen?.();
}

/** The whole screen at the first touch, and again after the system has taken it away. */
export function useWholeScreen(): void {
  useEffect(() => {
    const ask = (): void => {
      if (!presenceNow().away) wholeScreen();
    };
    window.addEventListener('pointerup', ask, { capture: true });
    return () => window.removeEventListener('pointerup', ask, { capture: true });
  }, []);
}

/** 'kept': the screen stays on. 'none': this browser can't, and the system's own time-out holds. */
export type Lit = 'kept' | 'off' | 'none';

interface Sentinel {
  release(): Promise<void>;
  addEventListener(name: 'release', run: () => void): void;
}
type WithWakeLock = { wakeLock?: { request(type: 'screen'): Promise<Sentinel> } };

/** Keeps the screen on for as long as `on`; asks again when the page is seen again, for the browser lets go by itself. */
export function useLit(on: boolean): Lit {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    const { wakeLock } = navigator as WithWakeLock;
    if (!on || !wakeLock) return;
    let held: Sentinel | null = null;
    let gone = false;
    const ask = async (): Promise<void> => {
      if (gone || held || document.visibilityState !== 'visible') return;
      try {
        const lock = await wakeLock.request('screen');
        if (gone) return void lock.release();
        held = lock;
        lock.addEventListener('release', () => {
          held = null;
        });
        setKept(true);
      } catch {
        // Low battery, or the system forbids it: the next time that the page is seen may be better.
        setKept(false);
      }
    };
    const again = (): void => void ask();
    document.addEventListener('visibilitychange', again);
    void ask();
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', again);
      held?.release().catch(() => undefined);
    };
  }, [on]);
  if (!on) return 'off';
  return kept ? 'kept' : 'none';
}

/** A link that leaves the board: another site, a telephone, a mail, a download, a new window. */
function leads(link: HTMLAnchorElement): boolean {
  if (link.origin !== window.location.origin || link.target === '_blank') return true;
  return link.hasAttribute('download');
}

/** Links outside, menus of a long press and dragging do nothing here. */
export function useNoWayOut(): void {
  useEffect(() => {
    const { classList } = document.documentElement;
    const stop = (event: Event): void => {
      if (!presenceNow().away) event.preventDefault();
    };
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link instanceof HTMLAnchorElement && leads(link)) stop(event);
    };
    classList.add('no-way-out');
    document.addEventListener('click', onClick, { capture: true });
    document.addEventListener('auxclick', stop, { capture: true });
    document.addEventListener('contextmenu', stop);
    document.addEventListener('dragstart', stop);
    return () => {
      classList.remove('no-way-out');
      document.removeEventListener('click', onClick, { capture: true });
      document.removeEventListener('auxclick', stop, { capture: true });
      document.removeEventListener('contextmenu', stop);
      document.removeEventListener('dragstart', stop);
    };
  }, []);
}

/** The tablet installs with its own manifest: the whole screen, no bars. */
export function useTabletManifest(): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    if (link) link.href = '/tablet.webmanifest';
  }, []);
}
