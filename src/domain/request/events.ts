/**
 * The course of a request at the township's desk. Days and kinds stand in the clear, for clocks and statistics; what is
 * about people is sealed to the desk's own key. A case is known by the envelope that brought the request.
 *
 * Each step names the step before it that its author saw (`base`): when two clerks act at once both steps are kept, and
 * the case says so.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import { sealingKey } from '../desk/events.ts';
import { eventId, filled } from '../notice/events.ts';
import { ANSWERS } from './answers.ts';
import { ASKED, MOST_LENGTHENED } from './clock-input.ts';
import { APPLICANTS, WAYS } from './request.ts';

/** Results of a reconsideration or lawsuit, as the yearly report counts them. */
export const OUTCOMES = ['pending', 'upheld', 'corrected', 'other'] as const;
export const GIVEN_UP = ['not-completed', 'fee-unpaid', 'withdrawn'] as const;
export const LAWSUITS = ['direct', 'after-reconsideration'] as const;

const step = {
  /** Id of the envelope. */
  case: eventId,
  base: z.nullable(eventId),
  /** The day on which it happened, which may be before it was recorded. */
  on: day,
  /** Words to it (`stepWords`), sealed to this key of the desk. */
  words: z.nullable(
    z.strictObject({
      key: sealingKey,
      sealed: z.string().check(z.maxLength(200_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
    }),
  ),
};

/** What `words` holds once opened: the letter or note of the step. */
export const stepWords = z.strictObject({ v: z.literal(1), text: filled(10_000) });

/** A result that is known later names the event that said 'pending'. */
const outcome = { outcome: z.enum(OUTCOMES), of: z.nullable(eventId) };

export const caseEvents = {
  /** `on` is the day of receipt by the rule of its way (art. 31). */
  'case.opened': z.strictObject({ ...step, way: z.enum(WAYS), applicant: z.enum(APPLICANTS) }),
  'case.unclear': z.strictObject({ ...step, until: day }),
  'case.completed': z.strictObject(step),
  'case.given-up': z.strictObject({ ...step, why: z.enum(GIVEN_UP) }),
  'case.third-party-asked': z.strictObject({ ...step, who: z.enum(ASKED) }),
  /** `agrees` null: silent, the office decides (art. 32). */
  'case.third-party-answered': z.strictObject({ ...step, asked: eventId, agrees: z.nullable(z.boolean()) }),
  'case.extended': z.strictObject({
    ...step,
    days: z.int().check(z.minimum(1), z.maximum(MOST_LENGTHENED)),
    approvedBy: filled(40),
  }),
  'case.transferred': z.strictObject(step),
  'case.answered': z.strictObject({ ...step, answer: z.enum(ANSWERS) }),
  'case.reconsidered': z.strictObject({ ...step, ...outcome }),
  'case.sued': z.strictObject({ ...step, ...outcome, after: z.enum(LAWSUITS) }),
  /** A charge beyond reasonable number and frequency (art. 42), in fen. */
  'case.fee': z.strictObject({ ...step, fen: z.int().check(z.minimum(1), z.maximum(100_000_000)) }),
};

export type CaseEventType = keyof typeof caseEvents;
export type CaseContent<Type extends CaseEventType = CaseEventType> = z.infer<(typeof caseEvents)[Type]>;
/** What a clerk says of a step; the rest comes by itself. */
export type StepFields<Type extends CaseEventType> = Type extends CaseEventType
  ? Omit<CaseContent<Type>, 'case' | 'base' | 'words'>
  : never;

export const isCaseEvent = (type: string): type is CaseEventType =>
  Object.prototype.hasOwnProperty.call(caseEvents, type);
