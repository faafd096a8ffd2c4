/**
 * The scorecard's rules, which the office edits in the registry (each version is kept, with the day from which it holds), and
 * a unit's objections to what a scorecard says of it, with the office's answers, in the unit's office stream.
 */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import { eventId, filled } from '../notice/events.ts';

export const SCORE_LIMITS = { text: 1_000, source: 200, additions: 12, addition: 12, item: 140 } as const;

export const PARTS = ['completeness', 'timeliness', 'correctness', 'response'] as const;
export type PartId = (typeof PARTS)[number];

const weight = z.int().check(z.minimum(0), z.maximum(100));
const weights = z
  .strictObject({ completeness: weight, timeliness: weight, correctness: weight, response: weight })
  .check(z.refine((one) => PARTS.reduce((sum, part) => sum + one[part], 0) === 100));

export const scoreRulesSet = z.strictObject({
  /** First day of the months that are judged by it. */
  from: day,
  /** They add up to 100. */
  weights,
  /** Days after the last one within which what was signed in time may still come in (RULES 5). */
  graceDays: z.int().check(z.minimum(0), z.maximum(60)),
  /** A correction whose reason begins with one of these words adds to a notice and is no error. */
  additions: z.array(filled(SCORE_LIMITS.addition)).check(z.maxLength(SCORE_LIMITS.additions)),
  /** The document that says so. */
  source: z.string().check(z.maxLength(SCORE_LIMITS.source)),
  /** Everybody may read the figures as open data (open.ts). Left out: no. */
  open: z.optional(z.boolean()),
});

/** `due:<entry>/<period>`, `notice:<id>` or `answer:<id>`: what a scorecard counted, and where it can be found. */
const item = z
  .string()
  .check(
    z.maxLength(SCORE_LIMITS.item),
    z.regex(/^(due:[a-z0-9-]+\/[\dQH-]+|(notice|answer):[0-9a-f]{64})$/),
  );

export const scoreObjected = z.strictObject({ item, reason: filled(SCORE_LIMITS.text) });
export const scoreAnswered = z.strictObject({
  objection: eventId,
  /** The unit is right: the item is no longer counted. */
  upheld: z.boolean(),
  answer: filled(SCORE_LIMITS.text),
});

/** Of the registry. */
export const scoreRulesEvents = { 'score.rules-set': scoreRulesSet };
/** Of a unit's office stream. */
export const scoreEvents = { 'score.objected': scoreObjected, 'score.answered': scoreAnswered };

export type ScoreRules = z.infer<typeof scoreRulesSet>;
