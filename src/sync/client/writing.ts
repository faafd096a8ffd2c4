/**
 * Commands that a reader of a board never gives: joining, drafts, publishing, reviewing, the office's. They are one chunk
 * that loads with the first of them, and ahead on a device that is enrolled (later-commands.ts).
 */
import { addAttachment } from './attachments.ts';
import { bringInCommands } from './bring-in.ts';
import type { Core } from './core.ts';
import type { Device } from './device.ts';
import { addPhoto, deleteDraft, newDraft, saveDraft } from './drafts.ts';
import { enrol, previewInvitation } from './enrolment.ts';
import { ownView } from './history.ts';
import { deleteItem, exportItem } from './items.ts';
import { messageCommands } from './messages.ts';
import { objectionCommands } from './objections.ts';
import { officeRecordCommands } from './office-records.ts';
import { endOuting, keepPhoto, makeOuting } from './outings.ts';
import { change, invite, publish, withdraw } from './publishing.ts';
import { reminderCommands } from './reminders.ts';
import { reviewCommands } from './review.ts';
import { scoreCommands } from './scores.ts';
import { visitCommands } from './visits.ts';

/** By name, so that none is forgotten; the value says nothing. */
export const writingCommands = (core: Core) =>
  ({
    previewInvitation: (link) => previewInvitation(core, link),
    enrol: (link, name) => enrol(core, link, name),
    // The ready-made catalogue is needed once in a township's life.
    found: async (setup) => (await import('./founding.ts')).found(core, setup),
    newDraft: (unit, from) => newDraft(core, unit, from),
    saveDraft: (draft) => saveDraft(core, draft),
    deleteDraft: (id) => deleteDraft(core, id),
    addPhoto: (draftId, file) => addPhoto(core, draftId, file),
    addAttachment: (draftId, file, name) => addAttachment(core, draftId, file, name),
    publish: (draftId) => publish(core, draftId),
    withdraw: (unit, notice, reason) => withdraw(core, unit, notice, reason),
    makeOuting: (unit, notice, outing) => makeOuting(core, unit, notice, outing),
    endOuting: (...of) => endOuting(core, ...of),
    ownNotice: async (unit, notice) => (await ownView(core.ports, unit, notice))?.notice ?? null,
    change: (type, content, title) => change(core, type, content, title),
    keepPhoto: (file) => keepPhoto(core, file),
    invite: (to) => invite(core, to),
    exportItem: (outboxId) => exportItem(core, outboxId),
    deleteItem: (outboxId) => deleteItem(core, outboxId),
    ...reviewCommands(core),
    ...objectionCommands(core),
    ...messageCommands(core),
    ...reminderCommands(core),
    ...officeRecordCommands(core),
    ...scoreCommands(core),
    ...bringInCommands(core),
    ...visitCommands(core),
  }) satisfies Partial<Device>;

export type WritingCommands = ReturnType<typeof writingCommands>;
