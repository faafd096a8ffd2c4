/**
 * Inspection (检查, 责任追究, 反馈; S4 and S15 of the report). Rounds stand in the township's inspection stream, findings in that
 * of the unit that they are about: the unit reads and answers its own, and no other's.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import { entryId } from '../catalogue/entry.ts';
import { eventId, filled, photo } from '../notice/events.ts';

export const INSPECTION_LIMITS = {
  title: 60,
  text: 1_000,
  items: 200,
  checks: 20,
  check: 60,
  photos: 6,
  seed: 64,
  person: 40,
} as const;

const unit = z.string().check(z.regex(/^[a-z0-9-]{1,24}$/));

/** What is looked at: a notice, what is due under an entry, a board or wall, or the unit as a whole. */
export const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), id: eventId }),
  z.strictObject({ kind: z.literal('entry'), id: entryId }),
  z.strictObject({ kind: z.literal('place'), id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) }),
  z.strictObject({ kind: z.literal('unit') }),
]);
export type Subject = z.infer<typeof subject>;

const roundItem = z.strictObject({ unit, about: subject, title: z.string().check(z.maxLength(120)) });
export type RoundItem = z.infer<typeof roundItem>;

/**
 * How the items were drawn: the notices of these units and days, in the order of draw.ts, of which `candidates` is the hash; whoever
 * has the boards draws again with the seed and gets the same items.
 */
export const draw = z.strictObject({
  seed: filled(INSPECTION_LIMITS.seed),
  units: z.array(unit).check(z.minLength(1), z.maxLength(400)),
  first: day,
  last: day,
  /** SHA-256, hex, of the candidates' lines, and how many they were. */
  candidates: eventId,
  of: z.int().check(z.minimum(0)),
});
export type Draw = z.infer<typeof draw>;

export const roundOpened = z.strictObject({
  title: filled(INSPECTION_LIMITS.title),
  /** What is asked of each item. */
  checklist: z
    .array(filled(INSPECTION_LIMITS.check))
    .check(z.minLength(1), z.maxLength(INSPECTION_LIMITS.checks)),
  items: z.array(roundItem).check(z.minLength(1), z.maxLength(INSPECTION_LIMITS.items)),
  /** Null: chosen by hand. */
  draw: z.nullable(draw),
});
/** One item was looked at. `checks`: by the checklist, what was found right; a wrong one wants a finding. */
export const roundChecked = z.strictObject({
  round: eventId,
  item: z.int().check(z.minimum(0), z.maximum(INSPECTION_LIMITS.items)),
  checks: z.array(z.boolean()).check(z.maxLength(INSPECTION_LIMITS.checks)),
  note: z.string().check(z.maxLength(INSPECTION_LIMITS.text)),
});
export const roundClosed = z.strictObject({ round: eventId, summary: filled(INSPECTION_LIMITS.text) });

/** How grave it is. `falsified`: untrue on purpose; the unit's score of that month is 0 (RULES 6). */
export const SEVERITIES = ['advice', 'fault', 'falsified'] as const;
export type Severity = (typeof SEVERITIES)[number];

const photos = z.array(photo).check(z.maxLength(INSPECTION_LIMITS.photos));

export const findingMade = z.strictObject({
  /** The round in which it was found; null: none. */
  round: z.nullable(eventId),
  about: subject,
  title: filled(INSPECTION_LIMITS.title),
  text: filled(INSPECTION_LIMITS.text),
  severity: z.enum(SEVERITIES),
  /** The day on which it happened. */
  on: day,
  /** Who answers for it, 负责人. */
  person: filled(INSPECTION_LIMITS.person),
  /** Last day for the unit's answer. */
  due: day,
  photos,
});
export const findingAnswered = z.strictObject({
  finding: eventId,
  text: filled(INSPECTION_LIMITS.text),
  photos,
});
/** The re-check: done closes it; not done gives a new day. */
export const findingRechecked = z.strictObject({
  finding: eventId,
  done: z.boolean(),
  text: filled(INSPECTION_LIMITS.text),
  due: z.nullable(day),
});
/** It was a mistake of the inspection itself, and counts no more. */
export const findingDropped = z.strictObject({ finding: eventId, reason: filled(INSPECTION_LIMITS.text) });

export const inspectionEvents = {
  'round.opened': roundOpened,
  'round.checked': roundChecked,
  'round.closed': roundClosed,
  'finding.made': findingMade,
  'finding.answered': findingAnswered,
  'finding.rechecked': findingRechecked,
  'finding.dropped': findingDropped,
};
export type InspectionType = keyof typeof inspectionEvents;

export const isInspectionEvent = (type: string): type is InspectionType =>
  Object.prototype.hasOwnProperty.call(inspectionEvents, type);
export const isRoundEvent = (type: string): boolean => type.startsWith('round.');
