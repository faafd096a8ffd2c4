/** What has come to a board since a person last looked at it. Pure. */
import type { LightNotice } from './board.ts';

/** How far a person has seen a board that he follows. */
export interface Seen {
  /** Size of the board's log at his last look: what stands at this place and after has not been seen. */
  upTo: number;
  /** When he began to follow, ISO UTC: what the township took in before is not new, however late it comes to this device. */
  since: string;
}

/**
 * Notices that are new to him, in the order given. Withdrawn ones have nothing to show, and old records that were brought
 * in are not new.
 */
export const unseenOf = (notices: readonly LightNotice[], { upTo, since }: Seen): LightNotice[] =>
  notices.filter(
    ({ history, acceptedAt, withdrawn, broughtIn }) =>
      history[0] >= upTo &&
      Date.parse(acceptedAt) > Date.parse(since) &&
      withdrawn === null &&
      broughtIn === undefined,
  );
