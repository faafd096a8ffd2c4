/** The registry as folded state: who is who in a township, on the day of the last event. */
import { addDays } from '../calendar/days.ts';
import type { CatalogueEntry } from '../catalogue/entry.ts';
import type { Closings } from '../closing/events.ts';
import { type Desks, evolveDesks, NO_DESKS } from '../desk/desks.ts';
import type { DomainEvent } from '../event.ts';
import type { ContentOf, EventType } from '../event-types.ts';
import type { ScoreRules } from '../score/events.ts';
import type { LocalDate } from '../time.ts';
import {
  type DeviceKind,
  type Member,
  type Person,
  type Place,
  type TabletSettings,
  TOWNSHIP_UNIT,
  type Unit,
} from './events.ts';

export interface Device {
  key: string;
  kind: DeviceKind;
  name: string;
  unit: string;
  member: string | null;
  enrolledAt: string;
  revoked: { at: string; reason: string } | null;
}

export interface Invitation {
  key: string;
  device: DeviceKind;
  unit: string;
  member: string | null;
  expires: string;
  madeAt: string;
  /** The device that used it, or null. */
  usedBy: string | null;
}

/** Somebody who was in a unit's leading group and no longer is. */
export interface FormerPerson extends Person {
  place: 'leader' | 'deputy' | 'member';
  /** When the change was taken in, ISO UTC. */
  until: string;
}

export interface Registry extends Desks {
  name: string;
  region: string;
  logKey: string;
  /** Number of registry events folded. */
  size: number;
  units: Record<string, Unit>;
  /** By unit, the earlier first. */
  former: Record<string, FormerPerson[]>;
  places: Record<string, Place>;
  members: Record<string, Member>;
  /** People who are no longer in office, by id: since when (ISO UTC). Their names stay with what they signed. */
  left: Record<string, string>;
  devices: Record<string, Device>;
  invitations: Record<string, Invitation>;
  catalogue: CatalogueEntry[];
  /** Entries as they were before they changed, each until the day before the change held. */
  formerEntries: CatalogueEntry[];
  /** When a unit was first set, ISO UTC, by its id. */
  setUp: Record<string, string>;
  /** When a board, wall or loudspeaker was first set, and closed for good, ISO UTC, by its id. */
  placeDays: Record<string, { from: string; closed: string | null }>;
  /** How the tablets of a unit live, by the unit's id; those never set live by the defaults (domain/kiosk). */
  tablets: Record<string, TabletSettings>;
  /** Each version of the scorecard's rules, in the order in which they were set. */
  scoreRules: ScoreRules[];
  /** Years that the office has closed (domain/closing). */
  closings: Closings;
  /** Events that this version could not use: unknown type, or no sense at their place. */
  setAside: number;
}

export const EMPTY_REGISTRY: Registry = {
  name: '',
  region: '',
  logKey: '',
  size: 0,
  units: {},
  former: {},
  places: {},
  members: {},
  left: {},
  devices: {},
  invitations: {},
  catalogue: [],
  formerEntries: [],
  setUp: {},
  placeDays: {},
  tablets: {},
  scoreRules: [],
  closings: {},
  ...NO_DESKS,
  setAside: 0,
};

/** Id of the person who founded the township. */
export const FOUNDER = 'founder';

type Evolve<Type extends EventType> = (
  state: Registry,
  content: ContentOf<Type>,
  event: DomainEvent,
) => Registry | null;

const founded: Evolve<'township.founded'> = (state, content, event) =>
  state.size > 0
    ? null
    : {
        ...state,
        name: content.name,
        region: content.region,
        logKey: content.logKey,
        members: {
          [FOUNDER]: {
            id: FOUNDER,
            name: content.founder.name,
            post: content.founder.post,
            unit: TOWNSHIP_UNIT,
            role: 'office',
            assigned: [],
          },
        },
        devices: {
          [event.author]: {
            key: event.author,
            kind: 'office',
            name: content.founder.device,
            unit: TOWNSHIP_UNIT,
            member: FOUNDER,
            enrolledAt: event.acceptedAt,
            revoked: null,
          },
        },
      };

