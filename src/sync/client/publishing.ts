/**
 * From a person's decision to an item in the outbox: checked, signed, and stored in one strict transaction. Only then is
 * it called saved. What the township takes in comes back by the log.
 */
import { type ContentOf, parseContent } from '../../domain/event-types.ts';
import type { Reviewer } from '../../domain/catalogue/entry.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision, latestEventId } from '../../domain/notice/notice.ts';
import { maskText } from '../../domain/personal-data/find.ts';
import { reviewerOf } from '../../domain/registry/rights.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { eventId, type FileRef, makeEvent, type SignedEvent } from '../../log/event.ts';
import { toHex } from '../../log/hex.ts';
import { softwareSigner } from '../../log/signature.ts';
import {
  inspectionStream,
  officeStream,
  publicStream,
  registryOf,
  type TownshipId,
} from '../../log/stream.ts';
import type { DraftRow, OutboxRow } from '../../store/device/db.ts';
import { followUnit } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import type { Device, Outcome, SaveFault } from './device.ts';
import { ownView } from './history.ts';
import { makeInvitationLink } from './invitation.ts';
import { done, failed, saved } from './outcome.ts';
import { identityOf } from './status.ts';

/** What is to be signed, and what the outbox says of it. */
export interface Item {
  stream: (township: TownshipId) => string;
  type: string;
  content: Record<string, unknown>;
  files: FileRef[];
  /** Those of the files that go from this device. */
  toSend: FileRef[];
  title: string;
  /** The notice that it changes; null: it starts one, or is none. */
  notice: string | null;
}

/** Signs an item with this device's key. */
export async function signed(core: Core, item: Item): Promise<Outcome<OutboxRow, SaveFault>> {
  const { db, log, now, random } = core.ports;
  const identity = await identityOf(db);
  const signer = await core.signer();
  if (!identity || !signer || signer.publicKey !== identity.key) return failed('not-enrolled');
  if (parseContent(item.type, item.content).status !== 'known') return failed('not-valid');
  const township = identity.township as TownshipId;
  const stream = item.stream(township);
  const [registry, seen] = await Promise.all([log.head(registryOf(township)), log.head(stream)]);
  const draft = {
    stream,
    type: item.type,
    at: shanghaiTime(now()),
    registry: registry?.size ?? 0,
    seen: seen?.size ?? 0,
    content: item.content,
    files: item.files,
  };
  const event = await makeEvent(signer, draft, random).catch((error: unknown) => {
    if (error instanceof RangeError) return null; // Too long, or not text that can be signed.
    throw error;
  });
  if (!event) return failed('not-valid');
  return done(outboxRow(event, item, stream, now()));
}

/** A signed event as it waits in the outbox. @param now ms since 1970. */
export function outboxRow(
  { header, sig, body }: SignedEvent,
  {
    type,
    title,
    notice,
    toSend,
  }: Pick<Item, 'type' | 'title' | 'notice'> & {
    toSend: Pick<FileRef, 'hash' | 'bytes'>[];
  },
  stream: string,
  now: number,
): OutboxRow {
  const id = eventId(header);
  return {
    id,
    stream,
    type,
    header,
    sig,
    body: body!,
    title,
    notice: notice ?? id,
    files: toSend.map(({ hash, bytes }) => ({ hash, bytes, sent: 0, receipt: null })),
    savedAt: new Date(now).toISOString(),
    phase: 'waiting',
    problem: null,
    receipt: null,
    completedAt: null,
  };
}

/** Signs and stores an item; the engine then sends it. */
export async function put(core: Core, item: Item): Promise<Outcome<OutboxRow, SaveFault>> {
  const row = await signed(core, item);
  if (!row.ok) return row;
  const { db, blobs } = core.ports;
  await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.add(row.value)));
  core.wake();
  return row;
}

/** Typed texts without the blanks around them. */
const trimmed = (content: NoticeContent): NoticeContent => ({
  ...content,
  title: content.title.trim(),
  officer: content.officer.trim(),
  sections: content.sections.map(({ heading, text }) => ({ heading: heading.trim(), text: text.trim() })),
  photos: content.photos.map(({ hash, width, height, caption }) => ({
    hash,
    width,
    height,
    caption: caption.trim(),
  })),
});

/** The photos and attachments of a draft: from this device, or as the notice's earlier events name them. */
async function filesOf(core: Core, draft: DraftRow): Promise<{ files: FileRef[]; toSend: FileRef[] } | null> {
  const { change, unit, content } = draft;
  const own = change ? await ownView(core.ports, unit, change.notice) : null;
  const earlier = new Map(own?.files.map((file) => [file.hash, file]));
  const files: FileRef[] = [];
  const toSend: FileRef[] = [];
  for (const { hash } of [...content.photos, ...content.attachments]) {
    const known = earlier.get(hash);
    const row = known ? null : await core.ports.blobs.row(hash);
    const file = known ?? (row && { hash, bytes: row.bytes.size, type: row.type });
    if (!file) return null;
    files.push(file);
    if (!known) toSend.push(file);
  }
  return { files, toSend };
}

/** Who must look at a draft before it is public, by the registry held here. */
async function reviewerOfDraft({ ports: { db } }: Core, draft: DraftRow): Promise<Reviewer> {
  const identity = await identityOf(db);
  const registry = identity && (await db.registry.get(identity.township))?.state;
  return registry ? reviewerOf(registry, draft.content.entry.id, draft.outward) : 'none';
}

