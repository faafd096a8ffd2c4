/**
 * The app as it was built, but for its hashed assets: index.html, the service worker, the manifest, icons. Read once at the
 * start, so a build that is running beside the server never shows half of itself.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isMissing } from '../../store/files/durable.ts';

const zip = promisify(gzip);

export interface AppFile {
  type: string;
  etag: string;
  bytes: Buffer;
  /** Null where compressing gains nothing. */
  zipped: Buffer | null;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The folder of files whose names change with their content. */
export const ASSETS = 'assets';

async function readAppFile(path: string): Promise<AppFile> {
  const bytes = await readFile(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const zipped = type.includes('charset') ? await zip(bytes) : null;
  return { type, bytes, zipped, etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"` };
}

/** The files by their path, `/index.html` among them. Empty when there is no build. */
export async function readAppFiles(distDir: string): Promise<Map<string, AppFile>> {
  const files = new Map<string, AppFile>();
  try {
    const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(distDir.length).replaceAll('\\', '/');
      if (entry.isFile() && !name.startsWith(`/${ASSETS}/`)) files.set(name, await readAppFile(path));
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return files;
}
