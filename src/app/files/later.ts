/** The reader at hand before the network goes: on devices that live with a village, in a quiet moment after the start. */
import { useEffect } from 'react';
import { useIdentity } from '../ui/device-context.tsx';

/** The board comes first, ms. */
const QUIET_AFTER_MS = 8_000;

/** Loads all that reading a PDF needs; the service worker keeps what passes through it. */
async function fetchReader(): Promise<void> {
  const { loadPdfjs, readerFiles } = await import('./pdf-engine.ts');
  await loadPdfjs();
  // One after another: whoever uses the device meanwhile goes first.
  for (const url of readerFiles()) await fetch(url);
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export function useReaderAtHand(): void {
  const enrolled = Boolean(useIdentity());
  useEffect(() => {
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
    if (!enrolled || !worker || savesData()) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Without a worker that keeps it, fetching ahead is of no use.
    const soon = (): void => {
      clearTimeout(timer);
      if (worker.controller)
        timer = setTimeout(() => void fetchReader().catch(() => undefined), QUIET_AFTER_MS);
    };
    soon();
    worker.addEventListener('controllerchange', soon);
    window.addEventListener('online', soon);
    return () => {
      clearTimeout(timer);
      worker.removeEventListener('controllerchange', soon);
      window.removeEventListener('online', soon);
    };
  }, [enrolled]);
}
