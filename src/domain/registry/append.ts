/** Who may append what, where. The one place that says so, for the township's server and for whoever stands in for it. */
import { yearOf } from '../calendar/days.ts';
import { DESK_REGISTRY_EVENTS } from '../desk/events.ts';
import { deskRefusal, envelopeRefusal, mayHold } from '../desk/rights.ts';
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { isInspectionEvent, isRoundEvent } from '../inspection/events.ts';
import type { BroughtIn } from '../notice/events.ts';
import { isNoticeEvent } from '../notice/notice.ts';
import { isTalkEvent } from '../talk/events.ts';
import { localDateOf } from '../time.ts';
import { registryEvents, TOWNSHIP_UNIT } from './events.ts';
import { leftOn, memberOf, type Registry } from './registry.ts';
import {
  activeDevice,
  deskAt,
  invitationState,
  mayCloseDevice,
  officesOf,
  type Place,
  postsFor,
  type Refusal,
  reviewerOf,
  reviewsFor,
  type Right,
} from './rights.ts';

const yes: Right = { ok: true };
const no = (refusal: Refusal): Right => ({ ok: false, refusal });

function mayEnrol(registry: Registry, event: DomainEvent): Right {
  const state = invitationState(registry, event.author, event.acceptedAt);
  if (state !== 'open') return no(state);
  const { key } = event.content as ContentOf<'device.enrolled'>;
  return registry.devices[key] ? no('device-known') : yes;
}

/** A year is closed when it is over, and once. */
function mayClose(registry: Registry, event: DomainEvent): Right {
  const { year } = event.content as ContentOf<'year.closed'>;
  const isOver = year < yearOf(localDateOf(event.acceptedAt));
  return isOver && !registry.closings[year] ? yes : no('not-allowed');
}

/** Who leaves belongs to the unit, and who comes is new. */
function mayHandOver(registry: Registry, event: DomainEvent): Right {
  const { unit, leave, join } = event.content as ContentOf<'unit.handed-over'>;
  if (!registry.units[unit]) return no('unknown-unit');
  // The township's own people change one by one: nobody locks the office out in one step.
  if (unit === TOWNSHIP_UNIT) return no('not-allowed');
  const ofUnit = leave.every((id) => registry.members[id]?.unit === unit && leftOn(registry, id) === null);
  return ofUnit && join.every(({ id }) => !registry.members[id]) ? yes : no('unknown-member');
}

/** The unit that a registry event speaks of must exist, so that nobody is invited into nowhere. */
function refersToKnown(registry: Registry, event: DomainEvent): Right {
  if (event.type === 'year.closed') return mayClose(registry, event);
  if (event.type === 'unit.handed-over') return mayHandOver(registry, event);
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
    if (member === undefined || (made.member !== null && leftOn(registry, made.member)))
      return no('unknown-member');
    if ((made.device === 'tablet') !== (member === null)) return no('unknown-member');
    if (made.device === 'office' && member?.role !== 'office') return no('not-allowed');
  }
  return yes;
}

/** A device that nobody knows is closed by nobody; one that is closed already stays as it was. */
function mayRevoke(registry: Registry, event: DomainEvent): Right {
  const { key } = event.content as ContentOf<'device.revoked'>;
  const target = registry.devices[key];
  if (!target) return memberOf(registry, event.author)?.role === 'office' ? yes : no('not-allowed');
  return mayCloseDevice(registry, event.author, target) ? yes : no('not-allowed');
}

/** How a unit's tablets live is the office's business, and that of those who post for the unit. */
function maySetTablets(registry: Registry, event: DomainEvent): Right {
  const { unit } = event.content as ContentOf<'tablet.set'>;
  if (!registry.units[unit]) return no('unknown-unit');
  const isOffice = memberOf(registry, event.author)?.role === 'office';
  return isOffice || postsFor(registry, event.author).includes(unit) ? yes : no('not-allowed');
}

function mayChangeRegistry(registry: Registry, event: DomainEvent): Right {
  if (event.type === 'township.founded') return registry.size === 0 ? yes : no('not-allowed');
  if (event.type === 'device.enrolled') return mayEnrol(registry, event);
  const device = activeDevice(registry, event.author);
  if (typeof device === 'string') return no(device);
  if (isDeskEvent(event)) {
    const refusal = deskRefusal(registry, event);
    return refusal ? no(refusal) : yes;
  }
  if (event.type === 'tablet.set') return maySetTablets(registry, event);
  if (event.type === 'device.revoked') return mayRevoke(registry, event);
  if (memberOf(registry, event.author)?.role !== 'office') return no('not-allowed');
  return refersToKnown(registry, event);
}

/** A review of what another person wrote. */
function reviewOf(
  registry: Registry,
  unit: string,
  event: DomainEvent,
  entry: string,
  drafter: string,
): Right {
  if (!reviewsFor(registry, event.author, unit, entry)) return no('not-allowed');
  const writer = memberOf(registry, drafter);
  if (!writer || registry.devices[drafter]?.revoked) return no('not-allowed');
  return writer.id === memberOf(registry, event.author)?.id ? no('own-review') : yes;
}

/** Old records are the office's to bring in, for every unit; what is brought in lies before the day on which it is. */
const mayBringIn = (registry: Registry, event: DomainEvent, { day }: BroughtIn): Right =>
  memberOf(registry, event.author)?.role === 'office' && day < localDateOf(event.acceptedAt)
    ? yes
    : no('not-allowed');

