/** A notice going out by another form: signed with its proof, kept in the outbox with its photo in one transaction. */
import type { OutingMade } from '../../domain/outing/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import type { BlobRow } from '../../store/device/db.ts';
import { followUnit } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import type { Outcome, OutingDraft, PhotoFault, SaveFault } from './device.ts';
import { ownView } from './history.ts';
import { done, failed, saved } from './outcome.ts';
import { shrinkPhoto } from './photo.ts';
import { type Item, signed } from './publishing.ts';

type Evidence = { photo: NonNullable<OutingMade['photo']>; row: BlobRow };

/** A photo that something signed later will name: shrunk, and kept on this device. */
export function keepPhoto(
  core: Core,
  file: Blob,
): Promise<Outcome<NonNullable<OutingMade['photo']>, SaveFault | PhotoFault>> {
  return saved(async (): Promise<Outcome<NonNullable<OutingMade['photo']>, SaveFault | PhotoFault>> => {
    const made = await evidenceOf(core, file);
    if (!made.ok) return made;
    const { db, blobs } = core.ports;
    await blobs.withRoom(() => db.transaction('rw', db.blobs, () => db.blobs.put(made.value.row)));
    return done(made.value.photo);
  });
}

/** The photo as it is sent: shrunk, without what the camera wrote into it. */
async function evidenceOf(core: Core, file: Blob): Promise<Outcome<Evidence, PhotoFault>> {
  const shrunk = await shrinkPhoto(file, core.ports.codec);
  if (!shrunk.ok) return shrunk;
  const { bytes, width, height } = shrunk.value;
  const [digest] = await sha256All([bytes]);
  const hash = toHex(digest!);
  const type = 'image/jpeg';
  const usedAt = new Date(core.ports.now()).toISOString();
  const row: BlobRow = { hash, bytes: new Blob([bytes as BlobPart], { type }), type, pinned: 1, usedAt };
  return done({ photo: { hash, width, height, caption: '' }, row });
}

async function keep(
  core: Core,
  item: Item,
  unit: string,
  photo: BlobRow | null,
): Promise<Outcome<{ id: string }, SaveFault>> {
  const row = await signed(core, item);
  if (!row.ok) return row;
  const { db, blobs } = core.ports;
  await blobs.withRoom(() =>
    db.transaction('rw', [db.outbox, db.blobs, db.meta], async () => {
      if (photo) await db.blobs.put(photo);
      await db.outbox.add(row.value);
      await followUnit(db, unit);
    }),
  );
  core.wake();
  return done({ id: row.value.id });
}

const streamOf =
  (unit: string) =>
  (township: TownshipId): string =>
    publicStream(township, unit);

/** Records that a notice went out by another form, now. 'gone': it is not here, or was withdrawn. */
export function makeOuting(
  core: Core,
  unit: string,
  notice: string,
  { photo, note, ...outing }: OutingDraft,
): Promise<Outcome<{ id: string }, SaveFault | PhotoFault>> {
  return saved(async (): Promise<Outcome<{ id: string }, SaveFault | PhotoFault>> => {
    const own = await ownView(core.ports, unit, notice);
    if (!own || own.notice.withdrawal) return failed('gone');
    const evidence = photo ? await evidenceOf(core, photo) : null;
    if (evidence && !evidence.ok) return evidence;
    const { id: revision, content: said } = currentRevision(own.notice);
    const content: OutingMade = {
      notice,
      revision,
      form: outing.form,
      place: outing.place,
      at: shanghaiTime(core.ports.now()),
      photo: evidence?.value.photo ?? null,
      position: outing.position ?? null,
      count: outing.count ?? null,
      segments: outing.segments ?? null,
      note: note.trim(),
      ...(outing.groups ? { groups: outing.groups } : {}),
    };
    const row = evidence?.value.row ?? null;
    const files = row ? [{ hash: row.hash, bytes: row.bytes.size, type: row.type }] : [];
    const item = { stream: streamOf(unit), type: 'outing.made', content: { ...content }, notice };
    return keep(core, { ...item, files, toSend: files, title: said.title }, unit, row);
  });
}

/**
 * Records that a sheet was taken down, or, with `mistake`, that nothing of a record was true.
 * 'gone': there is no such outing that goes on, or for a mistake, that counts.
 */
export function endOuting(
  core: Core,
  unit: string,
  notice: string,
  outing: string,
  reason: string,
  mistake = false,
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const own = await ownView(core.ports, unit, notice);
    const found = own?.notice.outings.find((one) => one.id === outing);
    if (!own || !found || (mistake ? found.ended?.mistake : found.ended)) return failed('gone');
    const at = shanghaiTime(core.ports.now());
    const content = { notice, outing, at, reason: reason.trim(), ...(mistake && { mistake }) };
    const { title } = currentRevision(own.notice).content;
    const item = { stream: streamOf(unit), type: 'outing.ended', content, notice };
    return keep(core, { ...item, files: [], toSend: [], title }, unit, null);
  });
}
