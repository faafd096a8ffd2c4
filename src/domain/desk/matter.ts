/** What is inside an envelope and inside an answer, once opened. Everything that was sealed is parsed by these. */
import * as z from 'zod/mini';
import { eventId, filled } from '../notice/events.ts';
import { clockInput } from '../request/clock-input.ts';
import { request } from '../request/request.ts';
import { sealingKey } from './events.ts';

/**
 * Characters. An envelope holds a long text and as many of the largest photos as `photosAtOnce` says; more come in an
 * addition.
 */
export const MATTER_LIMITS = {
  text: 5_000,
  name: 40,
  contact: 100,
  photos: 4,
  photosAtOnce: 3,
  photo: 112_000,
} as const;

const text = filled(MATTER_LIMITS.text);
const name = z.string().check(z.maxLength(MATTER_LIMITS.name));
const contact = z.string().check(z.maxLength(MATTER_LIMITS.contact));
/** A JPEG in base64, made anew on the device so that nothing of the camera's is in it. */
const photo = z.string().check(z.maxLength(MATTER_LIMITS.photo), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

export const matters = {
  /** Said about a notice, to be answered in public; a name is not needed. */
  comment: z.strictObject({ kind: z.literal('comment'), notice: eventId, text, name }),
  /** 'Was this clear?' */
  clear: z.strictObject({ kind: z.literal('clear'), notice: eventId, clear: z.boolean() }),
  /** Against a notice in its publicity period. */
  objection: z.strictObject({ kind: z.literal('objection'), notice: eventId, text, name, contact }),
  /** Of wrongdoing, to the inspector. */
  report: z.strictObject({
    kind: z.literal('report'),
    text,
    photos: z.array(photo).check(z.maxLength(MATTER_LIMITS.photos)),
  }),
  /** For disclosure (依申请公开). */
  request,
  /** More to something handed in before under the same code. */
  addition: z.strictObject({
    kind: z.literal('addition'),
    text,
    photos: z.array(photo).check(z.maxLength(MATTER_LIMITS.photos)),
  }),
};

/** One of `matters`. */
export const matter = z.discriminatedUnion('kind', [
  matters.comment,
  matters.clear,
  matters.objection,
  matters.report,
  matters.request,
  matters.addition,
]);
export type Matter = z.infer<typeof matter>;

/** The envelope's content: the matter, and the key to which the answer is to be sealed. */
export const envelopeContent = z.strictObject({
  v: z.literal(1),
  reply: sealingKey,
  matter: z.unknown(),
});

/** What a report was found to be, when it is closed. */
export const RESULTS = ['established', 'partly', 'not', 'passed-on', 'outside'] as const;
export type ReportResult = (typeof RESULTS)[number];

/** What a desk answers; with a result where a report is closed. */
export const deskAnswer = z.strictObject({
  v: z.literal(1),
  text: filled(10_000),
  result: z.optional(z.enum(RESULTS)),
  /** Where a request for disclosure stands with it: the applicant's screen computes the clock from it. */
  case: z.optional(z.strictObject({ clock: clockInput })),
});
export type DeskAnswer = z.infer<typeof deskAnswer>;
