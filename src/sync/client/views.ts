/** Whether the views of this device were made by this version of the folds; made again when they were not. */
import { getMeta, putMeta } from '../../store/device/meta.ts';
import { FOLD_VERSION } from './fold.ts';
import type { Ports } from './ports.ts';

const VERSION = 'fold-version';

/** Folds everything held again, unless it was folded by this version. */
export async function updateViews(ports: Ports): Promise<void> {
  const version = await getMeta<number>(ports.db, VERSION);
  if (version === FOLD_VERSION) return;
  // A new device holds nothing yet.
  if (version !== undefined) await (await import('./rebuild.ts')).rebuildViews(ports);
  await putMeta(ports.db, VERSION, FOLD_VERSION);
}
