/** The files that the build made and a browser reads. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from './hygiene.ts';

/** Scripts, styles and pages under `dist`. An empty build is a fault of its own. */
export function builtFiles(root: string): TextFile[] {
  const dist = join(root, 'dist');
  const paths = globSync('**/*.{js,css,html,webmanifest}', { cwd: dist }).sort();
  if (!paths.some((path) => path.endsWith('.js'))) throw new Error('dist holds no scripts: run vite build');
  return paths.map((path) => ({ path: `dist/${path}`, text: readFileSync(join(dist, path), 'utf8') }));
}
