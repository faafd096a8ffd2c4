/** How the script of the years' pages is built: everything in one, for the oldest browsers, beside the app. */
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** In the folder of the built app. */
export const YEAR_SCRIPT = 'archive/year.js';

/** @param target the oldest browsers. */
export const yearBuild = (target: string[]): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target,
    emptyOutDir: false,
    lib: {
      entry: fileURLToPath(new URL('browser.ts', import.meta.url)),
      formats: ['iife'],
      name: 'year',
      fileName: () => YEAR_SCRIPT,
    },
  },
});
