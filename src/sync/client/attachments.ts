/** Files for a notice that is being written: looked at, named, and kept with the draft before anything is said. */
import { attachmentType, MIME } from '../../domain/attachment/file-type.ts';
import { attachmentName, stemOf } from '../../domain/attachment/name.ts';
import { type Attachment, NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import type { Core } from './core.ts';
import type { AttachmentFault, Outcome } from './device.ts';
import { done, failed, saved } from './outcome.ts';

/** Bytes of one file, as the event's schema has it. */
export const MAX_ATTACHMENT_BYTES = 20_000_000;

/** Keeps a file with its draft in one transaction. `name`: as the phone gave it; `fallback`: the name when it has none. */
export async function addAttachment(
  core: Core,
  draftId: string,
  file: Blob,
  name: string,
): Promise<Outcome<Attachment, AttachmentFault>> {
  const { db, blobs, now } = core.ports;
  const outcome = await saved(async () => {
    if (file.size > MAX_ATTACHMENT_BYTES) return failed('too-large');
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null,
    );
    if (!bytes) return failed('unreadable');
    const told = attachmentType(bytes, name);
    if (!told.ok) return failed(told.code);
    const [digest] = await sha256All([bytes]);
    const hash = toHex(digest!);
    const attachment = { hash, name: attachmentName(stemOf(name), told.type), bytes: bytes.length };
    const at = new Date(now()).toISOString();
    const type = MIME[told.type].header;
    const kept = await blobs.withRoom(() =>
      db.transaction('rw', [db.drafts, db.blobs], async () => {
        const draft = await db.drafts.get(draftId);
        if (!draft) return 'storage-failed' as const;
        const { attachments } = draft.content;
        if (attachments.some((one) => one.hash === hash)) return 'twice' as const;
        if (attachments.length >= NOTICE_LIMITS.attachments) return 'too-many' as const;
        await db.blobs.put({
          hash,
          bytes: new Blob([bytes as BlobPart], { type }),
          type,
          pinned: 1,
          usedAt: at,
        });
        const content = { ...draft.content, attachments: [...attachments, attachment] };
        await db.drafts.put({ ...draft, content, updatedAt: at });
        return null;
      }),
    );
    return kept === null ? done(attachment) : failed(kept);
  });
  return outcome as Outcome<Attachment, AttachmentFault>;
}
