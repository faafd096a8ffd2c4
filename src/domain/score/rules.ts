/** Which rules a scorecard follows: data of the registry, with the day from which each version holds. */
import type { Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';
import type { ScoreRules } from './events.ts';

/** Days after the last one within which what was signed in time may still come in (RULES 5), until the office says others. */
const GRACE_DAYS = 7;

/** The product's own proposal (RULES 6), until the office sets others. */
export const DEFAULT_RULES: ScoreRules = {
  from: '2000-01-01' as LocalDate,
  weights: { completeness: 40, timeliness: 30, correctness: 15, response: 15 },
  graceDays: GRACE_DAYS,
  additions: ['补充', '增补', '续报'],
  source: '',
};

/** The version that holds on a day: of those that began by then the one that began last; set twice for one day, the later word. */
export const rulesOn = (registry: Registry, on: LocalDate): ScoreRules =>
  (registry.scoreRules ?? []).reduce<ScoreRules>(
    (best, one) => (one.from <= on && one.from >= best.from ? one : best),
    DEFAULT_RULES,
  );

/** The grace that holds for what is due on a day: a month is judged by the rules of its last day. */
export const graceOn = (registry: Registry, due: LocalDate): number =>
  rulesOn(registry, `${due.slice(0, 7)}-31` as LocalDate).graceDays;
