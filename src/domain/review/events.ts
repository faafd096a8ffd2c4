/**
 * Review before publication (先审后公开) and objections, in the unit's office stream, which only the unit and the township
 * read. Approval is not here: the reviewer approves by signing `notice.published` or `notice.corrected` with what was
 * submitted.
 */
import * as z from 'zod/mini';
import { eventId, filled, noticeDrafted, NOTICE_LIMITS } from '../notice/events.ts';

export const REVIEW_LIMITS = { comment: 1_000, objection: 2_000, name: 40, contact: 60 } as const;

export const submissionMade = z.strictObject({
  notice: noticeDrafted,
  /** What it would change; null for a new notice. */
  change: z.nullable(
    z.strictObject({ notice: eventId, base: eventId, reason: filled(NOTICE_LIMITS.reason) }),
  ),
  /** The returned submission that this one mends; null for the first. */
  mends: z.nullable(eventId),
});

export const submissionReturned = z.strictObject({
  submission: eventId,
  comment: filled(REVIEW_LIMITS.comment),
});
export const submissionTakenBack = z.strictObject({ submission: eventId });

/** Personal data shown in the clear on purpose: why stays with the unit. The value itself is not kept. */
export const maskLifted = z.strictObject({
  /** The notice or submission in which it is shown. */
  about: eventId,
  lifted: z
    .array(z.strictObject({ masked: z.string().check(z.maxLength(120)), reason: filled(200) }))
    .check(z.minLength(1), z.maxLength(100)),
});

/** An objection to a notice in its publicity period. */
export const objectionMade = z.strictObject({
  notice: eventId,
  /** Both may be left empty: an objection needs no name. */
  name: z.string().check(z.maxLength(REVIEW_LIMITS.name)),
  contact: z.string().check(z.maxLength(REVIEW_LIMITS.contact)),
  text: filled(REVIEW_LIMITS.objection),
  /** The sealed envelope from which it was taken down; left out: it was said at the counter. */
  envelope: z.optional(eventId),
});
export const objectionAnswered = z.strictObject({
  objection: eventId,
  /** It was right: the notice is to be corrected or withdrawn. */
  upheld: z.boolean(),
  answer: filled(REVIEW_LIMITS.objection),
});

export const reviewEvents = {
  'submission.made': submissionMade,
  'submission.returned': submissionReturned,
  'submission.taken-back': submissionTakenBack,
  'mask.lifted': maskLifted,
  'objection.made': objectionMade,
  'objection.answered': objectionAnswered,
};
export type SubmissionMade = z.infer<typeof submissionMade>;
