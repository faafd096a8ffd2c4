/** The scorecard of a stretch of days (RULES 6): four parts, each from two lists, and what they come to. Pure. */
import { PARTS, type PartId, type ScoreRules } from './events.ts';
import type { AnswerItem, DutyItem, NoticeItem, ScoreItem } from './items.ts';

export interface Part {
  id: PartId;
  /** By the rules; all four add up to 100. */
  weight: number;
  /** With what is not judged shared out: those of the judged parts add up to 100. 0: not judged. */
  share: number;
  /** What was as it should be, and what was not. Together: what is judged. */
  good: ScoreItem[];
  bad: ScoreItem[];
  /** 0 to `share`. */
  points: number;
}

export interface Card {
  parts: Record<PartId, Part>;
  /** 0 to 100; null: there was nothing to judge. */
  total: number | null;
  /** Findings of falsified publication: the total is 0 for them. */
  falsified: string[];
  rules: ScoreRules;
}

export interface Tally {
  duties: DutyItem[];
  notices: NoticeItem[];
  answers: AnswerItem[];
  falsified: string[];
}

export const EMPTY_TALLY: Tally = { duties: [], notices: [], answers: [], falsified: [] };

export const together = (tallies: Tally[]): Tally => ({
  duties: tallies.flatMap(({ duties }) => duties),
  notices: tallies.flatMap(({ notices }) => notices),
  answers: tallies.flatMap(({ answers }) => answers),
  falsified: tallies.flatMap(({ falsified }) => falsified),
});

type Lists = Pick<Part, 'good' | 'bad'>;

function sorted<Item extends ScoreItem>(items: Item[], isGood: (item: Item) => boolean): Lists {
  const lists: Lists = { good: [], bad: [] };
  for (const item of items) (isGood(item) ? lists.good : lists.bad).push(item);
  return lists;
}

/**
 * What is late counts as published and not as in time; what is missing as neither. So it is never better to leave a thing
 * unpublished than to publish it late.
 */
const LISTS: Record<PartId, (tally: Tally) => Lists> = {
  completeness: ({ duties }) => sorted(duties, ({ due }) => due.state !== 'overdue'),
  timeliness: ({ duties }) => sorted(duties, ({ due }) => due.state === 'fulfilled'),
  correctness: ({ notices }) => sorted(notices, ({ errors, upheld }) => errors === 0 && !upheld),
  response: ({ answers }) => sorted(answers, ({ inTime }) => inTime),
};

/** One place after the point, as people write points. */
export const rounded = (points: number): number => Math.round(points * 10) / 10;

/** The card of a tally, by the rules that hold for it. */
export function cardOf(tally: Tally, rules: ScoreRules): Card {
  const lists = PARTS.map((id) => ({ id, weight: rules.weights[id], ...LISTS[id](tally) }));
  const judged = lists.filter(({ good, bad, weight }) => good.length + bad.length > 0 && weight > 0);
  const sum = judged.reduce((all, { weight }) => all + weight, 0);
  const parts = lists.map((one): Part => {
    const isJudged = judged.includes(one);
    const share = isJudged ? (one.weight * 100) / sum : 0;
    const points = isJudged ? (share * one.good.length) / (one.good.length + one.bad.length) : 0;
    return { ...one, share, points };
  });
  const points = parts.reduce((all, part) => all + part.points, 0);
  const isFalsified = tally.falsified.length > 0;
  return {
    parts: Object.fromEntries(parts.map((part) => [part.id, part])) as Record<PartId, Part>,
    total: isFalsified ? 0 : judged.length === 0 ? null : rounded(Math.min(100, points)),
    falsified: tally.falsified,
    rules,
  };
}
