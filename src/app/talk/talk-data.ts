/** What residents' screens read of comments: live, from the public stream's records on this device. */
import { useLiveQuery } from 'dexie-react-hooks';
import {
  type Answered,
  type Comment,
  commentKey,
  NO_NOTICE_TALK,
  type NoticeTalk,
  noticeTalkKey,
  type RefusedCounts,
  UNIT_TALK,
  type UnitTalk,
} from '../../domain/talk/talk.ts';
import { REFUSALS } from '../../domain/talk/events.ts';
import { TALK_TERMS } from '../../domain/talk/term.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice } from '../ui/device-context.tsx';

/** Working days within which a comment is answered: the term in force. */
export const TERM = TALK_TERMS[TALK_TERMS.length - 1]?.count ?? 0;

export interface ShownComment extends Answered {
  envelope: string;
}

export interface Talk {
  talk: NoticeTalk;
  /** The latest ones, the newest first. */
  comments: ShownComment[];
}

async function streamOf(db: ReturnType<typeof useDevice>['db'], unit: string): Promise<string | null> {
  const township = (await db.registry.toCollection().first())?.township;
  return township ? publicStream(township as TownshipId, unit) : null;
}

/** What was said about a notice. @param most comments at most. Undefined while reading. */
export function useNoticeTalk(unit: string, notice: string, most: number): Talk | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    if (!stream) return { talk: NO_NOTICE_TALK, comments: [] };
    const talk = ((await db.rows.get([stream, noticeTalkKey(notice)]))?.value ??
      NO_NOTICE_TALK) as NoticeTalk;
    const newest = talk.answered.slice(-most).reverse();
    const rows = await db.rows.bulkGet(newest.map((one): [string, string] => [stream, commentKey(one)]));
    const comments = rows.flatMap((row): ShownComment[] => {
      const comment = row?.value as Comment | undefined;
      return comment?.decision.is === 'answered' ? [{ ...comment.decision, envelope: comment.envelope }] : [];
    });
    return { talk, comments };
  }, [db, unit, notice, most]);
}

/** How a unit stands with what was said to it; null: nothing was said. Undefined while reading. */
export function useUnitTalk(unit: string): UnitTalk | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    return stream
      ? (((await db.rows.get([stream, UNIT_TALK]))?.value as UnitTalk | undefined) ?? null)
      : null;
  }, [db, unit]);
}

/** Reasons with how many there are, in the order of the list. */
export const refusedByReason = (counts: RefusedCounts) =>
  REFUSALS.flatMap((reason) => ((counts[reason] ?? 0) > 0 ? [{ reason, n: counts[reason] ?? 0 }] : []));

/** Sealed things on this device that wait for a network. */
export const useWaitingEnvelopes = (): number => {
  const { db } = useDevice();
  return (
    useLiveQuery(
      () =>
        db.outbox
          .where('phase')
          .equals('waiting')
          .filter(({ type }) => type === 'envelope.sealed')
          .count(),
      [db],
    ) ?? 0
  );
};
