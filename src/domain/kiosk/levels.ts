/** How pressing a notice is, in three named levels; and what a tablet shows by itself when nobody is there. */
import { type LightNotice, publishedHere } from '../board/board.ts';
import { isUrgent } from '../board/standing.ts';

/** 紧急, 公示中, 平常. */
export const LEVELS = ['urgent', 'publicity', 'ordinary'] as const;
export type Level = (typeof LEVELS)[number];

/** A publicity period runs from publication until its result is published. */
export function levelOf(notice: LightNotice, time: number): Level {
  if (isUrgent(notice, time)) return 'urgent';
  const running = notice.publicity !== null && !notice.publicityClosed && notice.withdrawn === null;
  return running ? 'publicity' : 'ordinary';
}

/** The more pressing first; within a level as they were. */
export const byLevel = (notices: LightNotice[], time: number): LightNotice[] =>
  LEVELS.flatMap((level) => notices.filter((one) => levelOf(one, time) === level));

/** Urgent notices of a board, the newest first. */
export const urgentOf = (notices: LightNotice[], time: number): LightNotice[] =>
  notices.filter((one) => isUrgent(one, time));

const DAY = 24 * 3_600_000;
/** What is older is no news. */
const NEWS_MS = 60 * DAY;
/** Shown even when they are older: a wall is never empty. */
const LEAST = 5;
const MOST = 12;

/**
 * What the slow show goes through, again and again: what presses first, then the news, the newest first.
 * @param notices newest first, those of older pages that still run among them; withdrawn ones and old records that were
 * brought in are left out.
 */
export function showOf(notices: LightNotice[], time: number): LightNotice[] {
  const standing = publishedHere(notices).filter((one) => one.withdrawn === null);
  const news = standing.filter(
    (one, at) =>
      at < LEAST || levelOf(one, time) !== 'ordinary' || time - Date.parse(one.acceptedAt) < NEWS_MS,
  );
  return byLevel(news, time).slice(0, MOST);
}
