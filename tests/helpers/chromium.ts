/** Finds a Chromium on this machine, and installs Debian's where it may. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './child.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];
const INSTALL_LIMIT_MS = 8 * 60_000;

export const INSTALL_BY_HAND =
  'No browser found. Run: apt-get update && apt-get install -y chromium fonts-noto-cjk ' +
  '(as root, on Debian), or set CHROMIUM to the path of a Chromium or Chrome.';

const inPath = (name: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));

/** Path of a browser: `CHROMIUM`, else one by its usual names. Null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  return NAMES.flatMap(inPath).find((path) => existsSync(path)) ?? null;
}

/** Whether this process may install Debian packages. */
const mayInstall = (): boolean =>
  process.getuid?.() === 0 && inPath('apt-get').some((path) => existsSync(path));

/** A browser's path, installing one when there is none. The fault says what a person must run. */
export async function ensureChromium(): Promise<{ path: string } | { fault: string }> {
  const found = findChromium();
  if (found) return { path: found };
  if (process.env['CHROMIUM'] || !mayInstall()) return { fault: INSTALL_BY_HAND };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...PACKAGES]]) {
    console.log(`no browser here: apt-get ${args.join(' ')}`);
    const result = await runChild('apt-get', args, {
      limit: INSTALL_LIMIT_MS,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (result.code !== 0) return { fault: `${result.output}\n${INSTALL_BY_HAND}` };
  }
  const installed = findChromium();
  return installed ? { path: installed } : { fault: INSTALL_BY_HAND };
}
