/**
 * Notices of a board that are shown whatever their age: urgent ones while they are pinned, and those whose publicity
 * period has no result yet. A short list beside the pages, so that nobody reads a whole board to find them.
 */
import type { LightNotice, Page } from './board.ts';

export interface Running {
  id: string;
  page: number;
  /** ISO UTC; null: it is here for its publicity period alone. */
  urgentUntil: string | null;
  publicity: boolean;
}

/** Name of the row in which a stream's list is kept. */
export const RUNNING = 'running';

/** More than a unit ever shows at once; the newest are kept. */
const MOST = 200;

function runningOf(page: number, notice: LightNotice): Running[] {
  const { id, urgentUntil, withdrawn } = notice;
  const publicity = notice.publicity !== null && !notice.publicityClosed;
  return withdrawn === null && (urgentUntil !== null || publicity)
    ? [{ id, page, urgentUntil, publicity }]
    : [];
}

/**
 * The list after some pages have changed, oldest first.
 * @param at the latest time in the log: what was pinned until before it is not kept.
 */
export function evolveRunning(before: Running[], changed: Page[], at: string): Running[] {
  const pages = new Set(changed.map(({ page }) => page));
  const still = ({ urgentUntil, publicity }: Running): boolean =>
    publicity || (urgentUntil !== null && Date.parse(urgentUntil) > Date.parse(at));
  return [
    ...before.filter(({ page }) => !pages.has(page)),
    ...changed.flatMap(({ page, notices }) => notices.flatMap((notice) => runningOf(page, notice))),
  ]
    .filter(still)
    .sort((one, other) => one.page - other.page)
    .slice(-MOST);
}
