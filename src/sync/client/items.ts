/** What a person can do with one item of the outbox: try it again, hand it over as a file, delete it. */
import { toBase64 } from '../../log/base64.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { unpinFiles } from '../../store/device/outbox.ts';
import type { Core } from './core.ts';
import { signedEvent } from './sending.ts';

/** Lets refused items go once more: this one, or none. The problem that was noted goes with the next try. */
export async function unrefuse({ ports: { db } }: Core, id: string): Promise<void> {
  await db.outbox
    .where('id')
    .equals(id)
    .and((row) => row.phase === 'refused')
    .modify({ phase: 'waiting', problem: null });
}

async function fileOf({ ports }: Core, { hash, bytes }: OutboxRow['files'][number]) {
  const held = await ports.blobs.row(hash);
  const data = held ? toBase64(new Uint8Array(await held.bytes.arrayBuffer())) : null;
  return { hash, bytes, type: held?.type ?? null, data };
}

/**
 * The item as a JSON file that needs nothing else: the signed event, and its files in base64.
 * ```
 * { format: 'gongkailan-item', v: 1, event: {header, sig, body}, files: [{hash, bytes, type, data}] }
 * ```
 */
export async function exportItem(core: Core, id: string): Promise<Blob | null> {
  const row = await core.ports.db.outbox.where('id').equals(id).first();
  if (!row) return null;
  const files = await Promise.all(row.files.map((file) => fileOf(core, file)));
  const item = { format: 'gongkailan-item', v: 1, event: signedEvent(row), files };
  return new Blob([JSON.stringify(item)], { type: 'application/json' });
}

/** Deletes the item from this device. What the township has taken in stays on the board. */
export async function deleteItem({ ports: { db } }: Core, id: string): Promise<void> {
  await db.transaction('rw', [db.outbox, db.drafts, db.blobs], async () => {
    await db.outbox.where('id').equals(id).delete();
    await unpinFiles(db);
  });
}
