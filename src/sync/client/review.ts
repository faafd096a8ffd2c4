/**
 * Review before publication, as a device's person decides it: each decision is signed and put in the outbox, so that it
 * works offline on both sides.
 */
import { type ContentOf, parseContent } from '../../domain/event-types.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { type OfficeRecord, recordKey, type Submission } from '../../domain/review/queue.ts';
import type { FileRef } from '../../log/event.ts';
import { officeStream, publicStream, type TownshipId } from '../../log/stream.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { toHex } from '../../log/hex.ts';
import type { Core } from './core.ts';
import type { Device, Outcome, SaveFault } from './device.ts';
import { ownView } from './history.ts';
import { type Publication, publicationKey } from './record-fold.ts';
import { eventAt, rowsOf } from './held.ts';
import { done, failed, saved } from './outcome.ts';
import { type Item, put } from './publishing.ts';
import { identityOf } from './status.ts';

export interface SubmissionDetails {
  record: Submission;
  content: ContentOf<'submission.made'>;
  files: FileRef[];
  /** What published it; null: nothing so far. */
  published: Publication | null;
}

/** What this device has decided of a submission and not sent yet. */
export type Decision = 'approved' | 'returned' | 'taken-back';

const townshipOf = async (core: Core): Promise<TownshipId | null> =>
  ((await identityOf(core.ports.db))?.township as TownshipId | undefined) ?? null;

/** The records of a unit's office that this device holds, newest first. */
export async function officeRecords(core: Core, unit: string): Promise<OfficeRecord[]> {
  const township = await townshipOf(core);
  if (!township) return [];
  const stream = officeStream(township, unit);
  const rows = await rowsOf(core.ports.db, stream);
  return rows
    .flatMap(({ value }) => (typeof value === 'object' && value !== null ? [value as OfficeRecord] : []))
    .sort((one, other) => (one.acceptedAt < other.acceptedAt ? 1 : -1));
}

/** A submission with its words. Null: not here. */
async function submission(core: Core, unit: string, id: string): Promise<SubmissionDetails | null> {
  const { db, log } = core.ports;
  const township = await townshipOf(core);
  if (!township) return null;
  const stream = officeStream(township, unit);
  const record = ((await log.row(stream, recordKey('submission', id))) as Submission | undefined) ?? null;
  if (!record) return null;
  const event = await eventAt(core.ports, stream, record.number);
  if (!event) return null;
  const parsed = parseContent(event.header.type, event.content);
  if (parsed.status !== 'known') return null;
  const row = await db.rows.get([publicStream(township, unit), publicationKey(id)]);
  const published = (row?.value as Publication | undefined) ?? null;
  return {
    record,
    content: parsed.content as SubmissionDetails['content'],
    files: event.header.files,
    published,
  };
}

/** Decisions that wait on this device, by the submission's id. */
async function decisions(core: Core): Promise<Map<string, Decision>> {
  const found = new Map<string, Decision>();
  const rows = await core.ports.db.outbox.where('phase').equals('waiting').toArray();
  for (const { type, body } of rows) {
    const { submission: of, review } = JSON.parse(body) as {
      submission?: string;
      review?: { submission: string };
    };
    if (review) found.set(review.submission, 'approved');
    else if (of !== undefined && type === 'submission.returned') found.set(of, 'returned');
    else if (of !== undefined && type === 'submission.taken-back') found.set(of, 'taken-back');
  }
  return found;
}

const NO_FILES: Pick<Item, 'files' | 'toSend'> = { files: [], toSend: [] };

const isOpen = async (core: Core, { record, published }: SubmissionDetails): Promise<boolean> =>
  !published && !record.returned && !record.takenBack && !(await decisions(core)).has(record.id);

/**
 * Approves: publishes just what was submitted, signed by this device's person. 'gone': it is not here, or is decided;
 * 'own': nobody approves what he wrote himself.
 */
function approve(
  core: Core,
  unit: string,
  id: string,
): Promise<Outcome<{ id: string; notice: string }, SaveFault | 'own'>> {
  return saved(async () => {
    const found = await submission(core, unit, id);
    if (!found || !(await isOpen(core, found))) return failed('gone');
    const { record, content, files } = found;
    if (await isOwn(core, record.author)) return failed('own');
    const { change, notice } = content;
    const review = { submission: id, drafter: record.author };
    const row = await put(core, {
      files,
      toSend: [],
      stream: (township) => publicStream(township, unit),
      type: change ? 'notice.corrected' : 'notice.published',
      content: { ...change, ...notice, review },
      title: notice.title,
      notice: change?.notice ?? null,
    });
    return row.ok ? done({ id: row.value.id, notice: row.value.notice }) : row;
  });
}

