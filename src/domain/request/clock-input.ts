/**
 * What a request's clock is computed from: days and kinds, nothing of anybody's. It goes to the applicant with each
 * answer, so that his screen shows the same working as the office's.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';

/** Working days in which a request is answered (政府信息公开条例 art. 33). */
export const TERM = 20;
/** The most by which it may be lengthened, once (art. 33). */
export const MOST_LENGTHENED = 20;
/** Working days in which the applicant is told that a request is unclear (art. 30). */
export const UNCLEAR_WITHIN = 7;
/** Working days in which a third party or another agency answers (art. 32, 34). */
export const ASKED_WITHIN = 15;

/** Whom the office asks while the clock stands still. */
export const ASKED = ['third-party', 'agency'] as const;
export const ENDS = ['answered', 'given-up', 'transferred'] as const;

export const clockInput = z.strictObject({
  received: day,
  /** Asked to complete the request; `completed` null: it has not come yet. */
  unclear: z.nullable(z.strictObject({ on: day, until: day, completed: z.nullable(day) })),
  /** Time for asking others, which does not count; `to` null: no answer yet. */
  pauses: z
    .array(z.strictObject({ why: z.enum(ASKED), from: day, to: z.nullable(day) }))
    .check(z.maxLength(60)),
  /** Working days more, and who approved it. */
  extended: z.nullable(
    z.strictObject({
      on: day,
      days: z.int().check(z.minimum(1), z.maximum(MOST_LENGTHENED)),
      by: z.string().check(z.maxLength(40)),
    }),
  ),
  ended: z.nullable(z.strictObject({ on: day, how: z.enum(ENDS) })),
});
export type ClockInput = z.infer<typeof clockInput>;
