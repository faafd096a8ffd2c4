/** What is seldom asked for: bundles, proofs, days in the past. Loads apart from what every reader of a notice needs. */
import { archiveCommands } from './archive.ts';
import { asOfCommands } from './as-of.ts';
import { bundleCommands } from './bundles.ts';
import type { Core } from './core.ts';
import type { Device } from './device.ts';
import { proofCommands } from './witness.ts';

export const seldomCommands = (core: Core) =>
  ({
    ...proofCommands(core),
    ...bundleCommands(core),
    ...asOfCommands(core),
    ...archiveCommands(core),
  }) satisfies Partial<Device>;

export type SeldomCommands = ReturnType<typeof seldomCommands>;
