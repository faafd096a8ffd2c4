/** What screens may ask of desks and envelopes. Sealing loads when it is first needed: readers of a board need none. */
import type { Core } from './core.ts';
import type { Device } from './device.ts';
import { identityOf } from './status.ts';

type DeskCommands = Pick<
  Device,
  'sealTo' | 'readReceipt' | 'deskInbox' | 'openEnvelope' | 'answerEnvelope' | 'deskRecovery' | 'restoreDesk'
>;

const envelopes = () => import('./envelopes.ts');
const keys = () => import('./desk-keys.ts');

export const deskCommands = (core: Core): DeskCommands => ({
  sealTo: async (desk, matter, code) => (await envelopes()).sealTo(core, desk, matter, code),
  readReceipt: async (code) => (await envelopes()).readReceipt(core, code),
  deskInbox: async (desk) => (await envelopes()).deskInbox(core, desk),
  openEnvelope: async (desk, envelope) => (await envelopes()).openEnvelope(core, desk, envelope),
  answerEnvelope: async (desk, envelope, answer) =>
    (await envelopes()).answerEnvelope(core, desk, envelope, answer),
  deskRecovery: async (desk) => (await keys()).deskRecovery(core, desk),
  restoreDesk: async (desk, sheet) => (await keys()).restoreDesk(core, desk, sheet),
});

/** Opens and hands on the desks that this device's person is to read. A tablet and a reader have none. */
export async function keepDesks(core: Core): Promise<void> {
  const identity = await identityOf(core.ports.db);
  if (identity && identity.kind !== 'tablet') await (await keys()).keepDesks(core);
}
