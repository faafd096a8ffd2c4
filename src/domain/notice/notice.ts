/** The life of one notice, folded from its events: published, corrected, withdrawn. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import type { NoticeContent } from './events.ts';

export interface Revision {
  /** Event id. */
  id: string;
  number: number;
  author: string;
  at: string;
  acceptedAt: string;
  /** Why it was changed; null for the first. */
  reason: string | null;
  /** Made on a revision that was no longer the current one. */
  onOlder: boolean;
  content: NoticeContent;
}

export interface Withdrawal {
  id: string;
  number: number;
  author: string;
  at: string;
  acceptedAt: string;
  reason: string;
}

export interface Notice {
  /** Id of the publishing event: the notice's id for ever. */
  id: string;
  revisions: [Revision, ...Revision[]];
  withdrawal: Withdrawal | null;
  /** Somebody changed a revision that was no longer current: the unit is asked to look. */
  conflict: boolean;
}

export type NoticeEvent = DomainEvent<'notice.published' | 'notice.corrected' | 'notice.withdrawn'>;

/** The revision that residents see: the latest in the log. */
export const currentRevision = (notice: Notice): Revision =>
  notice.revisions[notice.revisions.length - 1] as Revision;

/** What the next revision must name as its base. */
export const latestEventId = (notice: Notice): string => notice.withdrawal?.id ?? currentRevision(notice).id;

const place = (event: NoticeEvent) => ({
  id: event.id,
  number: event.number,
  author: event.author,
  at: event.at,
  acceptedAt: event.acceptedAt,
});

function revision(event: NoticeEvent, reason: string | null, onOlder: boolean): Revision {
  const { entry, title, officer, sections, photos } = event.content as NoticeContent;
  return { ...place(event), reason, onOlder, content: { entry, title, officer, sections, photos } };
}

/**
 * The notice after one more of its events; null when the event does not fit (a change of nothing, a second start).
 * A withdrawal stays: a correction made elsewhere at the same time is kept in the history and asks for a look,
 * but does not put back on the board what somebody took down.
 */
export function evolveNotice(state: Notice | null, event: NoticeEvent): Notice | null {
  if (event.type === 'notice.published') {
    if (state) return state;
    return { id: event.id, revisions: [revision(event, null, false)], withdrawal: null, conflict: false };
  }
  if (!state) return null;
  const change = event.content as ContentOf<'notice.corrected'> | ContentOf<'notice.withdrawn'>;
  if (change.notice !== state.id) return state;
  const onOlder = change.base !== latestEventId(state);
  const conflict = state.conflict || onOlder;
  if (event.type === 'notice.corrected') {
    return {
      ...state,
      conflict,
      revisions: [...state.revisions, revision(event, change.reason, onOlder)],
    };
  }
  if (state.withdrawal) return { ...state, conflict };
  return { ...state, conflict, withdrawal: { ...place(event), reason: change.reason } };
}

/** Folds the events of one notice, in log order. Null when there is no publishing event among them. */
export const foldNotice = (events: NoticeEvent[]): Notice | null =>
  events.reduce<Notice | null>(evolveNotice, null);
