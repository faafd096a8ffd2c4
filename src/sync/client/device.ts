/**
 * What the screens may ask of a device. The engine, identity and commands behind it are in this folder; screens read
 * tables by live query (`device.db`) and send commands. No screen calls the network.
 */
import type { TypeFault } from '../../domain/attachment/file-type.ts';
import type { Form } from '../../domain/catalogue/entry.ts';
import type { OutingMade } from '../../domain/outing/events.ts';
import type { Attachment } from '../../domain/notice/events.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { ContentOf } from '../../domain/event-types.ts';
import type { OfficeRecord } from '../../domain/review/queue.ts';
import type { DeviceDb, DraftRow } from '../../store/device/db.ts';
import type { ArchiveCommands } from './archive.ts';
import type { AsOfCommands } from './as-of.ts';
import type { BringInCommands } from './bring-in.ts';
import type { MessageCommands } from './messages.ts';
import type { ReminderCommands } from './reminders.ts';
import type { BundleCommands } from './bundles.ts';
import type { ScreenCommands } from './display.ts';
import type { ProofCommands } from './witness.ts';
import type { OfficeRecordCommands } from './office-records.ts';
import type { ScoreCommands } from './scores.ts';
import type { VisitCommands } from './visits.ts';
import type { CaseCommands } from './cases.ts';
import type { ObjectionCommands } from './objections.ts';
import type { TalkCommands } from './talk.ts';
import type { BoxCheck } from './box-work.ts';
import type { Answering } from './desk-work.ts';
import type { ReadAnswer, ReadReceipt, SealFault } from './envelopes.ts';
import type { Envelope } from '../../domain/desk/inbox.ts';
import type { Decision, SubmissionDetails } from './review.ts';

/** How the device stands with the township's server. Live, in the `meta` table under 'contact'. */
export interface ContactState {
  /** 'checking' until the first try has ended. 'no-network' holds for everything that is not a proved answer. */
  state: 'checking' | 'connected' | 'no-network' | 'wrong-township' | 'contradiction' | 'update-needed';
  /** Last proved answer, ISO UTC by the server's clock; null: never. */
  lastContact: string | null;
  /** Server's time less this device's at that answer, ms; left out: not measured. */
  clockOff?: number | null;
  /** Events that are being sent now, and since when; null: none. */
  sending: { ids: string[]; since: string } | null;
  /** A long pull: events held of those known; null when none is running. */
  pulling: { held: number; size: number } | null;
}

/** Who this device is. In the `meta` table under 'identity'; null before enrolment. */
export interface Identity {
  township: string;
  key: string;
  /** Streams followed beside the registry. */
  unit: string;
  kind: 'phone' | 'tablet' | 'office';
  /** What the browser answered when asked to keep the storage. */
  persistent: boolean;
}

export type InvitationPreview =
  | {
      ok: true;
      township: string;
      townshipName: string;
      unitName: string;
      kind: 'phone' | 'tablet' | 'office';
      memberName: string | null;
      memberPost: string | null;
    }
  | { ok: false; code: 'mistyped' | 'used' | 'expired' | 'unknown' | 'no-network' | 'already-enrolled' };

export type Outcome<Value = void, Code extends string = string> =
  { ok: true; value: Value } | { ok: false; code: Code };

/** Why something could not be saved on this device. */
export type SaveFault = 'not-enrolled' | 'not-valid' | 'storage-full' | 'storage-failed' | 'gone';
export type PhotoFault = 'unreadable' | 'too-large' | 'too-many' | 'storage-full' | 'storage-failed';

/** Why a file was not added to a draft: what it is (`TypeFault`), or what happened. */
export type AttachmentFault =
  TypeFault | 'too-large' | 'too-many' | 'twice' | 'unreadable' | 'storage-full' | 'storage-failed';
/** 'no-network': not here, and not to be had now. 'not-yet': the township has not got it. 'damaged': not what it should be. */
export type FileFault = 'no-network' | 'not-yet' | 'damaged';

/** A notice going out by another form, as the cadre records it. Time and revision come by themselves. */
export interface OutingDraft {
  form: Form;
  /** Id of a board, wall or loudspeaker; null where there is none. */
  place: string | null;
  /** As the camera gave it. */
  photo?: Blob;
  /** Only when the cadre asked for it. */
  position?: OutingMade['position'];
  count?: number | null;
  segments?: number | null;
  note: string;
  /** The township's server sends `note` to these groups as a text message. */
  groups?: string[];
}

