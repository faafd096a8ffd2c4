/**
 * Failures of IndexedDB as `StorageError`. A full disk shows itself in several ways: as the error of a request, as the
 * reason of the transaction's abort (dexie #840), or wrapped in Dexie's own errors; all are 'full' here.
 */
import { StorageError, type StorageFault } from '../log-store.ts';

interface ErrorLike {
  name?: string;
  inner?: unknown;
  cause?: unknown;
  failures?: unknown;
}

/** How deep errors are wrapped at most. */
const MAX_DEPTH = 5;

function names(error: unknown, depth = MAX_DEPTH): string[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const { name, inner, cause, failures } = error as ErrorLike;
  const inside = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 1) : [])];
  return [name ?? '', ...inside.flatMap((one) => names(one, depth - 1))];
}

function faultOf(error: unknown): StorageFault {
  const all = names(error);
  if (all.includes('QuotaExceededError')) return 'full';
  if (all.includes('DatabaseClosedError') || all.includes('VersionError')) return 'closed';
  return 'failed';
}

/** Any error of storage as a `StorageError`; one that is already stays as it is. */
export const storageErrorOf = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError(faultOf(error), error);

/**
 * Runs work on the database.
 * @throws StorageError instead of what the database threw.
 */
export async function guarded<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw storageErrorOf(error);
  }
}
