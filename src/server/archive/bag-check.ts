/** Compares a bag with its manifests (RFC 8493): each file's SHA-256, and that none is missing or added. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../../store/files/durable.ts';
import { ArchiveError } from './problems.ts';

export interface BagProblem {
  what: 'changed' | 'missing' | 'added' | 'cut-short' | 'unreadable-line';
  /** Of the file; of the manifest where a line of it is meant. */
  path: string;
}

/** Files below a folder, with `/` between names. */
export async function filesBelow(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.flatMap((one) =>
    one.isDirectory()
      ? []
      : [
          join(one.parentPath, one.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        ],
  );
}

/** The path must stay inside the bag: no `/` in front, and no `..` (below). */
const LINE = /^([0-9a-f]{64}) {2}([^/].*)$/;

async function checkFile(bag: string, digest: string, path: string): Promise<BagProblem[]> {
  const bytes = await readFile(join(bag, path)).catch(() => null);
  if (!bytes) return [{ what: 'missing', path }];
  return createHash('sha256').update(bytes).digest('hex') === digest ? [] : [{ what: 'changed', path }];
}

/** What a manifest names, and what is wrong with it. */
async function checkManifest(bag: string, name: string): Promise<{ paths: string[]; found: BagProblem[] }> {
  const text = await readFile(join(bag, name), 'utf8');
  const paths: string[] = [];
  const found: BagProblem[] = text === '' || text.endsWith('\n') ? [] : [{ what: 'cut-short', path: name }];
  for (const line of text.split('\n').slice(0, -1)) {
    const [, digest = '', path = ''] = LINE.exec(line) ?? [];
    if (path === '' || path.split('/').includes('..') || paths.includes(path))
      found.push({ what: 'unreadable-line', path: name });
    else {
      paths.push(path);
      found.push(...(await checkFile(bag, digest, path)));
    }
  }
  return { paths, found };
}

/** Everything that does not fit; empty: the bag is as it was made. @throws ArchiveError 'no-bag' */
export async function bagProblems(bag: string): Promise<BagProblem[]> {
  try {
    const tags = await checkManifest(bag, 'tagmanifest-sha256.txt');
    const payload = await checkManifest(bag, 'manifest-sha256.txt');
    const named = new Set([...tags.paths, ...payload.paths, 'tagmanifest-sha256.txt']);
    if (!tags.paths.includes('manifest-sha256.txt'))
      tags.found.push({ what: 'missing', path: 'manifest-sha256.txt' });
    const added = (await filesBelow(bag)).filter((path) => !named.has(path)).toSorted();
    return [...tags.found, ...payload.found, ...added.map((path): BagProblem => ({ what: 'added', path }))];
  } catch (error) {
    if (isMissing(error)) throw new ArchiveError('no-bag', bag);
    throw error;
  }
}

/** SHA-256 that stands for every byte of a bag that fits its manifests, hex; null: it has none. */
export async function fingerprintOf(bag: string): Promise<string | null> {
  const manifest = await readFile(join(bag, 'tagmanifest-sha256.txt')).catch(() => null);
  return manifest && createHash('sha256').update(manifest).digest('hex');
}

/** The bags in a folder: `public` and `sealed`, or the folder itself. */
export async function bagsIn(folder: string): Promise<string[]> {
  const inside = (await readdir(folder).catch(() => [])).filter(
    (name) => name === 'public' || name === 'sealed',
  );
  return inside.length > 0 ? inside.toSorted().map((name) => join(folder, name)) : [folder];
}
