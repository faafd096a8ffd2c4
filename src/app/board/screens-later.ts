/** What a reader opens from a board: not needed to show it, and at hand as soon as the first contact has ended. */
import { lazy, useEffect } from 'react';
import { useContact } from '../ui/device-context.tsx';

export const loadScreens = () => import('./screens.ts');

export const CategoryScreen = lazy(async () => ({ default: (await loadScreens()).CategoryScreen }));
export const NoticeScreen = lazy(async () => ({ default: (await loadScreens()).NoticeScreen }));
export const UnitsScreen = lazy(async () => ({ default: (await loadScreens()).UnitsScreen }));

/** Has them here before the network goes, but not before the board: on a bad line they would take its place. */
export function useScreensAtHand(): void {
  const state = useContact()?.state;
  const isOver = state !== undefined && state !== 'checking';
  useEffect(() => {
    if (isOver) loadScreens().catch(() => undefined);
  }, [isOver]);
}
