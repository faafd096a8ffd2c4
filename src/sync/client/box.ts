/** The report box beyond its envelopes: its public figures, whether they are true, and photos made fit for sealing. */
import { boxCounts, countedUntil } from '../../domain/box/counts.ts';
import { INSPECTOR_DESK } from '../../domain/desk/events.ts';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { instantOf } from '../../domain/time.ts';
import { toBase64 } from '../../log/base64.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { boxStream, type TownshipId } from '../../log/stream.ts';
import { getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import { boxResponse } from '../protocol.ts';
import { BOX_FIGURES, type BoxFigures } from './box-figures.ts';
import type { Core } from './core.ts';
import { deskInbox } from './desk-work.ts';
import type { Outcome } from './device.ts';
import { done, failed } from './outcome.ts';
import { shrinkPhoto } from './photo.ts';

/** 'none': no figures here yet, or nothing to compare them with. */
export type BoxCheck = 'same' | 'different' | 'none';

/** Fetches the figures when those here are of another week. Figures that the log's key did not sign are not kept. */
export async function refreshBox(core: Core): Promise<void> {
  const { db, now } = core.ports;
  const pinned = await pinnedTownship(db);
  const kept = await getMeta<BoxFigures>(db, BOX_FIGURES);
  if (!pinned || kept?.until === countedUntil(instantOf(now()))) return;
  const called = await core.http.json(boxResponse, { method: 'GET', path: '/api/box', fresh: true });
  if (!called.ok) return;
  const { checkpoint, until, received, answered, overdue } = called.value;
  const stream = boxStream(pinned.id as TownshipId);
  const head = checkpoint === null ? null : await openCheckpoint(checkpoint, stream, pinned.logKey);
  const size = head?.size ?? 0;
  // Each report is an event of the box, and so is each answer.
  if (received + answered > size || size < (kept?.size ?? 0)) return;
  const figures: BoxFigures = { until, received, answered, overdue, size };
  await putMeta(db, BOX_FIGURES, figures);
}

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
