/** Who may read what arrives at a desk, and who may hand in there. Part of registry/rights.ts. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { TOWNSHIP_UNIT } from '../registry/events.ts';
import { memberOf, type Registry } from '../registry/registry.ts';
import { keysOfDesk } from './desks.ts';
import { INSPECTOR_DESK } from './events.ts';

/**
 * Whether a device may open what arrives at a desk: the inspector's is his alone; the township's is its office's; a
 * village's or institution's belongs to its own people and to whoever is assigned to it.
 */
export function mayHold(registry: Registry, key: string, desk: string): boolean {
  const device = registry.devices[key];
  const member = memberOf(registry, key);
  if (!device || !member || device.revoked || device.kind === 'tablet') return false;
  if (desk === INSPECTOR_DESK) return member.role === 'inspector';
  if (member.role === 'inspector' || !registry.units[desk]) return false;
  if (desk === TOWNSHIP_UNIT) return member.role === 'office';
  return member.unit === desk || member.assigned.includes(desk);
}

/** Desks whose envelopes a device may open. */
export const desksOf = (registry: Registry, key: string): string[] =>
  [INSPECTOR_DESK, ...Object.keys(registry.units)].filter((desk) => mayHold(registry, key, desk));

export type DeskRefusal = 'not-allowed' | 'desk-open' | 'desk-unknown';

/** A desk is opened once; its holders may change its key, and anybody who may hold it when none of them is left. */
function mayOpen(registry: Registry, author: string, content: ContentOf<'desk.opened'>): DeskRefusal | null {
  const { desk: id, holders } = content;
  if (!holders.every(({ device }) => mayHold(registry, device, id))) return 'not-allowed';
  if (!mayHold(registry, author, id)) return 'not-allowed';
  const desk = registry.desks[id];
  if (!desk) return null;
  const held = Object.keys(desk.holders).filter((device) => mayHold(registry, device, id));
  return held.length === 0 || held.includes(author) ? null : 'desk-open';
}

function mayAdd(
  registry: Registry,
  author: string,
  content: ContentOf<'desk.holder-added'>,
): DeskRefusal | null {
  const desk = registry.desks[content.desk];
  const key = desk && keysOfDesk(desk).find((one) => one.key === content.key);
  if (!key) return 'desk-unknown';
  // Who has the recovery sheet adds his own device; what he seals for it is his own matter.
  const has = key.holders[author] !== undefined || author === content.device;
  const may = mayHold(registry, author, content.desk) && mayHold(registry, content.device, content.desk);
  return has && may ? null : 'not-allowed';
}

/** Why a device may not change the desks in the registry; null: it may. The device is enrolled and not revoked. */
export function deskRefusal(registry: Registry, event: DomainEvent): DeskRefusal | null {
  if (event.type === 'device.sealing-key-set')
    return registry.devices[event.author]?.kind === 'tablet' ? 'not-allowed' : null;
  return event.type === 'desk.opened'
    ? mayOpen(registry, event.author, event.content as ContentOf<'desk.opened'>)
    : mayAdd(registry, event.author, event.content as ContentOf<'desk.holder-added'>);
}

/**
 * Why something may not stand in a desk's stream; null: it may. Envelopes come from keys that nobody knows, so that a
 * hand-in names no device; all else is by who may read the desk.
 */
export function envelopeRefusal(registry: Registry, desk: string, event: DomainEvent): DeskRefusal | null {
  if (event.type !== 'envelope.sealed') return mayHold(registry, event.author, desk) ? null : 'not-allowed';
  if (registry.devices[event.author]) return 'not-allowed';
  const open = registry.desks[desk];
  const { key } = event.content as ContentOf<'envelope.sealed'>;
  return open && keysOfDesk(open).some((one) => one.key === key) ? null : 'desk-unknown';
}
