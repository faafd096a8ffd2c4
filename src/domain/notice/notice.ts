/** The life of one notice, folded from its events: published, corrected, withdrawn. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { evolveOutings, type Outing } from '../outing/outing.ts';
import type { BroughtIn, NoticeContent, Outward } from './events.ts';

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
  outward: Outward;
  /** Who wrote what the author reviewed and published; null: the author wrote it. */
  drafter: string | null;
  /** For an urgent one: what came of the review after. */
  reviewed: ReviewAfter | null;
}

export interface ReviewAfter extends Omit<ContentOf<'notice.reviewed'>, 'notice' | 'revision'> {
  author: string;
  acceptedAt: string;
}

export interface PublicityResult extends Omit<ContentOf<'notice.publicity-closed'>, 'notice'> {
  author: string;
  acceptedAt: string;
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
  /** Somebody changed a revision that was no longer current: the unit is asked to look. The next change settles it. */
  conflict: boolean;
  /** The end of its publicity period; the first counts. */
  publicityResult: PublicityResult | null;
  outings: Outing[];
  /** An old record that was brought in, with the day that stands on it; left out: published in the ordinary way. */
  broughtIn?: BroughtIn;
}

export type NoticeEventType =
  | 'notice.published'
  | 'notice.corrected'
  | 'notice.withdrawn'
  | 'notice.publicity-closed'
  | 'notice.reviewed'
  | 'outing.made'
  | 'outing.ended';
export type NoticeEvent = DomainEvent<NoticeEventType>;

const NOTICE_EVENTS = new Set<string>([
  'notice.published',
  'notice.corrected',
  'notice.withdrawn',
  'notice.publicity-closed',
  'notice.reviewed',
  'outing.made',
  'outing.ended',
] satisfies NoticeEventType[]);

/** Whether an event starts or changes a notice. */
export const isNoticeEvent = (event: DomainEvent): event is NoticeEvent => NOTICE_EVENTS.has(event.type);

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

/** The content without what belongs to the event. */
export function contentOf(content: ContentOf<'notice.published'>): NoticeContent {
  const { entry, period, kind, fields, title, officer, sections, photos, attachments, masked } = content;
  return { entry, period, kind, fields, title, officer, sections, photos, attachments, masked };
}

function revision(event: NoticeEvent, reason: string | null, onOlder: boolean): Revision {
  const content = event.content as ContentOf<'notice.published'>;
  const { urgent, publicity, review } = content;
  const outward = { urgent, publicity };
  const drafter = review?.drafter ?? null;
  return { ...place(event), reason, onOlder, content: contentOf(content), outward, drafter, reviewed: null };
}

/** What the publishing event says of an old record; nothing for any other. */
export const broughtInOf = (event: NoticeEvent): { broughtIn?: BroughtIn } => {
  const { broughtIn } = event.content as ContentOf<'notice.published'>;
  return broughtIn ? { broughtIn } : {};
};

const started = (event: NoticeEvent): Notice => ({
  id: event.id,
  revisions: [revision(event, null, false)],
  withdrawal: null,
  conflict: false,
  publicityResult: null,
  outings: [],
  ...broughtInOf(event),
});

/** The first review of a revision counts. */
function reviewedAfter(
  state: Notice,
  { revision: of, approved, comment }: ContentOf<'notice.reviewed'>,
  { author, acceptedAt }: NoticeEvent,
): Notice {
  const reviewed = { approved, comment, author, acceptedAt };
  const revisions = state.revisions.map((one) =>
    one.id === of && one.reviewed === null ? { ...one, reviewed } : one,
  );
  return { ...state, revisions: revisions as Notice['revisions'] };
}

/** What changes neither the text nor whether it is up: the result of a publicity period, a review after, outings. */
function accompanied(state: Notice, event: NoticeEvent): Notice {
  const { author, acceptedAt } = event;
  if (event.type === 'notice.publicity-closed') {
    const { objections, upheld, result } = event.content as ContentOf<'notice.publicity-closed'>;
    const closed = { objections, upheld, result, author, acceptedAt };
    return { ...state, publicityResult: state.publicityResult ?? closed };
  }
  if (event.type === 'notice.reviewed')
    return reviewedAfter(state, event.content as ContentOf<'notice.reviewed'>, event);
  return { ...state, outings: evolveOutings(state.outings, event) };
}

/**
 * The notice after one more of its events; null when the event does not fit (a change of nothing, a second start).
 * A withdrawal stays: a correction made elsewhere at the same time is kept in the history and asks for a look,
 * but does not put back on the board what somebody took down.
 */
export function evolveNotice(state: Notice | null, event: NoticeEvent): Notice | null {
  if (event.type === 'notice.published') return state ?? started(event);
  if (!state) return null;
  if ((event.content as { notice: string }).notice !== state.id) return state;
  if (event.type !== 'notice.corrected' && event.type !== 'notice.withdrawn')
    return accompanied(state, event);
  const change = event.content as ContentOf<'notice.corrected'> | ContentOf<'notice.withdrawn'>;
  const onOlder = change.base !== latestEventId(state);
  const conflict = onOlder || (state.conflict && state.withdrawal !== null);
  if (event.type === 'notice.corrected') {
    const revisions: Notice['revisions'] = [...state.revisions, revision(event, change.reason, onOlder)];
    return { ...state, conflict, revisions };
  }
  if (state.withdrawal) return { ...state, conflict };
  return { ...state, conflict, withdrawal: { ...place(event), reason: change.reason } };
}

/** Folds the events of one notice, in log order. Null when there is no publishing event among them. */
export const foldNotice = (events: NoticeEvent[]): Notice | null =>
  events.reduce<Notice | null>(evolveNotice, null);