/** What a draft becomes: a notice, a correction, or a submission where the catalogue asks for a review (先审后公开). */
async function itemOf(core: Core, draft: DraftRow): Promise<Item | null> {
  const attached = await filesOf(core, draft);
  if (!attached) return null;
  const content = trimmed(draft.signed ?? draft.content);
  const { unit, outward, mends = null } = draft;
  const change = draft.change && { ...draft.change, reason: draft.reason.trim() };
  const rest = { ...attached, title: content.title, notice: change?.notice ?? null };
  if ((await reviewerOfDraft(core, draft)) !== 'none')
    return {
      ...rest,
      stream: (township) => officeStream(township, unit),
      type: 'submission.made',
      content: { notice: { ...content, ...outward }, change, mends },
    };
  return {
    ...rest,
    stream: (township) => publicStream(township, unit),
    type: change ? 'notice.corrected' : 'notice.published',
    content: { ...change, ...content, ...outward },
  };
}

/** Why personal data is shown in the clear: for the unit, the office and the inspector, without the data. Null: none is shown. */
async function maskItem(core: Core, draft: DraftRow, about: OutboxRow): Promise<OutboxRow | null> {
  const lifted = (draft.lifted ?? []).map(({ original, reason }) => ({
    masked: maskText(original).slice(0, 120),
    reason: reason.trim().slice(0, 200),
  }));
  if (lifted.length === 0) return null;
  const row = await signed(core, {
    stream: (township) => inspectionStream(township, draft.unit),
    type: 'mask.lifted',
    content: { about: about.id, lifted },
    files: [],
    toSend: [],
    title: about.title,
    notice: about.notice,
  });
  return row.ok ? row.value : null;
}

/** Moves a draft to the outbox, unless it was changed while it was signed. */
async function move(
  { ports: { db, blobs } }: Core,
  draft: DraftRow,
  rows: OutboxRow[],
): Promise<'moved' | 'gone' | 'changed'> {
  return blobs.withRoom(() =>
    db.transaction('rw', [db.drafts, db.outbox, db.meta], async () => {
      const now = await db.drafts.get(draft.id);
      if (!now) return 'gone';
      if (JSON.stringify(now) !== JSON.stringify(draft)) return 'changed';
      await db.outbox.bulkAdd(rows);
      await db.drafts.delete(draft.id);
      await followUnit(db, draft.unit);
      return 'moved';
    }),
  );
}

/** Signs a draft (its masked content, where it has one) and puts it in the outbox; the draft goes in the same transaction. */
export function publish(
  core: Core,
  draftId: string,
): Promise<Outcome<{ id: string; notice: string; submitted: boolean }, SaveFault>> {
  return saved(async () => {
    for (;;) {
      const draft = await core.ports.db.drafts.get(draftId);
      if (!draft) return failed('gone');
      const item = await itemOf(core, draft);
      if (!item) return failed('not-valid');
      const row = await signed(core, item);
      if (!row.ok) return row;
      const mask = await maskItem(core, draft, row.value);
      const end = await move(core, draft, mask ? [row.value, mask] : [row.value]);
      if (end === 'gone') return failed('gone');
      if (end === 'changed') continue;
      core.wake();
      const { id, notice, type } = row.value;
      return done({ id, notice, submitted: type === 'submission.made' });
    }
  });
}

/** Takes a notice off the board, with a reason that stays there. */
export function withdraw(
  core: Core,
  unit: string,
  notice: string,
  reason: string,
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const own = await ownView(core.ports, unit, notice);
    if (!own || own.notice.withdrawal) return failed('gone');
    await followUnit(core.ports.db, unit);
    const content = { notice, base: latestEventId(own.notice), reason: reason.trim() };
    const { title } = currentRevision(own.notice).content;
    const stream = (township: TownshipId): string => publicStream(township, unit);
    const row = await put(core, {
      stream,
      type: 'notice.withdrawn',
      content,
      files: [],
      toSend: [],
      title,
      notice,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

type Change = Parameters<Device['change']>;

/** The photo that a change of the registry names, if it was taken on this device: of a board or a wall. */
async function photoOf({ ports }: Core, content: object): Promise<FileRef[]> {
  const { photo } = content as Partial<ContentOf<'place.set'>>;
  const row = photo ? await ports.blobs.row(photo.hash) : null;
  return row ? [{ hash: row.hash, bytes: row.bytes.size, type: row.type }] : [];
}

/** Signs a change of the registry. */
export function change(
  core: Core,
  ...[type, content, title]: Change
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const files = await photoOf(core, content);
    const item = { type, content: { ...content }, title, files, toSend: files, notice: null };
    const row = await put(core, { ...item, stream: registryOf });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

const DAY_MS = 86_400_000;
const SEED_BYTES = 32;

/** Makes a one-time invitation. The link works once the township has taken the invitation in. */
export async function invite(
  core: Core,
  { device, unit, member, days }: Parameters<Device['invite']>[0],
): Promise<Outcome<{ link: string; key: string; expires: string }, SaveFault>> {
  const { db, now, origin, random } = core.ports;
  const identity = await saved(async () => done(await identityOf(db)));
  if (!identity.ok) return identity;
  if (!identity.value) return failed('not-enrolled');
  const seed = random(SEED_BYTES);
  const { publicKey: key } = await softwareSigner(seed);
  const expires = new Date(now() + days * DAY_MS).toISOString();
  const content: ContentOf<'invitation.made'> = { key, device, unit, member, expires };
  const registry = (await db.registry.get(identity.value.township))?.state;
  const title = registry?.units[unit]?.name ?? unit;
  const made = await change(core, 'invitation.made', content, title);
  if (!made.ok) return made;
  return done({ link: makeInvitationLink(origin, identity.value.township, toHex(seed)), key, expires });
}
