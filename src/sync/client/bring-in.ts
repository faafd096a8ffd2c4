/**
 * Old records that the office brings in: each is signed as what it is, with its files, and waits in the outbox like every
 * notice. Each is kept by itself, so that whatever stops the work leaves what is done done.
 */
import { attachmentType, MIME } from '../../domain/attachment/file-type.ts';
import { attachmentName, stemOf } from '../../domain/attachment/name.ts';
import { type BroughtIn, type NoticeContent, ORDINARY } from '../../domain/notice/events.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import { publicStream } from '../../log/stream.ts';
import type { BlobRow } from '../../store/device/db.ts';
import { followUnit } from '../../store/device/meta.ts';
import { MAX_ATTACHMENT_BYTES } from './attachments.ts';
import type { Core } from './core.ts';
import type { Outcome, SaveFault } from './device.ts';
import { done, failed, saved } from './outcome.ts';
import { shrinkPhoto } from './photo.ts';
import { signed } from './publishing.ts';

export interface OldNotice {
  unit: string;
  content: NoticeContent;
  broughtIn: BroughtIn;
  /** Scans and documents: pictures become photos, the rest attachments. */
  files: { name: string; bytes: Blob }[];
}

/** 'file-refused': one of the files is none that residents can open, or is too large. */
export type BringInFault = SaveFault | 'file-refused';

export interface BringInCommands {
  /** Signs one old record and keeps it with its files in one transaction. Only a device of the office may. */
  bringIn(old: OldNotice): Promise<Outcome<{ id: string }, BringInFault>>;
}

interface Kept {
  row: BlobRow;
  photo: NoticeContent['photos'][number] | null;
  attachment: NoticeContent['attachments'][number] | null;
}

async function keptFile(
  { ports }: Core,
  { name, bytes: blob }: OldNotice['files'][number],
): Promise<Kept | null> {
  const usedAt = new Date(ports.now()).toISOString();
  const row = async (bytes: Uint8Array, type: string): Promise<BlobRow> => {
    const [digest] = await sha256All([bytes]);
    const hash = toHex(digest!);
    return { hash, bytes: new Blob([bytes as BlobPart], { type }), type, pinned: 1, usedAt };
  };
  if (blob.size > MAX_ATTACHMENT_BYTES) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const told = attachmentType(bytes, name);
  if (told.ok) {
    const made = await row(bytes, MIME[told.type].header);
    const own = attachmentName(stemOf(name), told.type);
    return { row: made, photo: null, attachment: { hash: made.hash, name: own, bytes: bytes.length } };
  }
  const shrunk = told.code === 'photo' ? await shrinkPhoto(blob, ports.codec) : null;
  if (!shrunk?.ok) return null;
  const { bytes: small, width, height } = shrunk.value;
  const made = await row(small, 'image/jpeg');
  return { row: made, photo: { hash: made.hash, width, height, caption: '' }, attachment: null };
}

async function bringIn(
  core: Core,
  { unit, content, broughtIn, files }: OldNotice,
): Promise<Outcome<{ id: string }, BringInFault>> {
  const kept: Kept[] = [];
  for (const file of files) {
    const one = await keptFile(core, file);
    if (!one) return failed('file-refused');
    kept.push(one);
  }
  const rows = kept.map(({ row }) => row);
  const refs = rows.map(({ hash, bytes, type }) => ({ hash, bytes: bytes.size, type }));
  const whole = {
    ...content,
    photos: kept.flatMap(({ photo }) => photo ?? []),
    attachments: kept.flatMap(({ attachment }) => attachment ?? []),
    ...ORDINARY,
    broughtIn,
  };
  const event = await signed(core, {
    stream: (township) => publicStream(township, unit),
    type: 'notice.published',
    content: whole,
    files: refs,
    toSend: refs,
    title: content.title,
    notice: null,
  });
  if (!event.ok) return event;
  const { db, blobs } = core.ports;
  await blobs.withRoom(() =>
    db.transaction('rw', [db.outbox, db.blobs, db.meta], async () => {
      await db.blobs.bulkPut(rows);
      await db.outbox.add(event.value);
      await followUnit(db, unit);
    }),
  );
  core.wake();
  return done({ id: event.value.id });
}

export const bringInCommands = (core: Core): BringInCommands => ({
  bringIn: (old) => saved(async (): Promise<Outcome<{ id: string }, BringInFault>> => bringIn(core, old)),
});
