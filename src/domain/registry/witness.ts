/** Which devices witness the log, and under which name. */
import type { Registry } from './registry.ts';

/** Digits of the key in the name: enough to tell a unit's devices apart; the whole key is checked all the same. */
const DIGITS = 16;

/** The witness that an enrolled device is; null when it is not enrolled, or revoked. */
export function deviceWitness(
  township: string,
  registry: Registry,
  key: string,
): { name: string; key: string } | null {
  const device = registry.devices[key];
  if (!device || device.revoked) return null;
  return { name: `gongkailan/${township}/${device.unit}/${key.slice(0, DIGITS)}`, key };
}
