/**
 * Hashed assets of the last builds, kept in the data folder: a page that was loaded before an update still finds the parts
 * that it has not asked for yet. `builds.json` lists each build's files, the newest first.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import * as z from 'zod/mini';
import { isMissing, writeDurably } from '../../store/files/durable.ts';
import { ASSETS } from './app-files.ts';

const BUILDS_KEPT = 3;
const LIST = 'builds.json';
const COMPRESSED = /\.(?:br|gz)$/;
const TEXT = /\.(?:js|css|svg|json|txt|html|map)$/;
/** For what the build did not compress itself: nearly as small as the best, in a tenth of the time. */
const BROTLI_QUALITY = 9;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const build = z.object({ id: z.string(), files: z.array(z.string()) });
const buildList = z.array(build);
type Build = z.infer<typeof build>;

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

/** A list that cannot be read costs old builds, not the start. */
async function readBuilds(folder: string): Promise<Build[]> {
  try {
    return buildList.parse(JSON.parse(await readFile(join(folder, LIST), 'utf8')));
  } catch {
    return [];
  }
}

export interface KeptAssets {
  /** Folders to serve assets from, in this order. */
  folders: string[];
  /** Resolves when smaller copies lie beside them; they are served without, until then. */
  compressed: Promise<void>;
}

/**
 * Copies the current build's assets in, drops those that none of the last three builds has.
 * @param notKept is told what could not be written (the disk is full): the build's own folder is served then.
 */
export async function keepAssets(
  distDir: string,
  folder: string,
  notKept: (error: unknown) => void,
): Promise<KeptAssets> {
  const own = join(distDir, ASSETS);
  const files = (await namesIn(own)).filter((name) => !COMPRESSED.test(name)).toSorted();
  try {
    await mkdir(folder, { recursive: true });
    if (files.length > 0) await keepBuild(own, folder, files);
    return { folders: [folder], compressed: compressAll(folder, files).catch(notKept) };
  } catch (error) {
    notKept(error);
    const folders = [folder, own].filter((one) => statSync(one, { throwIfNoEntry: false })?.isDirectory());
    return { folders, compressed: Promise.resolve() };
  }
}

async function keepBuild(own: string, folder: string, files: string[]): Promise<void> {
  const builds = await readBuilds(folder);
  const present = new Set(await namesIn(folder));
  const copies = new Set((await namesIn(own)).filter((name) => COMPRESSED.test(name)));
  for (const name of files.filter((name) => !present.has(name))) {
    await writeWhole(join(folder, name), await readFile(join(own, name)));
    // The build's own compressed copies are smaller than what a server has the time for.
    for (const copy of [`${name}.br`, `${name}.gz`])
      if (copies.has(copy)) await writeWhole(join(folder, copy), await readFile(join(own, copy)));
  }
  const id = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16);
  const kept = [{ id, files }, ...builds.filter((one) => one.id !== id)].slice(0, BUILDS_KEPT);
  await writeWhole(join(folder, LIST), Buffer.from(JSON.stringify(kept)));
  await dropUnlisted(folder, kept);
}

async function dropUnlisted(folder: string, builds: Build[]): Promise<void> {
  const listed = new Set([LIST, ...builds.flatMap(({ files }) => files)]);
  for (const name of await namesIn(folder)) {
    if (!listed.has(name.replace(COMPRESSED, ''))) await rm(join(folder, name), { force: true });
  }
}

async function compressAll(folder: string, files: string[]): Promise<void> {
  const present = new Set(await namesIn(folder));
  for (const name of files.filter((name) => TEXT.test(name))) {
    if (present.has(`${name}.br`) && present.has(`${name}.gz`)) continue;
    const bytes = await readFile(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    await writeWhole(join(folder, `${name}.br`), await brotli(bytes, { params }));
    await writeWhole(join(folder, `${name}.gz`), await zip(bytes));
  }
}

/** Written beside and renamed: a half file must never be served. */
const writeWhole = (path: string, bytes: Buffer): Promise<void> => writeDurably(path, bytes, `${path}.new`);
