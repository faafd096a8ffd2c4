/**
 * Who may do what, and who may read what. The one place that says so, for server and devices alike. What may be appended is
 * judged in append.ts: a reader of boards never needs that.
 */
import type { Reviewer } from '../catalogue/entry.ts';
import { INSPECTOR_DESK } from '../desk/events.ts';
import { mayHold } from '../desk/rights.ts';
import type { Outward } from '../notice/events.ts';
import { TOWNSHIP_UNIT } from './events.ts';
import { leftOn, type Device, memberOf, type Registry } from './registry.ts';

export type Refusal =
  | 'not-enrolled'
  | 'revoked'
  | 'not-allowed'
  | 'unknown-unit'
  | 'unknown-place'
  | 'review-needed'
  | 'own-review'
  | 'desk-open'
  | 'desk-unknown'
  | 'unknown-member'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-expired'
  | 'device-known';

export type Right = { ok: true } | { ok: false; refusal: Refusal };
export type Place = {
  kind: 'registry' | 'public' | 'office' | 'desk' | 'box' | 'inspection';
  unit: string | null;
};

/** Whether an invitation can still be used at a moment (ISO UTC). */
export function invitationState(
  registry: Registry,
  key: string,
  now: string,
): 'invitation-unknown' | 'invitation-used' | 'invitation-expired' | 'open' {
  const invitation = registry.invitations[key];
  if (!invitation) return 'invitation-unknown';
  if (invitation.usedBy) return 'invitation-used';
  if (invitation.member !== null && leftOn(registry, invitation.member)) return 'invitation-expired';
  return now > invitation.expires ? 'invitation-expired' : 'open';
}

/** The device of a key, if it may do anything at all. */
export const activeDevice = (registry: Registry, key: string): Device | Refusal => {
  const device = registry.devices[key];
  if (!device) return 'not-enrolled';
  return device.revoked ? 'revoked' : device;
};

/**
 * Whether one device may close another that was lost or given away: the township's office closes any; everybody his own
 * others; who posts or reviews for a unit, phones and tablets of that unit, since the office may be out of reach for days.
 */
export function mayCloseDevice(registry: Registry, key: string, target: Device): boolean {
  const device = activeDevice(registry, key);
  const member = memberOf(registry, key);
  if (typeof device === 'string' || !member) return false;
  if (member.role === 'office') return true;
  if (target.key === key || target.revoked) return false;
  if (target.member === member.id) return true;
  const isOfUnit = target.unit === member.unit && target.kind !== 'office';
  return isOfUnit && (member.role === 'cadre' || member.role === 'supervisor');
}

/**
 * Units for which a person posts: his own, the villages assigned to him, and the township for its office. Who reviews or
 * inspects posts for nobody.
 */
export function postsFor(registry: Registry, key: string): string[] {
  const member = memberOf(registry, key);
  if (!member || registry.devices[key]?.revoked) return [];
  if (member.role !== 'cadre' && member.role !== 'office') return [];
  const units = [member.unit, ...member.assigned];
  if (member.role === 'office') units.push(TOWNSHIP_UNIT);
  return [...new Set(units)].filter((unit) => registry.units[unit]);
}

/** Units whose office stream (submissions, objections) a person's device holds. */
export function officesOf(registry: Registry, key: string): string[] {
  const member = memberOf(registry, key);
  const device = registry.devices[key];
  if (!member || !device || device.revoked) return [];
  if (member.role === 'office') return Object.keys(registry.units);
  return member.role === 'supervisor' ? [member.unit] : postsFor(registry, key);
}

/**
 * Who must look before residents see a notice under this entry, as the catalogue says today. Urgent notices go out at
 * once and are looked at after; an entry that the catalogue does not have needs no review.
 */
export function reviewerOf(registry: Registry, entry: string, outward: Pick<Outward, 'urgent'>): Reviewer {
  if (outward.urgent) return 'none';
  return registry.catalogue.find((one) => one.id === entry)?.review ?? 'none';
}

/** Whether the unit has somebody of its supervision committee with a device that works. */
const hasCommittee = (registry: Registry, unit: string): boolean =>
  Object.values(registry.devices).some((device) => {
    const member = device.revoked ? null : memberOf(registry, device.key);
    return member?.role === 'supervisor' && member.unit === unit;
  });

/**
 * Whether this device's person reviews what a unit publishes under an entry: its supervision committee, or the
 * township's office. The office stands in for a committee that has no device, so that nothing waits for ever; and what
 * was submitted while the catalogue asked for a review may be looked at by either.
 */
export function reviewsFor(registry: Registry, key: string, unit: string, entry: string): boolean {
  const member = memberOf(registry, key);
  if (!member || registry.devices[key]?.revoked) return false;
  const reviewer = registry.catalogue.find((one) => one.id === entry)?.review ?? 'none';
  const ofCommittee = member.role === 'supervisor' && member.unit === unit;
  const ofOffice = member.role === 'office';
  if (reviewer === 'office') return ofOffice;
  if (reviewer === 'committee') return ofCommittee || (ofOffice && !hasCommittee(registry, unit));
  return ofCommittee || ofOffice;
}

/**
 * Units whose inspection stream a person's device holds: all, for who inspects and for the township's office; for who posts or
 * reviews, those whose office stream he holds too.
 */
export function inspectionsOf(registry: Registry, key: string): string[] {
  const member = memberOf(registry, key);
  const device = registry.devices[key];
  if (!member || !device || device.revoked) return [];
  return member.role === 'inspector' ? Object.keys(registry.units) : officesOf(registry, key);
}

/** The desk to which a stream of envelopes belongs; null: it is none. */
export function deskAt({ kind, unit }: Place): string | null {
  if (kind === 'box') return unit === TOWNSHIP_UNIT ? INSPECTOR_DESK : null;
  return kind === 'desk' ? unit : null;
}

/** Whether a caller (null: anybody, no login) may read a stream. Tablets read public streams only. */
export function mayRead(registry: Registry, place: Place, key: string | null): boolean {
  if (place.kind === 'registry' || place.kind === 'public') return true;
  const desk = deskAt(place);
  if (desk !== null) return key !== null && mayHold(registry, key, desk);
  if (place.kind !== 'office' && place.kind !== 'inspection') return false;
  const device = key === null ? 'not-enrolled' : activeDevice(registry, key);
  if (typeof device === 'string' || device.kind === 'tablet') return false;
  const units =
    place.kind === 'office' ? officesOf(registry, device.key) : inspectionsOf(registry, device.key);
  return units.includes(place.unit ?? '');
}

/** A notice by somebody who does not belong to the unit is made on its behalf (代办), and marked so. */
export function isOnBehalf(registry: Registry, unit: string, author: string): boolean {
  const member = memberOf(registry, author);
  return member !== null && member.unit !== unit;
}
