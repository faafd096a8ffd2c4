/** What screens may ask of desks and envelopes. Sealing loads when it is first needed: readers of a board need none. */
import type { CaseCommands } from './cases.ts';
import type { Core } from './core.ts';
import type { Device } from './device.ts';
import { identityOf } from './status.ts';
import type { TalkCommands } from './talk.ts';

type DeskCommands = Pick<
  Device,
  | 'sealTo'
  | 'readReceipt'
  | 'deskInbox'
  | 'openEnvelope'
  | 'deskAnswers'
  | 'answerEnvelope'
  | 'deskRecovery'
  | 'restoreDesk'
  | 'refreshBox'
  | 'checkBox'
  | 'markReportsRead'
  | 'photoToSeal'
  | keyof TalkCommands
  | keyof CaseCommands
>;

const envelopes = () => import('./envelopes.ts');
const work = () => import('./desk-work.ts');
const keys = () => import('./desk-keys.ts');
const box = () => import('./box.ts');
const boxWork = () => import('./box-work.ts');
const cases = () => import('./cases.ts');
const talk = async (core: Core): Promise<TalkCommands> => (await import('./talk.ts')).talkCommands(core);

export const deskCommands = (core: Core): DeskCommands => ({
  sealTo: async (desk, matter, code) => (await envelopes()).sealTo(core, desk, matter, code),
  readReceipt: async (code) => (await envelopes()).readReceipt(core, code),
  deskInbox: async (desk) => (await work()).deskInbox(core, desk),
  openEnvelope: async (desk, envelope) => (await work()).openEnvelope(core, desk, envelope),
  deskAnswers: async (desk, envelope) => (await work()).deskAnswers(core, desk, envelope),
  answerEnvelope: async (desk, envelope, answer) =>
    (await work()).answerEnvelope(core, desk, envelope, answer),
  deskRecovery: async (desk) => (await keys()).deskRecovery(core, desk),
  restoreDesk: async (desk, sheet) => (await keys()).restoreDesk(core, desk, sheet),
  refreshBox: async () => (await box()).refreshBox(core),
  checkBox: async () => (await boxWork()).checkBox(core),
  markReportsRead: async (ids) => (await boxWork()).markReportsRead(core, ids),
  photoToSeal: async (file) => (await boxWork()).photoToSeal(core, file),
  deskTalk: async (...args) => (await talk(core)).deskTalk(...args),
  publishComment: async (...args) => (await talk(core)).publishComment(...args),
  refuseComment: async (...args) => (await talk(core)).refuseComment(...args),
  answerAlone: async (...args) => (await talk(core)).answerAlone(...args),
  correctCommentAnswer: async (...args) => (await talk(core)).correctCommentAnswer(...args),
  countTalk: async (...args) => (await talk(core)).countTalk(...args),
  requests: async () => (await cases()).requests(core),
  takeStep: async (envelope, step) => (await cases()).takeStep(core, envelope, step),
  stepWords: async (step) => (await cases()).stepWords(core, step),
});

/** Opens and hands on the desks that this device's person is to read. A tablet and a reader have none. */
export async function keepDesks(core: Core): Promise<void> {
  const identity = await identityOf(core.ports.db);
  if (identity && identity.kind !== 'tablet') await (await keys()).keepDesks(core);
}
