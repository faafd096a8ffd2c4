/** The scorecard of a stretch of days (RULES 6): four parts, each from two lists, and what they come to. Pure. */
import { type Counts, pointsOf, totalOf } from './counts.ts';
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

/** The card of a tally, by the rules that hold for it. */
export function cardOf(tally: Tally, rules: ScoreRules): Card {
  const { weights } = rules;
  const lists = Object.fromEntries(PARTS.map((id) => [id, LISTS[id](tally)])) as Record<PartId, Lists>;
  const counted = PARTS.map((id) => {
    const { good, bad } = lists[id];
    return [id, { good: good.length, all: good.length + bad.length }] as const;
  });
  const parts = Object.fromEntries(counted) as Counts['parts'];
  const counts: Counts = { parts, weights, falsified: tally.falsified.length };
  const points = pointsOf(counts);
  const whole = PARTS.map((id): [PartId, Part] => [
    id,
    { id, weight: weights[id], ...lists[id], ...points[id] },
  ]);
  return {
    parts: Object.fromEntries(whole) as Record<PartId, Part>,
    total: totalOf(counts),
    falsified: tally.falsified,
    rules,
  };
}
