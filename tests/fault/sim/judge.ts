/** Promises that are judged by what was read already: nothing here asks a world. */
import type { Registry } from '../../../src/domain/registry/registry.ts';
import { parseHeader } from '../../../src/log/event.ts';
import { parseLeaf } from '../../../src/log/leaf.ts';
import type { OutboxRow } from '../../../src/store/device/db.ts';
import type { Entry } from '../../../src/store/log-store.ts';

/** The whole log of the server, by stream. */
export type Log = Map<string, Entry[]>;

/** No event stands twice. */
export function logIsWhole(log: Log): string[] {
  const ids = [...log.values()].flat().map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return twice.map((id) => `event ${id} stands twice in the log`);
}

/** What somebody made stands in each stream in the order in which he made it: a correction never before its notice. */
export function outOfOrder(
  name: string,
  rows: Pick<OutboxRow, 'carried' | 'stream' | 'receipt' | 'type' | 'id'>[],
): string[] {
  const last = new Map<string, number>();
  const problems: string[] = [];
  for (const { carried, stream, receipt, type, id } of rows) {
    if (carried || !receipt) continue;
    if (receipt.number < (last.get(stream) ?? 0))
      problems.push(`${type} ${id.slice(0, 12)} of ${name} stands before what was made before it`);
    last.set(stream, receipt.number);
  }
  return problems;
}

/** The township refuses nothing but what somebody wrote for a unit that he was moved away from. */
export const isRefusedRightly = (
  { phase, problem }: Pick<OutboxRow, 'phase' | 'problem'>,
  isMoved: boolean,
): boolean => phase === 'refused' && problem?.code === 'not-allowed' && isMoved;

/**
 * The revoked are heard no more: nothing of theirs stands after the event that revoked them. Seen by the times of the log,
 * which only tell when the server's clock was never set.
 */
export function revokedIsSilent(log: Log, registry: Registry): string[] {
  const revoked = Object.values(registry.devices).filter((device) => device.revoked);
  const problems: string[] = [];
  for (const [stream, entries] of log)
    for (const [number, { leaf }] of entries.entries()) {
      const { acceptedAt, header } = parseLeaf(leaf)!;
      const parsed = parseHeader(header);
      const device = revoked.find(({ key }) => parsed.ok && parsed.header.author === key);
      if (device && acceptedAt > device.revoked!.at)
        problems.push(`${stream.slice(33)} took in No. ${number} of a device that had been revoked`);
    }
  return problems;
}
