/** How a unit's tablets live: what was set, or what holds where nobody set anything. */
import type { TabletSettings } from '../registry/events.ts';
import type { Registry } from '../registry/registry.ts';

/** Long enough for all that people do outdoors in a village's year. */
const BRIGHT = { from: '06:30', to: '22:00' };

/** In force until somebody sets something else. */
export const DEFAULTS: Omit<TabletSettings, 'unit'> = {
  idleSeconds: 90,
  wakes: Array.from({ length: 7 }, () => BRIGHT),
  show: true,
  sound: false,
  exitCode: null,
};

/** The settings of a unit's tablets; the defaults while the registry is not here. */
export const tabletSettings = (registry: Registry | null | undefined, unit: string): TabletSettings =>
  registry?.tablets?.[unit] ?? { unit, ...DEFAULTS };