export interface NoticeDetails {
  notice: Notice;
  /** Whether signatures and body hashes of all its events were checked now, on this device. */
  proof: 'checked' | 'failed';
  /** Place in the unit's log of the publishing event. */
  number: number;
}

export interface Device
  extends
    MessageCommands,
    ReminderCommands,
    BundleCommands,
    ArchiveCommands,
    AsOfCommands,
    BringInCommands,
    ProofCommands,
    OfficeRecordCommands,
    ScoreCommands,
    VisitCommands,
    TalkCommands,
    CaseCommands,
    ObjectionCommands,
    ScreenCommands {
  readonly db: DeviceDb;
  /** Starts the engine (idempotent); stops with `stop`. */
  start(): void;
  stop(): Promise<void>;
  /** Asks the engine to make contact now; resolves when that contact has ended, well or not. */
  contactNow(): Promise<ContactState>;

  /** Reads another unit's public stream too, from now on (another village, the township). */
  follow(unit: string): Promise<void>;

  previewInvitation(link: string): Promise<InvitationPreview>;
  /** 'not-secure': the page did not come by https (or from localhost), so the browser keeps no keys for it. */
  enrol(
    link: string,
    deviceName: string,
  ): Promise<
    Outcome<
      Identity,
      | 'mistyped'
      | 'used'
      | 'expired'
      | 'unknown'
      | 'no-network'
      | 'already-enrolled'
      | 'storage-failed'
      | 'not-secure'
    >
  >;
  /** Founds a township on an empty server. `recovery`: for the printed sheet, shown once. */
  found(setup: {
    code: string;
    township: string;
    region: string;
    office: string;
    person: { name: string; post: string };
    deviceName: string;
  }): Promise<
    Outcome<
      { township: string; recovery: string },
      'wrong-code' | 'already-set-up' | 'no-network' | 'not-valid' | 'storage-failed' | 'not-secure'
    >
  >;

  /** `revision`: the version to start from, when it is not the one that is current. */
  newDraft(unit: string, from?: { notice: string; revision?: string }): Promise<Outcome<DraftRow, SaveFault>>;
  saveDraft(draft: DraftRow): Promise<Outcome<void, SaveFault>>;
  deleteDraft(id: string): Promise<void>;
  /** Shrinks a photo (orientation kept, location removed), keeps it, and adds it to the draft. */
  addPhoto(
    draftId: string,
    file: Blob,
  ): Promise<Outcome<{ hash: string; width: number; height: number }, PhotoFault>>;
  /** Keeps a file, known by its bytes and not by its name, and adds it to the draft under a name that says what it is. */
  addAttachment(draftId: string, file: Blob, name: string): Promise<Outcome<Attachment, AttachmentFault>>;
  /** Signs the draft's content and puts it in the outbox, with its photos, in one strict transaction; the draft goes. */
  /** Where the catalogue asks for a review, it is handed in for that instead (`submitted`). */
  publish(draftId: string): Promise<Outcome<{ id: string; notice: string; submitted: boolean }, SaveFault>>;
  withdraw(unit: string, notice: string, reason: string): Promise<Outcome<{ id: string }, SaveFault>>;

  /** Records that a notice went out by another form, with its proof; works offline, as `publish` does. */
  makeOuting(
    unit: string,
    notice: string,
    outing: OutingDraft,
  ): Promise<Outcome<{ id: string }, SaveFault | PhotoFault>>;
  /** Records that a sheet was taken down, or, with `mistake`, that nothing of a record was true. */
  endOuting(
    unit: string,
    notice: string,
    outing: string,
    reason: string,
    mistake?: boolean,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** A notice with the changes that still wait on this device. Null: not here. */
  ownNotice(unit: string, notice: string): Promise<Notice | null>;

  /** Submissions, objections and lifted masks of a unit, newest first; empty for who may not read them. */
  officeRecords(unit: string): Promise<OfficeRecord[]>;
  submission(unit: string, id: string): Promise<SubmissionDetails | null>;
  /** What was decided here of submissions and is still on its way, by the submission's id. */
  decisions(): Promise<Map<string, Decision>>;
  /** Publishes just what was submitted. 'own': nobody approves what he wrote himself. */
  approve(
    unit: string,
    submission: string,
  ): Promise<Outcome<{ id: string; notice: string }, SaveFault | 'own'>>;
  returnSubmission(
    unit: string,
    submission: string,
    comment: string,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  takeSubmissionBack(unit: string, submission: string): Promise<Outcome<{ id: string }, SaveFault>>;
  /** A draft of what was submitted, to be mended and handed in again. */
  redraft(unit: string, submission: string): Promise<Outcome<DraftRow, SaveFault>>;
  /** The review after an urgent notice went out at once. */
  reviewAfter(
    unit: string,
    notice: string,
    found: { approved: boolean; comment: string },
  ): Promise<Outcome<{ id: string }, SaveFault | 'own'>>;

  /** Seals something to a desk: it is unreadable here from then on, and goes by itself. Works on any device. */
  sealTo(
    desk: string,
    matter: object,
    code?: string | null,
  ): Promise<Outcome<{ code: string; id: string }, SealFault>>;
  /** What was handed in under a receipt code, and its answers; nothing is kept here. */
  readReceipt(
    code: string,
  ): Promise<Outcome<ReadReceipt[], 'mistyped' | 'unknown' | 'no-network' | 'not-secure'>>;
  /** What arrived at a desk, newest first; empty for who may not read it. */
  deskInbox(desk: string): Promise<Envelope[]>;
  openEnvelope(
    desk: string,
    envelope: Pick<Envelope, 'number'>,
  ): Promise<{ matter: unknown; reply: string } | null>;
  answerEnvelope(
    desk: string,
    envelope: Pick<Envelope, 'id' | 'number'>,
    answer: Answering,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** What the desk answered to an envelope, oldest first. */
  deskAnswers(desk: string, envelope: Pick<Envelope, 'id' | 'number' | 'answers'>): Promise<ReadAnswer[]>;
  /** A photo made anew for an envelope: a JPEG in base64, in memory alone. */
  photoToSeal(file: Blob): Promise<Outcome<string, 'unreadable' | 'too-large'>>;
  /** Fetches the public figures of the report box into `meta` (BOX_FIGURES), when they may have changed. */
  refreshBox(): Promise<void>;
  /** The same figures, counted from the box on this device, for who may read it. */
  checkBox(): Promise<BoxCheck>;
  /** Notes that the inspector has opened these envelopes here. */
  markReportsRead(ids: string[]): Promise<void>;
  /** A desk's key for the printed recovery sheet, and back from it. */
  deskRecovery(desk: string): Promise<string | null>;
  restoreDesk(desk: string, sheet: string): Promise<boolean>;

  /** Signs a registry event (office) and puts it in the outbox. */
  change<
    Type extends
      | 'unit.set'
      | 'member.set'
      | 'invitation.made'
      | 'device.revoked'
      | 'catalogue.set'
      | 'catalogue.entry-set'
      | 'tablet.set'
      | 'place.set'
      | 'score.rules-set'
      | 'year.closed'
      | 'unit.handed-over',
  >(
    type: Type,
    content: ContentOf<Type>,
    title: string,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** Shrinks a photo and keeps it here, for a change that names it: the photo of a board or a wall. */
  keepPhoto(file: Blob): Promise<Outcome<NonNullable<OutingMade['photo']>, SaveFault | PhotoFault>>;
  /** Makes a one-time invitation and its link; the link works once the township has taken the invitation in. */
  invite(to: {
    device: 'phone' | 'tablet' | 'office';
    unit: string;
    member: string | null;
    days: number;
  }): Promise<Outcome<{ link: string; key: string; expires: string }, SaveFault>>;

  /** Tries everything again now, refused items of this id too. */
  retry(outboxId?: string): Promise<void>;
  /** The item as a JSON file that can be handed over and read in elsewhere. */
  exportItem(outboxId: string): Promise<Blob | null>;
  deleteItem(outboxId: string): Promise<void>;

  registry(): Promise<Registry | null>;
  /** A notice with its history, read from the log on this device, signatures checked. Null: not here. */
  details(unit: string, notice: string): Promise<NoticeDetails | null>;
  /** A photo for showing: from this device, else fetched, checked and kept. Null: not to be had now. */
  photo(hash: string): Promise<Blob | null>;
  /**
   * An attachment of so many bytes: from this device, else fetched in pieces (rows of `parts` while it comes), checked and
   * kept.
   */
  file(hash: string, bytes: number): Promise<Outcome<Blob, FileFault>>;
}
