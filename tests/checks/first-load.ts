/** What a browser must load before it can show a board: the scripts that index.html names, compressed as they are served. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/**
 * Bytes. Libraries are two thirds of it. It may be made smaller, never larger: what grows it belongs into a part that loads
 * later (`later` in app.tsx, sync/client/later-commands.ts).
 */
export const FIRST_LOAD_BUDGET = 191_000;
/** Each file is a request, and on a slow line a wait. */
export const FIRST_LOAD_FILES = 4;

const SCRIPT =
  /<script[^>]+src="(\/assets\/[^"]+\.js)"|<link rel="modulepreload"[^>]+href="(\/assets\/[^"]+\.js)"/g;
const STATIC_IMPORT = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+from\s*)?"\.\/([^"]+\.js)"/g;

/** Scripts that must be there before the first line of the app runs, by the page and by what they import. */
export function firstScripts(page: string, read: (name: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  const waiting = [...page.matchAll(SCRIPT)].map((match) => (match[1] ?? match[2])!.slice('/assets/'.length));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const text = read(name);
    found.set(name, text);
    waiting.push(...[...text.matchAll(STATIC_IMPORT)].map((match) => match[1]!));
  }
  return found;
}

/** As the build compresses them (vite.config.ts). */
const compressed = (text: string): number => brotliCompressSync(text).length;

/** What is too much of it. */
export function heavyFirstLoad(root: string): string[] {
  const dist = join(root, 'dist');
  const page = join(dist, 'index.html');
  if (!existsSync(page)) throw new Error('dist holds no page: run vite build');
  const scripts = firstScripts(readFileSync(page, 'utf8'), (name) =>
    readFileSync(join(dist, 'assets', name), 'utf8'),
  );
  const sizes = [...scripts].map(([name, text]) => ({ name, bytes: compressed(text) }));
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0);
  const list = sizes.map((one) => `${one.name} ${one.bytes}`).join(', ');
  return [
    ...(bytes > FIRST_LOAD_BUDGET ? [`${bytes} bytes of ${FIRST_LOAD_BUDGET}: ${list}`] : []),
    ...(sizes.length > FIRST_LOAD_FILES ? [`${sizes.length} files of ${FIRST_LOAD_FILES}: ${list}`] : []),
  ];
}
