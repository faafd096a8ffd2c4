/** How the app is built, and how unit tests run. The server needs no build. */
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { yearBuild } from './src/server/archive/year/build.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The oldest browsers that must work: WebViews of 2020 and iPhones of the same year. */
const OLDEST = ['chrome87', 'safari14'];

/** Puts compressed copies beside the assets, as small as can be: done once here, and not at each server's start. */
const compressedCopies = (): Plugin => ({
  name: 'compressed-copies',
  apply: 'build',
  async writeBundle({ dir }) {
    const assets = join(dir!, 'assets');
    const names = await readdir(assets).catch((): string[] => []);
    const compress = async (name: string): Promise<void> => {
      const bytes = await readFile(join(assets, name));
      await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(bytes));
      await writeFile(join(assets, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
    };
    await Promise.all(names.filter((name) => /\.(?:js|css)$/.test(name)).map(compress));
  },
});

/** Builds the script of the archive's pages beside the app: it goes into files that are opened without a server. */
const archiveScript = (): Plugin => ({
  name: 'archive-script',
  apply: 'build',
  async writeBundle({ dir }) {
    const own = yearBuild(OLDEST);
    await build({ ...own, build: { ...own.build, outDir: dir } });
  },
});

export default defineConfig(({ mode }) => ({
  root: mode === 'test' ? '.' : 'src',
  publicDir: '../public',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [
    react(),
    compressedCopies(),
    archiveScript(),
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every visit needs, in two files instead of thirty: fewer trips on a slow line, and better compressed. The
          // libraries stay the same from one version of the app to the next.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'first', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
    sourcemap: false,
  },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: 20_000,
  },
}));