const enrolled: Evolve<'device.enrolled'> = (state, content, event) => {
  const invitation = state.invitations[event.author];
  if (!invitation || invitation.usedBy || state.devices[content.key]) return null;
  const device: Device = {
    key: content.key,
    kind: invitation.device,
    name: content.name,
    unit: invitation.unit,
    member: invitation.member,
    enrolledAt: event.acceptedAt,
    revoked: null,
  };
  return {
    ...state,
    devices: { ...state.devices, [content.key]: device },
    invitations: { ...state.invitations, [invitation.key]: { ...invitation, usedBy: content.key } },
  };
};

const revoked: Evolve<'device.revoked'> = (state, content, event) => {
  const device = state.devices[content.key];
  if (!device || device.revoked) return null;
  const change = { ...device, revoked: { at: event.acceptedAt, reason: content.reason } };
  return { ...state, devices: { ...state.devices, [content.key]: change } };
};

const groupOf = (unit: Unit): Omit<FormerPerson, 'until'>[] => [
  ...(unit.leadingGroup.leader ? [{ ...unit.leadingGroup.leader, place: 'leader' as const }] : []),
  ...unit.leadingGroup.deputies.map((one) => ({ ...one, place: 'deputy' as const })),
  ...unit.leadingGroup.members.map((one) => ({ ...one, place: 'member' as const })),
];

/** A unit as it is from now on; who left its leading group is kept with the day. */
const unitChanged: Evolve<'unit.set'> = (state, unit, event) => {
  const before = state.units[unit.id];
  const now = new Set(groupOf(unit).map((one) => `${one.place}/${one.name}/${one.post}`));
  const left = (before ? groupOf(before) : [])
    .filter((one) => !now.has(`${one.place}/${one.name}/${one.post}`))
    .map((one) => ({ ...one, until: event.acceptedAt }));
  return {
    ...state,
    units: { ...state.units, [unit.id]: unit },
    setUp: before ? state.setUp : { ...state.setUp, [unit.id]: event.acceptedAt },
    former:
      left.length > 0
        ? { ...state.former, [unit.id]: [...(state.former[unit.id] ?? []), ...left] }
        : state.former,
  };
};

/** Somebody who is set again is in office again. */
const memberChanged: Evolve<'member.set'> = (state, member) => {
  const { [member.id]: _again, ...left } = { ...state.left };
  return { ...state, members: { ...state.members, [member.id]: member }, left };
};

/** The new leading group, the new people, and every device of those who leave closed. */
const handedOver: Evolve<'unit.handed-over'> = (state, content, event) => {
  const unit = state.units[content.unit];
  const led = unit && unitChanged(state, { ...unit, leadingGroup: content.leadingGroup }, event);
  if (!led) return null;
  const leaving = content.leave.filter((id) => state.members[id]?.unit === content.unit);
  const at = event.acceptedAt;
  const devices = Object.values(state.devices)
    .filter(({ member, revoked: before }) => member !== null && leaving.includes(member) && !before)
    .map((device) => ({ ...device, revoked: { at, reason: content.reason } }));
  const joining = content.join
    .filter(({ id }) => !state.members[id])
    .map((one) => ({ ...one, unit: content.unit, assigned: [] }));
  return {
    ...led,
    members: { ...state.members, ...Object.fromEntries(joining.map((one) => [one.id, one])) },
    left: { ...state.left, ...Object.fromEntries(leaving.map((id) => [id, at])) },
    devices: { ...state.devices, ...Object.fromEntries(devices.map((one) => [one.key, one])) },
  };
};

