/** How the app is built, and how unit tests run. The server needs no build. */
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The oldest browsers that must work: WebViews of 2020 and iPhones of the same year. */
const OLDEST = ['chrome87', 'safari14'];

export default defineConfig(({ mode }) => ({
  root: mode === 'test' ? '.' : 'src',
  publicDir: '../public',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'sw',
      filename: 'sw.ts',
      // The page registers it by workbox-window, and public/ has the manifest.
      injectRegister: null,
      manifest: false,
      injectManifest: {
        globPatterns: ['index.html', 'assets/*.{js,css}', '*.{svg,png,webmanifest}'],
        // The reader of PDFs is large: kept where it is needed (sw/later-assets.ts), not by everybody who looks in.
        globIgnores: ['assets/pdf.*'],
        target: OLDEST[0]!,
      },
    }),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: OLDEST,
    cssTarget: OLDEST,
    // A page that names what it preloads would change with each chunk; the files are in the precache anyway.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: 20_000,
  },
}));
