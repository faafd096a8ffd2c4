/** Fetches the public figures of the report box. */
import { countedUntil } from '../../domain/box/counts.ts';
import { instantOf } from '../../domain/time.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { boxStream, type TownshipId } from '../../log/stream.ts';
import { getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import { boxResponse } from '../protocol.ts';
import { BOX_FIGURES, type BoxFigures } from './box-figures.ts';
import type { Core } from './core.ts';

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
