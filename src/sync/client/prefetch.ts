/** What a tablet fetches before anybody asks: photos of the newest notices, then their attachments (domain/attachment/budget.ts). */
import { Dexie } from 'dexie';
import { FETCH_BUDGET, type Wanted, withinBudget } from '../../domain/attachment/budget.ts';
import type { LightNotice } from '../../domain/board/board.ts';
import { parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import type { Core } from './core.ts';
import type { Files } from './files.ts';
import type { Photos } from './photos.ts';
import { identityOf } from './status.ts';

/** Events that say what a notice's text, photos and attachments are. */
const TEXTS = new Set(['notice.published', 'notice.corrected']);

const isPhoto = ({ type }: { type: string }): boolean => type.startsWith('image/');

/** Files of what a notice says now, its latest text: later events are about it. A withdrawn one is not shown. */
async function filesOf(
  { ports }: Core,
  stream: string,
  notice: LightNotice,
): Promise<(Wanted & { type: string })[]> {
  if ((!notice.photo && !notice.attachments) || notice.withdrawn) return [];
  for (const number of [...notice.history].reverse()) {
    const { leaves } = await ports.log.readRun(stream, number, number + 1);
    const leaf = parseLeaf(leaves[0] ?? '');
    const parsed = leaf && parseHeader(leaf.header);
    if (parsed?.ok && TEXTS.has(parsed.header.type)) return parsed.header.files;
  }
  return [];
}

/** Files of the newest notices first, until there are more than both budgets hold. */
async function newestFiles(core: Core, stream: string): Promise<(Wanted & { type: string })[]> {
  const { db } = core.ports;
  const files: (Wanted & { type: string })[] = [];
  let bytes = 0;
  const pages = db.pages
    .where('[stream+page]')
    .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
    .reverse();
  for (const key of await pages.primaryKeys()) {
    const notices = (await db.pages.get(key))?.notices ?? [];
    for (const notice of [...notices].reverse()) {
      const own = await filesOf(core, stream, notice);
      files.push(...own);
      bytes += own.reduce((sum, file) => sum + file.bytes, 0);
      if (bytes > 2 * (FETCH_BUDGET.photos + FETCH_BUDGET.attachments)) return files;
    }
  }
  return files;
}

async function fetchAll(core: Core, photos: Photos, files: Files, stream: string): Promise<void> {
  const all = await newestFiles(core, stream);
  const { blobs } = core.ports;
  const isMissing = async ({ hash }: Wanted): Promise<boolean> => !(await blobs.has(hash));
  // Without a network there is no use in asking for the others; one that is still on its way stops none.
  for (const photo of withinBudget(all.filter(isPhoto), FETCH_BUDGET.photos, false)) {
    if ((await isMissing(photo)) && (await photos.fetchOnce(photo.hash)) === 'no-network') return;
  }
  const others = all.filter((file) => !isPhoto(file));
  for (const file of withinBudget(others, FETCH_BUDGET.attachments, true)) {
    if (!(await isMissing(file))) continue;
    const got = await files.get(file.hash, file.bytes);
    if (!got.ok && got.code === 'no-network') return;
  }
}

/** On a tablet: fetches what its notices show and carry, as far as the budget reaches. */
export async function prefetch(core: Core, photos: Photos, files: Files): Promise<void> {
  const identity = await identityOf(core.ports.db);
  if (identity?.kind !== 'tablet') return;
  await fetchAll(core, photos, files, publicStream(identity.township as TownshipId, identity.unit));
}