/** Whether the person behind this device wrote it, on this or another device. */
async function isOwn(core: Core, author: string): Promise<boolean> {
  const { db } = core.ports;
  const identity = await identityOf(db);
  const registry = identity && (await db.registry.get(identity.township))?.state;
  if (!identity || !registry) return true;
  const own = memberOf(registry, identity.key);
  return own === null || own.id === memberOf(registry, author)?.id;
}

function decide(
  core: Core,
  unit: string,
  id: string,
  type: 'submission.returned' | 'submission.taken-back',
  more: object,
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const found = await submission(core, unit, id);
    if (!found || !(await isOpen(core, found))) return failed('gone');
    const { title } = found.record;
    const stream = (township: TownshipId): string => officeStream(township, unit);
    const row = await put(core, {
      ...NO_FILES,
      stream,
      type,
      content: { submission: id, ...more },
      title,
      notice: null,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

/** Gives a submission back to its author, with what is to be mended. */
const returnSubmission = (core: Core, unit: string, id: string, comment: string) =>
  decide(core, unit, id, 'submission.returned', { comment: comment.trim() });

/** Takes one's own submission back. */
const takeSubmissionBack = (core: Core, unit: string, id: string) =>
  decide(core, unit, id, 'submission.taken-back', {});

/** Bytes of a draft's id. */
const ID_BYTES = 16;

/** A draft with what a submission said: to be mended after it was returned or taken back. */
function redraft(core: Core, unit: string, id: string): Promise<Outcome<DraftRow, SaveFault>> {
  return saved(async () => {
    const { db, blobs, now, random } = core.ports;
    const found = await submission(core, unit, id);
    if (!found) return failed('gone');
    const { notice, change } = found.content;
    const { urgent, publicity, ...content } = notice;
    const at = new Date(now()).toISOString();
    const draft: DraftRow = {
      id: toHex(random(ID_BYTES)),
      unit,
      outward: { urgent, publicity },
      change: change && { notice: change.notice, base: change.base },
      content,
      reason: change?.reason ?? '',
      mends: id,
      createdAt: at,
      updatedAt: at,
    };
    await blobs.withRoom(() => db.transaction('rw', db.drafts, () => db.drafts.add(draft)));
    return done(draft);
  });
}

/** Says what the review after an urgent notice found. 'gone': it is not here. */
function reviewAfter(
  core: Core,
  unit: string,
  notice: string,
  { approved, comment }: { approved: boolean; comment: string },
): Promise<Outcome<{ id: string }, SaveFault | 'own'>> {
  return saved(async () => {
    const own = await ownView(core.ports, unit, notice);
    if (!own) return failed('gone');
    const { id: revision, author, content } = currentRevision(own.notice);
    if (await isOwn(core, author)) return failed('own');
    const row = await put(core, {
      ...NO_FILES,
      stream: (township) => publicStream(township, unit),
      type: 'notice.reviewed',
      content: { notice, revision, approved, comment: comment.trim() },
      title: content.title,
      notice,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

type ReviewCommands = Pick<
  Device,
  | 'officeRecords'
  | 'submission'
  | 'decisions'
  | 'approve'
  | 'returnSubmission'
  | 'takeSubmissionBack'
  | 'redraft'
  | 'reviewAfter'
>;

/** What screens may ask of reviews. */
export const reviewCommands = (core: Core): ReviewCommands => ({
  officeRecords: (unit) => officeRecords(core, unit),
  submission: (unit, id) => submission(core, unit, id),
  decisions: () => decisions(core),
  approve: (unit, id) => approve(core, unit, id),
  returnSubmission: (unit, id, comment) => returnSubmission(core, unit, id, comment),
  takeSubmissionBack: (unit, id) => takeSubmissionBack(core, unit, id),
  redraft: (unit, id) => redraft(core, unit, id),
  reviewAfter: (unit, notice, found) => reviewAfter(core, unit, notice, found),
});
