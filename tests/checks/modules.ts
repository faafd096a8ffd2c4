/** Reads what each module of a folder imports. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  /** A path from the root of the project, or a package's name as written. */
  to: string;
  /** Nothing of it remains at run time. */
  typeOnly: boolean;
  /** `import()`: not followed when the module is evaluated. */
  dynamic: boolean;
}

export interface Module {
  /** Path from the root of the project, with `/`. */
  path: string;
  imports: Import[];
}

const slashes = (path: string): string => path.split(sep).join('/');

/** The imports in a source text, its relative ones resolved against `path`. */
export function importsOf(path: string, source: string): Import[] {
  const { module } = parseSync(path, source);
  const found: Import[] = [];
  const add = (to: string, typeOnly: boolean, dynamic = false): void => {
    const resolved = to.startsWith('.') ? slashes(normalize(join(dirname(path), to))) : to;
    found.push({ to: resolved.replace(/\?.*$/, ''), typeOnly, dynamic });
  };
  for (const one of module.staticImports) {
    add(one.moduleRequest.value, one.entries.length > 0 && one.entries.every((entry) => entry.isType));
  }
  for (const entry of module.staticExports.flatMap((one) => one.entries)) {
    if (entry.moduleRequest) add(entry.moduleRequest.value, entry.isType);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = source.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"`][^$]*['"`]$/.test(written)) add(written.slice(1, -1), false, true);
  }
  return found;
}

/** All modules under `folder` of the project at `root`. */
export function readModules(root: string, folder = 'src'): Module[] {
  return globSync('**/*.{ts,tsx}', { cwd: join(root, folder) })
    .map((file) => slashes(relative(root, join(root, folder, file))))
    .sort()
    .map((path) => ({ path, imports: importsOf(path, readFileSync(join(root, path), 'utf8')) }));
}