/** A version that held until another began keeps its days; one that is only put right leaves nothing behind. */
function superseded(before: CatalogueEntry[], after: CatalogueEntry[]): CatalogueEntry[] {
  const next = new Map(after.map((entry) => [entry.id, entry]));
  return before.flatMap((entry) => {
    const from = next.get(entry.id)?.from;
    if (from === undefined || from <= entry.from) return [];
    const until = addDays(from as LocalDate, -1);
    return [{ ...entry, until: entry.until !== null && entry.until < until ? entry.until : until }];
  });
}

const catalogueChanged: Evolve<'catalogue.set'> = (state, { entries }) => ({
  ...state,
  formerEntries: [...state.formerEntries, ...superseded(state.catalogue, entries)],
  catalogue: entries,
});

const placeChanged: Evolve<'place.set'> = (state, place, event) => {
  const from = state.placeDays[place.id]?.from ?? event.acceptedAt;
  const closed = place.closed ? (state.placeDays[place.id]?.closed ?? event.acceptedAt) : null;
  return {
    ...state,
    places: { ...state.places, [place.id]: place },
    placeDays: { ...state.placeDays, [place.id]: { from, closed } },
  };
};

const entryChanged: Evolve<'catalogue.entry-set'> = (state, { entry }) => ({
  ...state,
  formerEntries: [...state.formerEntries, ...superseded(state.catalogue, [entry])],
  catalogue: state.catalogue.some((one) => one.id === entry.id)
    ? state.catalogue.map((one) => (one.id === entry.id ? entry : one))
    : [...state.catalogue, entry],
});

const desksChanged = (state: Registry, _content: unknown, event: DomainEvent): Registry | null => {
  const desks = evolveDesks(state, event);
  return desks && { ...state, ...desks };
};

const evolvers: { [Type in EventType]?: Evolve<Type> } = {
  'township.founded': founded,
  'unit.set': unitChanged,
  'place.set': placeChanged,
  'tablet.set': (state, one) => ({ ...state, tablets: { ...state.tablets, [one.unit]: one } }),
  'catalogue.entry-set': entryChanged,
  'member.set': memberChanged,
  'unit.handed-over': handedOver,
  'invitation.made': (state, made, event) =>
    state.invitations[made.key]
      ? null
      : {
          ...state,
          invitations: {
            ...state.invitations,
            [made.key]: { ...made, madeAt: event.acceptedAt, usedBy: null },
          },
        },
  'device.enrolled': enrolled,
  'device.revoked': revoked,
  'catalogue.set': catalogueChanged,
  'score.rules-set': (state, rules) => ({ ...state, scoreRules: [...state.scoreRules, rules] }),
  // The first closing of a year holds.
  'year.closed': (state, closed, { acceptedAt: at, author: by, number }) =>
    state.closings?.[closed.year]
      ? null
      : {
          ...state,
          closings: {
            ...state.closings,
            [closed.year]: { year: closed.year, missing: closed.missing, at, by, number },
          },
        },
  'device.sealing-key-set': desksChanged,
  'desk.opened': desksChanged,
  'desk.holder-added': desksChanged,
};

/**
 * The registry after one more event.
 * @param event with content that passed its schema; null content for a type that this version does not know.
 */
export function evolveRegistry(state: Registry, event: DomainEvent): Registry {
  const evolve = evolvers[event.type as EventType] as Evolve<EventType> | undefined;
  const next =
    evolve && event.content !== null ? evolve(state, event.content as ContentOf<EventType>, event) : null;
  return next
    ? { ...next, size: state.size + 1 }
    : { ...state, size: state.size + 1, setAside: state.setAside + 1 };
}

/** Since when somebody is no longer in office, ISO UTC; null: he is, or nobody knows him. */
export const leftOn = (registry: Pick<Registry, 'left'>, member: string): string | null =>
  registry.left?.[member] ?? null;

/** The person behind a device's key, or null (a tablet, or a key that is not known). */
export function memberOf(registry: Registry, key: string): Member | null {
  const member = registry.devices[key]?.member;
  return (member && registry.members[member]) || null;
}
