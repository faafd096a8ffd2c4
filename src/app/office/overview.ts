/** What the office sees at a glance, and what needs doing: computed from the registry, contacts and boards. Pure. */
import { type LightNotice, publishedHere } from '../../domain/board/board.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { Device, Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import type { Contact } from '../../sync/protocol.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A tablet is on all day: silent for longer than this, somebody should look. */
export const TABLET_SILENT_MS = DAY;
/** A phone may be in a pocket for days, but not for longer than this. */
export const PHONE_SILENT_MS = 14 * DAY;
/** Unsent items older than this are worth a call. */
export const HELD_MS = 2 * HOUR;
/** A village that has published nothing for longer than this. */
export const QUIET_MS = 30 * DAY;

export interface UnitRow {
  unit: Unit;
  /** The newest notice on its board, null: none here. */
  newest: LightNotice | null;
  notices: number;
  phones: DeviceRow[];
  computers: DeviceRow[];
  tablets: DeviceRow[];
  /** Devices from which somebody may publish here, those of other units' people among them. */
  posting: number;
}

export interface DeviceRow {
  device: Device;
  /** Name and post of its person; null for a tablet. */
  person: { name: string; post: string } | null;
  unitName: string;
  /** Null: not heard of by the township yet, or this device does not know. */
  contact: Contact | null;
}

export interface Need {
  tone: 'red' | 'amber';
  kind:
    | 'contradiction'
    | 'held'
    | 'tablet-silent'
    | 'phone-silent'
    | 'no-tablet'
    | 'no-phone'
    | 'no-leader'
    | 'no-village'
    | 'quiet'
    | 'overdue'
    | 'overdue-several';
  /** Words for the sentence: names, numbers, moments (ISO UTC). */
  unit: string;
  name: string;
  n: number;
  since: string | null;
  to: string;
}

const KIND_ORDER = { township: 0, institution: 1, village: 2 };

