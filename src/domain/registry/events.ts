/**
 * Events of the registry: units, people, invitations, devices, catalogue. All public.
 * Texts are trimmed by the form that makes them; limits are in characters (UTF-16 units).
 */
import * as z from 'zod/mini';
import { catalogueEntry } from '../catalogue/entry.ts';
import { closingEvents } from '../closing/events.ts';
import { photo } from '../notice/events.ts';
import { scoreRulesEvents } from '../score/events.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const optionalText = (max: number) => z.string().check(z.maxLength(max));

export const unitId = z.string().check(z.regex(/^[a-z0-9-]{1,24}$/));
export const keyId = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const memberId = z.string().check(z.regex(/^[a-z0-9-]{1,24}$/));

/** The township's own unit has this id in every township. */
export const TOWNSHIP_UNIT = 'township';

const person = z.strictObject({
  name: text(40),
  post: text(60),
  /** First day in this place (`2026-01-01`), where it is known. */
  since: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
});

/** The first event of all. Its author is the office's first device. */
export const townshipFounded = z.strictObject({
  name: text(60),
  /** County and city, for headings: 白银市平川区. */
  region: optionalText(60),
  /** The key that signs every checkpoint of this township, hex. */
  logKey: keyId,
  founder: z.strictObject({ name: text(40), post: text(60), device: text(60) }),
});

/** Who answers for disclosure in a unit. */
const leadingGroup = z.strictObject({
  leader: z.nullable(person),
  deputies: z.array(person).check(z.maxLength(20)),
  members: z.array(person).check(z.maxLength(60)),
});

/** Sets a unit: first time or changed. */
export const unitSet = z.strictObject({
  id: unitId,
  kind: z.enum(['township', 'institution', 'village']),
  name: text(60),
  leadingGroup,
  office: optionalText(60),
  phone: optionalText(40),
  /** First day for which it answers (`2026-01-01`); left out: the day on which it was set up here. */
  dueFrom: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
});

/**
 * What a person does here. `cadre` posts for his unit; `supervisor`, of the village's supervision committee (村务监督委员会),
 * reviews what his village publishes; `office` runs the township; `inspector`, of the discipline commission, watches.
 */
export const ROLES = ['cadre', 'supervisor', 'office', 'inspector'] as const;
export type Role = (typeof ROLES)[number];

/** Sets a person in office. `assigned`: villages for which a township cadre may post (包村). */
export const memberSet = z.strictObject({
  id: memberId,
  name: text(40),
  post: text(60),
  unit: unitId,
  role: z.enum(ROLES),
  assigned: z.array(unitId).check(z.maxLength(100)),
});

/**
 * A change of office (换届) for a whole unit in one step: its new leading group, who leaves, and who comes. All devices of those
 * who leave are closed, and what they were invited with can no longer be used.
 */
export const unitHandedOver = z.strictObject({
  unit: unitId,
  leadingGroup,
  leave: z.array(memberId).check(z.maxLength(100)),
  join: z
    .array(
      z.strictObject({ id: memberId, name: text(40), post: text(60), role: z.enum(['cadre', 'supervisor']) }),
    )
    .check(z.maxLength(100)),
  reason: text(200),
});

/** A one-time invitation. Its link carries the private seed of `key`; whoever has it may enrol one device. */
export const invitationMade = z.strictObject({
  key: keyId,
  device: z.enum(['phone', 'tablet', 'office']),
  unit: unitId,
  /** The person whose device it becomes; null for a tablet. */
  member: z.nullable(memberId),
  /** Last moment at which the server accepts it, ISO UTC. */
  expires: z.string().check(z.maxLength(40), z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)),
});

/** Signed by the invitation's key; `proof` is the new device's signature over `enrolmentText`. */
export const deviceEnrolled = z.strictObject({
  key: keyId,
  proof: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
  name: text(60),
});

export const deviceRevoked = z.strictObject({ key: keyId, reason: text(200) });

/** The whole disclosure catalogue, as in force from this event on. */
export const catalogueSet = z.strictObject({ entries: z.array(catalogueEntry).check(z.maxLength(500)) });

/** Adds an entry to the catalogue or changes it; retiring is an entry with a last day. */
export const entrySet = z.strictObject({ entry: catalogueEntry });

/** A named place where things hang or are heard. Set: first time or changed; `closed`: no longer used. */
export const placeSet = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  unit: unitId,
  kind: z.enum(['board', 'wall', 'loudspeaker']),
  name: text(60),
  /** Where it is, in words. */
  where: optionalText(120),
  photo: z.nullable(photo),
  closed: z.boolean(),
});

const hourOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** When a screen is bright on one day of the week: from, to, in Asia/Shanghai; `to` later than `from`. */
const bright = z.strictObject({ from: hourOfDay, to: hourOfDay }).check(z.refine((one) => one.from < one.to));

/** How the shared tablets of a unit live: set by the office, or by whoever posts for the unit. */
export const tabletSet = z.strictObject({
  unit: unitId,
  /** Seconds without a touch after which the board is as it was, for the next person. */
  idleSeconds: z.int().check(z.minimum(30), z.maximum(900)),
  /** Monday first; null: dark all day. */
  wakes: z.array(z.nullable(bright)).check(z.length(7)),
  /** Whether notices are shown one by one when nobody is there. */
  show: z.boolean(),
  /** Whether urgent notices are read aloud by themselves, once an hour. */
  sound: z.boolean(),
  /** Opens the settings of the tablet itself: slow hash of the code (sync/client/exit-code.ts). Null: nothing opens them. */
  exitCode: z.nullable(
    z.strictObject({
      salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
      hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

/** What a new device signs to show that it has the key which the invitation enrols. */
export const enrolmentText = (township: string, invitationKey: string): string =>
  `gongkailan/v1/enrol\n${township}\n${invitationKey}`;

export const registryEvents = {
  'township.founded': townshipFounded,
  'unit.set': unitSet,
  'member.set': memberSet,
  'unit.handed-over': unitHandedOver,
  'invitation.made': invitationMade,
  'device.enrolled': deviceEnrolled,
  'device.revoked': deviceRevoked,
  'catalogue.set': catalogueSet,
  'catalogue.entry-set': entrySet,
  'place.set': placeSet,
  'tablet.set': tabletSet,
  ...scoreRulesEvents,
  ...closingEvents,
};

export type Unit = z.infer<typeof unitSet>;
export type Person = z.infer<typeof person>;
export type Place = z.infer<typeof placeSet>;
export type TabletSettings = z.infer<typeof tabletSet>;
export type Member = z.infer<typeof memberSet>;
export type DeviceKind = z.infer<typeof invitationMade>['device'];