/** Review before publication (先审后公开): the reviewer signs what another wrote. */
function mayPublish(registry: Registry, unit: string, event: DomainEvent): Right {
  const { entry, review, urgent, broughtIn } = event.content as ContentOf<'notice.published'>;
  if (event.type === 'notice.published' && broughtIn) return mayBringIn(registry, event, broughtIn);
  if (review) return reviewOf(registry, unit, event, entry.id, review.drafter);
  if (!postsFor(registry, event.author).includes(unit)) return no('not-allowed');
  return reviewerOf(registry, entry.id, { urgent }) === 'none' ? yes : no('review-needed');
}

/** A sheet hangs on a board or wall of the unit itself; whatever else names a place names one of the unit. */
function atKnownPlace(registry: Registry, unit: string, event: DomainEvent): boolean {
  if (event.type !== 'outing.made') return true;
  const { form, place: id } = event.content as ContentOf<'outing.made'>;
  if (id === null) return form !== 'paper';
  const place = registry.places[id];
  return place?.unit === unit && (form !== 'paper' || place.kind !== 'loudspeaker');
}

function mayAppendPublic(registry: Registry, unit: string, event: DomainEvent): Right {
  if (event.type === 'notice.published' || event.type === 'notice.corrected')
    return mayPublish(registry, unit, event);
  if (event.type === 'notice.reviewed') {
    const member = memberOf(registry, event.author);
    const reviews = member?.role === 'office' || (member?.role === 'supervisor' && member.unit === unit);
    return reviews ? yes : no('not-allowed');
  }
  // Only who can open the comment can decide it.
  if (isTalkEvent(event)) return mayHold(registry, event.author, unit) ? yes : no('not-allowed');
  if (!postsFor(registry, event.author).includes(unit)) return no('not-allowed');
  return atKnownPlace(registry, unit, event) ? yes : no('unknown-place');
}

/** Who writes drafts hands them in and takes them back; who reviews returns them. */
function mayAppendOffice(registry: Registry, unit: string, event: DomainEvent): Right {
  const returns = event.type === 'submission.returned';
  const posts = postsFor(registry, event.author).includes(unit);
  const handsIn = event.type === 'submission.made' || event.type === 'submission.taken-back';
  if (handsIn || event.type === 'mask.lifted' || event.type === 'score.objected')
    return posts ? yes : no('not-allowed');
  if (event.type === 'report.figures-typed' && unit !== TOWNSHIP_UNIT) return no('not-allowed');
  if (event.type === 'score.answered' || event.type === 'report.figures-typed')
    return memberOf(registry, event.author)?.role === 'office' ? yes : no('not-allowed');
  // What a person has learnt goes where he belongs, and nowhere else.
  if (event.type === 'lesson.finished' && memberOf(registry, event.author)?.unit !== unit)
    return no('not-allowed');
  if (!officesOf(registry, event.author).includes(unit)) return no('not-allowed');
  return returns && memberOf(registry, event.author)?.role === 'cadre' ? no('not-allowed') : yes;
}

/** Who inspects opens rounds, finds and checks again; the unit answers. Rounds stand with the township. */
function mayAppendInspection(registry: Registry, unit: string, event: DomainEvent): Right {
  const role = memberOf(registry, event.author)?.role;
  const inspects = role === 'inspector' || role === 'office';
  const posts = postsFor(registry, event.author).includes(unit);
  if (isRoundEvent(event.type) && unit !== TOWNSHIP_UNIT) return no('not-allowed');
  if (event.type === 'finding.answered' || event.type === 'mask.lifted')
    return posts ? yes : no('not-allowed');
  return inspects ? yes : no('not-allowed');
}

/** Which events belong into which kind of stream. */
const BELONGS: Record<Place['kind'], (event: DomainEvent) => boolean> = {
  registry: (event) => isDeskEvent(event) || Object.prototype.hasOwnProperty.call(registryEvents, event.type),
  public: (event) => isNoticeEvent(event) || isTalkEvent(event) || event.type === 'display.reported',
  office: ({ type }) => /^(submission|mask|objection|score|report|lesson)\./.test(type),
  desk: ({ type }) => /^(envelope|case)\./.test(type),
  box: ({ type }) => type.startsWith('envelope.'),
  inspection: ({ type }) => isInspectionEvent(type) || type === 'mask.lifted',
};

const isDeskEvent = ({ type }: DomainEvent): boolean =>
  (DESK_REGISTRY_EVENTS as readonly string[]).includes(type);

/** Envelopes and their answers. */
function mayAppendToDesk(registry: Registry, place: Place, event: DomainEvent): Right {
  const desk = deskAt(place);
  if (desk === null || !BELONGS[place.kind](event)) return no('not-allowed');
  const refusal = envelopeRefusal(registry, desk, event);
  return refusal ? no(refusal) : yes;
}

/**
 * Whether an event may be appended at this place now. `event.acceptedAt` is the server's clock.
 * Signature and schema are checked before.
 */
export function mayAppend(registry: Registry, place: Place, event: DomainEvent): Right {
  const inRegistry = place.kind === 'registry';
  if (inRegistry !== BELONGS.registry(event)) return no('not-allowed');
  if (inRegistry) return mayChangeRegistry(registry, event);
  if (place.kind === 'desk' || place.kind === 'box') return mayAppendToDesk(registry, place, event);
  const device = activeDevice(registry, event.author);
  if (typeof device === 'string') return no(device);
  if (!BELONGS[place.kind](event)) return no('not-allowed');
  const unit = place.unit ?? '';
  if (!registry.units[unit]) return no('unknown-unit');
  if (event.type === 'display.reported')
    return device.kind === 'tablet' && device.unit === unit ? yes : no('not-allowed');
  if (device.kind === 'tablet') return no('not-allowed');
  if (place.kind === 'inspection') return mayAppendInspection(registry, unit, event);
  return place.kind === 'public'
    ? mayAppendPublic(registry, unit, event)
    : mayAppendOffice(registry, unit, event);
}
