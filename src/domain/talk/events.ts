/**
 * What a unit decides of the comments that arrive at its desk, in its public stream. The envelope's id is the hash of what
 * was handed in: whoever has the receipt code can tell which decision is about his own.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import { eventId, filled } from '../notice/events.ts';

/** Characters. */
export const TALK_LIMITS = { text: 5_000, name: 40, answer: 5_000 } as const;

/**
 * Why a comment is not shown: it names what concerns others alone; it insults; it is none of the village's business; it
 * advertises; it says what was said before; it needs another way (a request, a report, an objection).
 */
export const REFUSALS = [
  'personal-data',
  'insult',
  'not-village',
  'advertising',
  'repeated',
  'other-way',
] as const;
export type Refusal = (typeof REFUSALS)[number];

const count = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** The day on which the desk received it: by it the term for answers is counted. Earlier versions did not say it. */
const arrived = z.optional(day);

/** A comment as residents see it, with the unit's answer. */
export const commentPublished = z.strictObject({
  notice: eventId,
  envelope: eventId,
  /** Personal data masked. */
  text: filled(TALK_LIMITS.text),
  /** As the sender wanted it; empty: none. */
  name: z.string().check(z.maxLength(TALK_LIMITS.name)),
  answer: filled(TALK_LIMITS.answer),
  arrived,
});

/** A comment that is not shown, or no longer. Its words are nowhere in it. */
export const commentRefused = z.strictObject({
  notice: eventId,
  envelope: eventId,
  reason: z.enum(REFUSALS),
  arrived,
});

/** Another answer to a published comment; the one before stays in the log. */
export const answerCorrected = z.strictObject({
  notice: eventId,
  envelope: eventId,
  answer: filled(TALK_LIMITS.answer),
});

/** 'Was this clear?', counted by the desk from what arrived before the place `upTo` in its stream. */
export const clearCounted = z.strictObject({ notice: eventId, yes: count, no: count, upTo: count });

/** How many comments the desk received before the place `upTo` in its stream, how many wait, and how many too long. */
export const commentsCounted = z.strictObject({
  received: count,
  waiting: count,
  overdue: count,
  upTo: count,
});

export const talkEvents = {
  'comment.published': commentPublished,
  'comment.refused': commentRefused,
  'comment.answer-corrected': answerCorrected,
  'comment.clear-counted': clearCounted,
  'comment.counted': commentsCounted,
};
export type TalkEventType = keyof typeof talkEvents;

/** Whether an event is one of these. */
export const isTalkEvent = ({ type }: { type: string }): boolean =>
  Object.prototype.hasOwnProperty.call(talkEvents, type);
