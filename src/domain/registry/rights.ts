/** Who may append what, and who may read what. The one place that says so, for server and devices alike. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { isNoticeEvent } from '../notice/notice.ts';
import { TOWNSHIP_UNIT } from './events.ts';
import { type Device, memberOf, type Registry } from './registry.ts';

export type Refusal =
  | 'not-enrolled'
  | 'revoked'
  | 'not-allowed'
  | 'unknown-unit'
  | 'unknown-place'
  | 'unknown-member'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'device-known';

export type Right = { ok: true } | { ok: false; refusal: Refusal };
export type Place = { kind: 'registry' | 'public' | 'office'; unit: string | null };

const yes: Right = { ok: true };
const no = (refusal: Refusal): Right => ({ ok: false, refusal });

/** Whether an invitation can still be used at a moment (ISO UTC). */
export function invitationState(
  registry: Registry,
  key: string,
  now: string,
): 'invitation-unknown' | 'invitation-used' | 'invitation-expired' | 'open' {
  const invitation = registry.invitations[key];
  if (!invitation) return 'invitation-unknown';
  if (invitation.usedBy) return 'invitation-used';
  return now > invitation.expires ? 'invitation-expired' : 'open';
}

function mayEnrol(registry: Registry, event: DomainEvent): Right {
  const state = invitationState(registry, event.author, event.acceptedAt);
  if (state !== 'open') return no(state);
  const { key } = event.content as ContentOf<'device.enrolled'>;
  return registry.devices[key] ? no('device-known') : yes;
}

/** The unit that a registry event speaks of must exist, so that nobody is invited into nowhere. */
function refersToKnown(registry: Registry, event: DomainEvent): Right {
  if (event.type === 'place.set')
    return registry.units[(event.content as ContentOf<'place.set'>).unit] ? yes : no('unknown-unit');
  if (event.type === 'member.set') {
    const member = event.content as ContentOf<'member.set'>;
    return registry.units[member.unit] ? yes : no('unknown-unit');
  }
  if (event.type === 'invitation.made') {
    const made = event.content as ContentOf<'invitation.made'>;
    if (!registry.units[made.unit]) return no('unknown-unit');
    const member = made.member === null ? null : registry.members[made.member];
    if (member === undefined) return no('unknown-member');
    if ((made.device === 'tablet') !== (member === null)) return no('unknown-member');
    if (made.device === 'office' && member?.role !== 'office') return no('not-allowed');
  }
  return yes;
}

const activeDevice = (registry: Registry, key: string): Device | Refusal => {
  const device = registry.devices[key];
  if (!device) return 'not-enrolled';
  return device.revoked ? 'revoked' : device;
};

function mayChangeRegistry(registry: Registry, event: DomainEvent): Right {
  if (event.type === 'township.founded') return registry.size === 0 ? yes : no('not-allowed');
  if (event.type === 'device.enrolled') return mayEnrol(registry, event);
  const device = activeDevice(registry, event.author);
  if (typeof device === 'string') return no(device);
  if (memberOf(registry, event.author)?.role !== 'office') return no('not-allowed');
  return refersToKnown(registry, event);
}

/** Units for which a person posts: his own, the villages assigned to him, and the township for its office. */
export function postsFor(registry: Registry, key: string): string[] {
  const member = memberOf(registry, key);
  if (!member || registry.devices[key]?.revoked) return [];
  const units = [member.unit, ...member.assigned];
  if (member.role === 'office') units.push(TOWNSHIP_UNIT);
  return [...new Set(units)].filter((unit) => registry.units[unit]);
}

/** A sheet hangs on a board or wall of the unit itself; whatever else names a place names one of the unit. */
function atKnownPlace(registry: Registry, unit: string, event: DomainEvent): boolean {
  if (event.type !== 'outing.made') return true;
  const { form, place: id } = event.content as ContentOf<'outing.made'>;
  if (id === null) return form !== 'paper';
  const place = registry.places[id];
  return place?.unit === unit && (form !== 'paper' || place.kind !== 'loudspeaker');
}

/**
 * Whether an event may be appended at this place now. `event.acceptedAt` is the server's clock.
 * Signature and schema are checked before.
 */
export function mayAppend(registry: Registry, place: Place, event: DomainEvent): Right {
  const inRegistry = place.kind === 'registry';
  if (inRegistry === isNoticeEvent(event)) return no('not-allowed');
  if (inRegistry) return mayChangeRegistry(registry, event);
  const device = activeDevice(registry, event.author);
  if (typeof device === 'string') return no(device);
  if (place.kind !== 'public' || !isNoticeEvent(event)) return no('not-allowed');
  const unit = place.unit ?? '';
  if (!registry.units[unit]) return no('unknown-unit');
  if (!postsFor(registry, event.author).includes(unit)) return no('not-allowed');
  return atKnownPlace(registry, unit, event) ? yes : no('unknown-place');
}

/** Whether a caller (null: anybody, no login) may read a stream. Tablets read public streams only. */
export function mayRead(registry: Registry, place: Place, key: string | null): boolean {
  if (place.kind !== 'office') return true;
  const device = key === null ? 'not-enrolled' : activeDevice(registry, key);
  if (typeof device === 'string' || device.kind === 'tablet') return false;
  const member = memberOf(registry, device.key);
  return member?.role === 'office' || postsFor(registry, device.key).includes(place.unit ?? '');
}

/** A notice by somebody who does not belong to the unit is made on its behalf (代办), and marked so. */
export function isOnBehalf(registry: Registry, unit: string, author: string): boolean {
  const member = memberOf(registry, author);
  return member !== null && member.unit !== unit;
}
