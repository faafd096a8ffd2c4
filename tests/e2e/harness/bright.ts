import { DEFAULTS } from '../../../src/domain/kiosk/settings.ts';

/** Bright by day and night: what a test sees does not depend on the hour at which it runs. */
export const ALWAYS_BRIGHT = {
  ...DEFAULTS,
  wakes: DEFAULTS.wakes.map(() => ({ from: '00:00', to: '23:59' })),
};
