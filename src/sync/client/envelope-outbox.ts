/** Envelopes on their way: where they go, and when they may leave this device. Apart from sealing, which loads later. */
import { INSPECTOR_DESK } from '../../domain/desk/events.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { fromHex, utf8 } from '../../log/hex.ts';
import { leafLine } from '../../log/leaf.ts';
import { leafHash, verifyInclusion } from '../../log/merkle.ts';
import { boxStream, deskStream, type TownshipId } from '../../log/stream.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { EventResult } from '../protocol.ts';
import type { Ports } from './ports.ts';

export const ENVELOPE = 'envelope.sealed';

export const streamOfDesk = (township: TownshipId, desk: string): string =>
  desk === INSPECTOR_DESK ? boxStream(township) : deskStream(township, desk);

/** Whether the proof shows that an envelope stands in the township's log. */
async function isProved(row: OutboxRow, result: EventResult, logKey: string): Promise<boolean> {
  if (result.status !== 'accepted' || !result.receipt) return false;
  const { acceptedAt, checkpoint, proof } = result.receipt;
  const head = await openCheckpoint(checkpoint, row.stream, logKey);
  if (!head) return false;
  return verifyInclusion({
    index: result.number,
    size: head.size,
    leafHash: leafHash(utf8(leafLine(acceptedAt, row.sig, row.header))),
    proof: proof.map(fromHex),
    root: fromHex(head.root),
  });
}

/** Takes envelopes off this device that have been proved to stand in the log: no trace of them stays. */
export async function settleEnvelopes(
  { db }: Ports,
  sent: OutboxRow[],
  results: EventResult[],
): Promise<void> {
  const pinned = await pinnedTownship(db);
  for (const row of sent.filter(({ type }) => type === ENVELOPE)) {
    const result = results.find(({ id }) => id === row.id);
    if (pinned && result && (await isProved(row, result, pinned.logKey)))
      await db.outbox.where('id').equals(row.id).delete();
  }
}
