/** Makers of outcomes, and the map from storage faults to the codes that screens have words for. */
import { storageErrorOf } from '../../store/device/storage-faults.ts';

export const done = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const failed = <Code extends string>(code: Code): { ok: false; code: Code } => ({ ok: false, code });

/** The code of a storage fault. Anything but a full storage is 'failed' to people; the cause stays in the error. */
export const storageCode = (error: unknown): 'storage-full' | 'storage-failed' =>
  storageErrorOf(error).fault === 'full' ? 'storage-full' : 'storage-failed';

/** Runs work whose only exceptions are those of storage. */
export async function saved<Value extends { ok: boolean }>(
  work: () => Promise<Value>,
): Promise<Value | { ok: false; code: 'storage-full' | 'storage-failed' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    return failed(storageCode(error));
  }
}
