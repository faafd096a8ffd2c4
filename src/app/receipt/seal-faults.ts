/** Why something could not be sealed, as every screen that seals has words for. */
import type { SealFault } from '../../sync/client/envelopes.ts';

const SAID = ['no-desk', 'not-secure', 'too-large', 'storage-full', 'storage-failed'] as const;
export type SaidFault = (typeof SAID)[number] | 'not-valid';

/** The fault to be said; what nobody can act upon is 'not valid'. */
export const saidFault = (code: SealFault): SaidFault => SAID.find((one) => one === code) ?? 'not-valid';