/** Units in the order in which people name them: the township, institutions, villages, each by its id. */
export function unitsInOrder(registry: Registry): Unit[] {
  return Object.values(registry.units).sort(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
}

export function deviceRows(registry: Registry, contacts: Contact[]): DeviceRow[] {
  const byKey = new Map(contacts.map((contact) => [contact.key, contact]));
  return Object.values(registry.devices).map((device) => {
    const member = device.member === null ? undefined : registry.members[device.member];
    return {
      device,
      person: member ? { name: member.name, post: member.post } : null,
      unitName: registry.units[device.unit]?.name ?? device.unit,
      contact: byKey.get(device.key) ?? null,
    };
  });
}

/** The village and institution rows, with what is on their boards. `boards`: notices by unit id. */
export function unitRows(
  registry: Registry,
  devices: DeviceRow[],
  boards: Map<string, LightNotice[]>,
): UnitRow[] {
  const active = devices.filter(({ device }) => !device.revoked);
  return unitsInOrder(registry).map((unit) => {
    const notices = (boards.get(unit.id) ?? []).filter((notice) => !notice.withdrawn);
    const own = active.filter(({ device }) => device.unit === unit.id);
    return {
      unit,
      newest: publishedHere(notices).pop() ?? null,
      notices: notices.length,
      phones: own.filter(({ device }) => device.kind === 'phone'),
      computers: own.filter(({ device }) => device.kind === 'office'),
      tablets: own.filter(({ device }) => device.kind === 'tablet'),
      posting: active.filter(({ device }) => postsFor(registry, device.key).includes(unit.id)).length,
    };
  });
}

const older = (since: string | null | undefined, than: number, now: string): boolean =>
  typeof since === 'string' && Date.parse(now) - Date.parse(since) > than;

function needsOfDevice(row: DeviceRow, now: string): Need[] {
  const { device, contact, person, unitName } = row;
  if (device.revoked) return [];
  const about = { unit: unitName, name: person?.name ?? device.name, to: `/office/devices#${device.key}` };
  const report = contact?.report;
  const lastHeard = contact?.at ?? device.enrolledAt;
  const needs: Need[] = [];
  if (report && report.unsent > 0 && older(report.oldest, HELD_MS, now)) {
    needs.push({ ...about, tone: 'amber', kind: 'held', n: report.unsent, since: report.oldest });
  }
  const tablet = device.kind === 'tablet';
  if (device.kind !== 'office' && older(lastHeard, tablet ? TABLET_SILENT_MS : PHONE_SILENT_MS, now)) {
    const kind = tablet ? 'tablet-silent' : 'phone-silent';
    const days = Math.floor((Date.parse(now) - Date.parse(lastHeard)) / DAY);
    needs.push({ ...about, tone: tablet ? 'red' : 'amber', kind, n: days, since: lastHeard });
  }
  return needs;
}

/** Days without a notice on a village's board. */
function quietNeed({ unit, newest }: UnitRow, now: string): Need[] {
  if (unit.kind !== 'village' || !newest || !older(newest.acceptedAt, QUIET_MS, now)) return [];
  const since = newest.acceptedAt;
  const n = Math.floor((Date.parse(now) - Date.parse(since)) / DAY);
  return [{ tone: 'amber', kind: 'quiet', unit: unit.name, name: '', n, since, to: `/b/${unit.id}` }];
}

/** Names said in one sentence; the others are counted. */
export const NAMED = 3;

/** One sentence for all units that lack the same thing; null when none does. */
function lacking(kind: Need['kind'], units: Unit[], toOne: (unit: Unit) => string, toAll: string): Need[] {
  const [first, ...others] = units;
  if (!first) return [];
  const named = units.slice(0, NAMED).map(({ name }) => name);
  return [
    {
      tone: 'amber',
      kind,
      unit: named.join('、'),
      name: '',
      n: units.length,
      since: null,
      to: others.length === 0 ? toOne(first) : toAll,
    },
  ];
}

function needsOfUnits(rows: UnitRow[], now: string): Need[] {
  const unitsWhere = (lacks: (row: UnitRow) => boolean): Unit[] => rows.filter(lacks).map(({ unit }) => unit);
  const village = ({ unit }: UnitRow): boolean => unit.kind === 'village';
  const none: Need = {
    tone: 'amber',
    kind: 'no-village',
    unit: '',
    name: '',
    n: 0,
    since: null,
    to: '/office/units/new',
  };
  return [
    ...(rows.some(village) ? [] : [none]),
    ...rows.flatMap((row) => quietNeed(row, now)),
    ...lacking(
      'no-phone',
      unitsWhere((row) => village(row) && row.posting === 0),
      ({ id }) => `/office/invite?unit=${id}`,
      '/office/invite',
    ),
    ...lacking(
      'no-tablet',
      unitsWhere((row) => village(row) && row.tablets.length === 0),
      ({ id }) => `/office/invite?unit=${id}&device=tablet`,
      '/office/invite?device=tablet',
    ),
    ...lacking(
      'no-leader',
      unitsWhere(({ unit }) => unit.leadingGroup.leader === null),
      ({ id }) => `/office/units/${id}`,
      '/office/units',
    ),
  ];
}

/**
 * What a clerk should do, the urgent first.
 * @param contradictions signed heads that contradict what this device holds.
 * @param overdue what units owe their readers (overdue.ts).
 */
export function needsDoing(
  units: UnitRow[],
  devices: DeviceRow[],
  contradictions: number,
  now: string,
  overdue: Need[] = [],
): Need[] {
  const needs: Need[] = [
    ...overdue,
    ...devices.flatMap((row) => needsOfDevice(row, now)),
    ...needsOfUnits(units, now),
  ];
  if (contradictions > 0) {
    needs.unshift({
      tone: 'red',
      kind: 'contradiction',
      unit: '',
      name: '',
      n: contradictions,
      since: null,
      to: '/office',
    });
  }
  return [...needs.filter(({ tone }) => tone === 'red'), ...needs.filter(({ tone }) => tone === 'amber')];
}
