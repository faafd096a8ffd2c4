/**
 * An entry of the disclosure catalogue (公开目录): what must be published, by whom, how often, for how long and in which
 * forms. It is data that the office edits; a notice keeps the entry as it was on its day.
 */
import * as z from 'zod/mini';
import { kindId } from '../kind/values.ts';

/** The groups under which residents look for things, and the picture that goes with each. */
export const ASPECTS = [
  'subsidy',
  'relief',
  'money',
  'works',
  'people',
  'poverty',
  'family',
  'culture',
  'discipline',
  'government',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A: the seven aspects of a township's disclosure. B: the ten key contents. other: what law or custom adds. */
export const PARTS = ['A', 'B', 'other'] as const;

/** How often an entry is due; `occasion`: whenever something came about. */
export const RHYTHMS = ['month', 'quarter', 'half-year', 'year', 'occasion'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Forms beside the board itself: sheet on a wall, loudspeaker, text message, card, meeting, public letter. */
export const FORMS = ['paper', 'broadcast', 'message', 'card', 'meeting', 'letter'] as const;
export type Form = (typeof FORMS)[number];

/** Who looks before residents see it (先审后公开); nobody reviews what he wrote himself. */
export const REVIEWERS = ['none', 'committee', 'office'] as const;
export type Reviewer = (typeof REVIEWERS)[number];

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const optionalText = (max: number) => z.string().check(z.maxLength(max));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** A number of days, as calendar days or as working days of the State Council's calendar. */
export const dayCount = z.strictObject({
  days: z.int().check(z.minimum(1), z.maximum(366)),
  unit: z.enum(['working', 'calendar']),
});
export type DayCount = z.infer<typeof dayCount>;

export const entryId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

export const catalogueEntry = z.strictObject({
  id: entryId,
  part: z.enum(PARTS),
  /** Official name, e.g. 耕地地力保护补贴. */
  name: text(60),
  aspect: z.enum(ASPECTS),
  /** Which kinds of unit publish it. */
  units: z.array(z.enum(['township', 'institution', 'village'])).check(z.minLength(1), z.maxLength(3)),
  /** Kinds of notice that fit it (kind/kinds.ts), the one that is offered first. */
  kinds: z.array(kindId).check(z.minLength(1), z.maxLength(8)),
  /** One line for the cadre: what belongs in such a notice. */
  hint: optionalText(200),
  /** Post that answers for it, e.g. 村党支部书记. */
  post: text(60),
  due: z.strictObject({
    every: z.enum(RHYTHMS),
    /** What starts the clock, for `occasion`; empty otherwise. */
    occasion: optionalText(60),
    /** Counted from the day after the period's end, or after the occasion. */
    within: dayCount,
  }),
  /** Publicity period (公示期) before it takes effect; null: none. */
  publicity: z.nullable(dayCount),
  forms: z.array(z.enum(FORMS)).check(z.maxLength(FORMS.length)),
  review: z.enum(REVIEWERS),
  /** Law or rule that it rests on. */
  basis: optionalText(200),
  /** First day in force; last day in force, null while it is. Days in Asia/Shanghai. */
  from: day,
  until: z.nullable(day),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/** Whether the entry is in force on a day (`2026-11-24`). */
export const inForce = (entry: CatalogueEntry, on: string): boolean =>
  entry.from <= on && (entry.until === null || on <= entry.until);
