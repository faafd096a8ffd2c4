/** A scorecard as counts alone: what it comes to, and several of them together. The one formula of RULES 6. Pure. */
import { PARTS, type PartId, type ScoreRules } from './events.ts';

export interface PartCount {
  /** As it should be, and all that is judged. */
  good: number;
  all: number;
}

export interface Counts {
  parts: Record<PartId, PartCount>;
  /** Findings of falsified publication. */
  falsified: number;
  weights: ScoreRules['weights'];
}

export interface PartPoints {
  /** The highest that can be reached: with what is not judged shared out in proportion. 0: not judged. */
  share: number;
  /** 0 to `share`. */
  points: number;
}

/** One place after the point, as people write points. */
export const rounded = (points: number): number => Math.round(points * 10) / 10;

const each = <Value>(value: (part: PartId) => Value): Record<PartId, Value> =>
  Object.fromEntries(PARTS.map((part) => [part, value(part)])) as Record<PartId, Value>;

/** The points of each part. Those judged share out 100 by their weights. */
export function pointsOf({ parts, weights }: Counts): Record<PartId, PartPoints> {
  const isJudged = (part: PartId): boolean => parts[part].all > 0 && weights[part] > 0;
  const sum = PARTS.filter(isJudged).reduce((all, part) => all + weights[part], 0);
  return each((part) => {
    if (!isJudged(part)) return { share: 0, points: 0 };
    const share = (weights[part] * 100) / sum;
    return { share, points: (share * parts[part].good) / parts[part].all };
  });
}

/** 0 to 100; 0 for falsified publication; null: there was nothing to judge. */
export function totalOf(counts: Counts): number | null {
  if (counts.falsified > 0) return 0;
  const points = Object.values(pointsOf(counts));
  if (points.every(({ share }) => share === 0)) return null;
  return rounded(
    Math.min(
      100,
      points.reduce((all, one) => all + one.points, 0),
    ),
  );
}

/**
 * Several scorecards as one: what is counted in them together, by the weights of the last. A falsified publication of one unit makes
 * that unit's score 0 and not that of all.
 */
export function addCounts(some: readonly Counts[], weights: ScoreRules['weights']): Counts {
  const sum = (of: (one: Counts) => number): number => some.reduce((all, one) => all + of(one), 0);
  return {
    parts: each((part) => ({
      good: sum((one) => (one.falsified > 0 ? 0 : one.parts[part].good)),
      all: sum((one) => one.parts[part].all),
    })),
    falsified: 0,
    weights,
  };
}
