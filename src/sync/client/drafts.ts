/** Drafts: notices being written. Kept at every pause in typing, with their photos, until they are published or deleted. */
import { NOTICE_LIMITS, type NoticeContent, ORDINARY, PLAIN } from '../../domain/notice/events.ts';
import { currentRevision, latestEventId } from '../../domain/notice/notice.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { followUnit } from '../../store/device/meta.ts';
import { unpinFiles } from '../../store/device/outbox.ts';
import type { Core } from './core.ts';
import type { Outcome, PhotoFault, SaveFault } from './device.ts';
import { ownView } from './history.ts';
import { done, failed, saved } from './outcome.ts';
import { shrinkPhoto } from './photo.ts';
import { identityOf } from './status.ts';

const EMPTY: NoticeContent = {
  ...PLAIN,
  entry: { id: '', name: '' },
  title: '',
  officer: '',
  sections: [{ heading: '', text: '' }],
  photos: [],
};

const time = (core: Core): string => new Date(core.ports.now()).toISOString();

/** Bytes of a draft's id. */
const ID_BYTES = 16;

/**
 * Starts a draft: of a new notice, or of a correction, made from what the notice says now or from an earlier version.
 */
export function newDraft(
  core: Core,
  unit: string,
  from?: { notice: string; revision?: string },
): Promise<Outcome<DraftRow, SaveFault>> {
  return saved(async () => {
    const { db, random } = core.ports;
    if (!(await identityOf(db))) return failed('not-enrolled');
    const own = from ? await ownView(core.ports, unit, from.notice) : null;
    if (from && (!own || own.notice.withdrawal)) return failed('gone');
    const start =
      own && (own.notice.revisions.find(({ id }) => id === from?.revision) ?? currentRevision(own.notice));
    const at = time(core);
    const draft: DraftRow = {
      id: toHex(random(ID_BYTES)),
      unit,
      outward: start?.outward ?? ORDINARY,
      change: own ? { notice: own.notice.id, base: latestEventId(own.notice) } : null,
      content: start?.content ?? EMPTY,
      reason: '',
      createdAt: at,
      updatedAt: at,
    };
    await core.ports.blobs.withRoom(() =>
      db.transaction('rw', [db.drafts, db.meta], async () => {
        await db.drafts.add(draft);
        await followUnit(db, unit);
      }),
    );
    core.wake(); // The base of a change must be what the unit's stream says now.
    return done(draft);
  });
}

const filesIn = (content: NoticeContent): string[] =>
  [...content.photos, ...content.attachments].map(({ hash }) => hash);

/** Lets go of files that were taken out of a draft, and holds those that were put back. */
async function repin(db: Core['ports']['db'], before: NoticeContent, now: NoticeContent): Promise<void> {
  const [had, has] = [filesIn(before), filesIn(now)];
  const back = has.filter((hash) => !had.includes(hash));
  if (back.length > 0) await db.blobs.where('hash').anyOf(back).modify({ pinned: 1 });
  if (had.some((hash) => !has.includes(hash))) await unpinFiles(db);
}

/** Keeps a draft as it is now. 'gone': it was published or deleted meanwhile, perhaps in another window. */
export function saveDraft(core: Core, draft: DraftRow): Promise<Outcome<void, SaveFault>> {
  return saved(async () => {
    const { db, blobs } = core.ports;
    const kept = await blobs.withRoom(() =>
      db.transaction('rw', [db.drafts, db.blobs, db.outbox], async () => {
        const before = await db.drafts.get(draft.id);
        if (!before) return false;
        await db.drafts.put({ ...draft, updatedAt: time(core) });
        await repin(db, before.content, draft.content);
        return true;
      }),
    );
    return kept ? done(undefined) : failed('gone');
  });
}

export async function deleteDraft({ ports: { db } }: Core, id: string): Promise<void> {
  await db.transaction('rw', [db.drafts, db.blobs, db.outbox], async () => {
    await db.drafts.delete(id);
    await unpinFiles(db);
  });
}

interface Photo {
  hash: string;
  width: number;
  height: number;
}

/** Shrinks a photo, and keeps it with the draft in one transaction. */
export async function addPhoto(core: Core, draftId: string, file: Blob): Promise<Outcome<Photo, PhotoFault>> {
  const { db, blobs, codec } = core.ports;
  const outcome = await saved(async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft) return failed('storage-failed');
    if (draft.content.photos.length >= NOTICE_LIMITS.photos) return failed('too-many');
    const shrunk = await shrinkPhoto(file, codec);
    if (!shrunk.ok) return shrunk;
    const { bytes, width, height } = shrunk.value;
    const [digest] = await sha256All([bytes]);
    const photo = { hash: toHex(digest!), width, height };
    const kept = await blobs.withRoom(() =>
      db.transaction('rw', [db.drafts, db.blobs], async () => {
        const now = await db.drafts.get(draftId);
        if (!now) return 'gone';
        const { photos } = now.content;
        const isThere = photos.some((one) => one.hash === photo.hash);
        if (!isThere && photos.length >= NOTICE_LIMITS.photos) return 'too-many';
        const type = 'image/jpeg';
        const blob = new Blob([bytes as BlobPart], { type });
        await db.blobs.put({ hash: photo.hash, bytes: blob, type, pinned: 1, usedAt: time(core) });
        if (isThere) return 'kept';
        const content = { ...now.content, photos: [...photos, { ...photo, caption: '' }] };
        await db.drafts.put({ ...now, content, updatedAt: time(core) });
        return 'kept';
      }),
    );
    if (kept === 'too-many') return failed('too-many');
    return kept === 'kept' ? done(photo) : failed('storage-failed');
  });
  return outcome as Outcome<Photo, PhotoFault>;
}
