/**
 * Outings: a notice going out by another form than the board (S6 of the report): a sheet on a named board or wall with a
 * photo as proof, the loudspeaker, a text message, a card, a meeting, a letter. Each pair of notice and form that has such
 * a record counts once as 'published by other forms'. In the unit's public stream.
 */
import * as z from 'zod/mini';
import { FORMS } from '../catalogue/entry.ts';
import { eventId, photo } from '../notice/events.ts';

const zonedTime = z
  .string()
  .check(z.maxLength(40), z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/));

/** Groups of receivers of one text message. */
export const MAX_GROUPS = 20;

export const outingMade = z
  .strictObject({
    notice: eventId,
    /** The event whose content went out: all forms of one revision carry the same fingerprint. */
    revision: eventId,
    form: z.enum(FORMS),
    /** Board, wall or loudspeaker of the registry; null where there is none. */
    place: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
    /** When it was done, by the author's clock. */
    at: zonedTime,
    /** Proof: required for a sheet on a board or wall. Its file stands in the header. */
    photo: z.nullable(photo),
    /** Degrees, when the cadre allows it. */
    position: z.nullable(
      z.strictObject({
        latitude: z.number().check(z.minimum(-90), z.maximum(90)),
        longitude: z.number().check(z.minimum(-180), z.maximum(180)),
        /** Metres. */
        accuracy: z.number().check(z.minimum(0), z.maximum(100_000)),
      }),
    ),
    /** Receivers of a message, cards handed out, people present, times broadcast; null where nothing is counted. */
    count: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    /** Segments of a text message; null for all else. */
    segments: z.nullable(z.int().check(z.minimum(1), z.maximum(20))),
    /** What was said or noted, as plain text. */
    note: z.string().check(z.maxLength(2_000)),
    /**
     * Groups of receivers: the township's server is asked to send `note`, signature included, to each of them as a text
     * message. `count` is then what the author saw. Without it, the message was sent by hand and is only recorded.
     */
    groups: z.optional(
      z.array(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))).check(z.minLength(1), z.maxLength(MAX_GROUPS)),
    ),
  })
  .check(
    z.refine(
      ({ form, groups, segments, note }) =>
        groups === undefined || (form === 'message' && segments !== null && note !== ''),
    ),
  )
  .check(z.refine(({ form, place, photo: proof }) => form !== 'paper' || (place !== null && proof !== null)));

/** The sheet was taken down; or nothing of it was true, and the record was a mistake. */
export const outingEnded = z.strictObject({
  notice: eventId,
  outing: eventId,
  at: zonedTime,
  reason: z.string().check(z.maxLength(200)),
  mistake: z.optional(z.literal(true)),
});

export const outingEvents = { 'outing.made': outingMade, 'outing.ended': outingEnded };
export type OutingMade = z.infer<typeof outingMade>;
