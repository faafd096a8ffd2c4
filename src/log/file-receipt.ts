/**
 * A file's receipt: the township's word that it holds the whole file and that its hash is right. A signed note
 * (checkpoint.ts) by the log's key, whose name is the first line:
 *
 * ```
 * gongkailan/<township>/files
 * <SHA-256, hex>
 * <bytes, decimal>
 * ```
 * No stream is called `files`, so this cannot be taken for a checkpoint.
 */
import { openNote, originOf, signNote } from './checkpoint.ts';
import type { FileRef } from './event.ts';
import type { Signer } from './signature.ts';

export type HeldFile = Pick<FileRef, 'hash' | 'bytes'>;

const nameOf = (township: string): string => originOf(`${township}/files`);

/** Signs that the file is held. To be called only when its bytes are stored durably. */
export const signFileReceipt = (
  township: string,
  { hash, bytes }: HeldFile,
  signer: Signer,
): Promise<string> => signNote(`${nameOf(township)}\n${hash}\n${bytes}\n`, signer, nameOf(township));

/** Opens a receipt. Null when it is malformed, of another township, or not signed by its log. Never throws. */
export async function openFileReceipt(
  note: string,
  township: string,
  logKey: string,
): Promise<HeldFile | null> {
  const opened = await openNote(note, nameOf(township), logKey);
  const match = opened && /^(\S+)\n([0-9a-f]{64})\n([1-9]\d{0,14})\n$/.exec(opened.text);
  return match && match[1] === nameOf(township) ? { hash: match[2]!, bytes: Number(match[3]) } : null;
}
