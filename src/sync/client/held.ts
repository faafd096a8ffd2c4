/** What this device holds of a stream, read from its own storage: one event, and the records folded from all. */
import { type EventHeader, parseBody, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import type { Row } from '../../store/log-store.ts';
import { Dexie } from 'dexie';
import type { Ports } from './ports.ts';

/** An event by its place. Null: it is not here, is not what its header names, or was erased. Its signature is not checked. */
export async function eventAt(
  { log }: Pick<Ports, 'log'>,
  stream: string,
  number: number,
): Promise<{ header: EventHeader; content: Record<string, unknown> } | null> {
  const { leaves, bodies } = await log.readRun(stream, number, number + 1);
  const leaf = parseLeaf(leaves[0] ?? '');
  const parsed = leaf && parseHeader(leaf.header);
  if (!parsed?.ok || !bodies[0]) return null;
  const body = parseBody(bodies[0], parsed.header);
  return body.ok ? { header: parsed.header, content: body.content } : null;
}

/** All rows folded from a stream. */
export const rowsOf = (db: DeviceDb, stream: string): PromiseLike<Row[]> =>
  db.rows.where('[stream+key]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).toArray();
