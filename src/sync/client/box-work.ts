/** The report box beyond its envelopes: whether its public figures are true, and photos made fit for sealing. */
import { boxCounts } from '../../domain/box/counts.ts';
import { INSPECTOR_DESK } from '../../domain/desk/events.ts';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { toBase64 } from '../../log/base64.ts';
import { boxStream, type TownshipId } from '../../log/stream.ts';
import { getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import { BOX_FIGURES, type BoxFigures, REPORTS_READ } from './box-figures.ts';
import type { Core } from './core.ts';
import { deskInbox } from './desk-work.ts';
import type { Outcome } from './device.ts';
import { done, failed } from './outcome.ts';
import { shrinkPhoto } from './photo.ts';

/** 'none': no figures here yet, or nothing to compare them with. */
export type BoxCheck = 'same' | 'different' | 'none';

/** Counts again what the figures say, from the box on this device. */
export async function checkBox(core: Core): Promise<BoxCheck> {
  const { db, log } = core.ports;
  const pinned = await pinnedTownship(db);
  const figures = await getMeta<BoxFigures>(db, BOX_FIGURES);
  const held = pinned && (await log.head(boxStream(pinned.id as TownshipId)))?.size;
  if (!figures || held === null || held === undefined || held < figures.size) return 'none';
  const own = boxCounts(await deskInbox(core, INSPECTOR_DESK), figures.until);
  const { received, answered, overdue } = figures;
  const same = own.received === received && own.answered === answered && own.overdue === overdue;
  return same ? 'same' : 'different';
}

/** Bytes whose base64 has at most so many characters. */
const MOST_BYTES = Math.floor(MATTER_LIMITS.photo / 4) * 3;

/** A photo drawn anew, small enough for an envelope, in base64. Nothing of it is stored. */
export async function photoToSeal(
  { ports: { codec } }: Core,
  file: Blob,
): Promise<Outcome<string, 'unreadable' | 'too-large'>> {
  const shrunk = await shrinkPhoto(file, codec, MOST_BYTES);
  if (!shrunk.ok) return failed(shrunk.code);
  const { bytes } = shrunk.value;
  return bytes.length > MOST_BYTES ? failed('too-large') : done(toBase64(bytes));
}

/** Notes that these envelopes were opened on this device: ids, and nothing of what is in them. */
export async function markReportsRead({ ports: { db } }: Core, ids: string[]): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    const before = (await getMeta<string[]>(db, REPORTS_READ)) ?? [];
    const added = ids.filter((id) => !before.includes(id));
    if (added.length > 0) await putMeta(db, REPORTS_READ, [...before, ...added]);
  });
}
