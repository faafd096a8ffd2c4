/**
 * Before all: one seed for every property, so that a run is the same each time.
 * After the last test of a file with screens: take them down, and let what they had begun come to its end while there is
 * still a document. React works on in later turns of the event loop, and fails there once the document is gone.
 */
import * as fc from 'fast-check';
import { afterAll, vi } from 'vitest';

fc.configureGlobal({ seed: 20261124 });

/** Turns that React's scheduler needs: the work itself, and effects that begin more. */
const TURNS = 4;

if (typeof document !== 'undefined') {
  const { cleanup } = await import('@testing-library/react');
  afterAll(async () => {
    cleanup();
    await vi.dynamicImportSettled();
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
  });
}
