/** Files that are on the disk when a call returns: written beside, synced, renamed, and the folder synced. */
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageError } from '../log-store.ts';

/** A failure of the file system with its kind; any other error stays what it is. */
export function fileError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || error instanceof StorageError) return error;
  return new StorageError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'failed', error);
}

export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Makes a folder's list of names durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a whole file or nothing. `temporary` is on the same disk, and is no one else's.
 * @throws StorageError
 */
export async function writeDurably(
  path: string,
  bytes: Uint8Array,
  temporary: string,
  mode = 0o644,
): Promise<void> {
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileError(error);
  }
}
