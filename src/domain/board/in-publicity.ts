/** Notices whose publicity period is open: running, or over and without a result. For the board, and for who owes the result. */
import type { DisplayedDay } from '../display/display.ts';
import { type Publicity, publicityAt } from '../publicity/publicity.ts';
import { instantOf } from '../time.ts';
import type { LightNotice } from './board.ts';
import { lightRecordOf, ruleOf } from './standing.ts';

export interface InPublicity {
  notice: LightNotice;
  period: Publicity;
}

/**
 * Those of a board's notices, the first to end first; one that is not up yet is not among them.
 * @param time ms since 1970.
 */
export function inPublicity(notices: LightNotice[], displays: DisplayedDay[], time: number): InPublicity[] {
  return notices
    .flatMap((notice): InPublicity[] => {
      if (!notice.publicity || notice.publicityClosed || notice.withdrawn) return [];
      const record = lightRecordOf(notice, displays, time);
      return [{ notice, period: publicityAt(ruleOf(notice.publicity), record, instantOf(time)) }];
    })
    .filter(({ period: { state } }) => state === 'running' || state === 'ended')
    .sort((one, other) => ((one.period.lastDay ?? '') < (other.period.lastDay ?? '') ? -1 : 1));
}

/** Whether its result is to be published now. */
export const owesResult = ({ period }: InPublicity): boolean => period.state === 'ended';
