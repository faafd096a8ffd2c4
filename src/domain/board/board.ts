/**
 * The board as light lists. A page holds the notices that were published at 128 neighbouring places of the stream,
 * so a new notice touches one page whatever the size of the board, and a change of an old one touches its page alone.
 */
import type { DayCount, Form } from '../catalogue/entry.ts';
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { balances, type ListedProject, projectOf } from '../kind/listed.ts';
import type { BroughtIn } from '../notice/events.ts';
import { broughtInOf, isNoticeEvent, type NoticeEvent } from '../notice/notice.ts';
import { localDateOf } from '../time.ts';

export const PAGE_SIZE = 128;

/** A record of going out, as lists need it. One that was made by mistake is left out. */
export interface LightOuting {
  /** The last `OUTING_ID` characters of its event id. */
  id: string;
  form: Form;
  /** Board, wall or loudspeaker; null where there is none. */
  place: string | null;
  /** When it was done and when it was taken down, by the author's clock; null: it was not. */
  at: string;
  ended: string | null;
  /** When the township took it in; left out: on the same day. */
  acceptedAt?: string;
  /** Where the photo was taken: latitude, longitude, and metres of accuracy; left out: the phone did not say. */
  position?: [latitude: number, longitude: number, accuracy: number];
}

/** Enough to tell the outings of one notice apart. */
const OUTING_ID = 16;

/** A correction, as lists and scorecards need it. */
export interface LightChange {
  acceptedAt: string;
  /** The beginning of its reason. */
  reason: string;
}

/** Characters of a reason: enough to tell whether it was an addition, and to recognise it. */
const REASON_START = 40;

/** What a notice told first, and the correction by which it tells what it tells now. */
export interface Moved {
  from: { entry: string; period: string };
  at: string;
  acceptedAt: string;
}

/** What a list shows of a notice. */
export interface LightNotice {
  id: string;
  /** Places in the stream of its events, the publishing one first: its details are read from there. */
  history: [number, ...number[]];
  entry: string;
  entryName: string;
  title: string;
  officer: string;
  author: string;
  at: string;
  acceptedAt: string;
  /** Hash of the first photo, or null. */
  photo: string | null;
  /** How many files go with it, beside photos. */
  attachments: number;
  corrections: number;
  /** Its corrections, the first one first; left out: none. */
  changes?: LightChange[];
  withdrawn: { acceptedAt: string; reason: string } | null;
  conflict: boolean;
  /** Event id that the next change must name as base. */
  latest: string;
  kind: string;
  /** The due period that it fulfils, or empty. */
  period: string;
  /** A correction moved it to another entry or period; left out: it tells what it told when it was published. */
  moved?: Moved;
  /** Pinned until this moment, or null. */
  urgentUntil: string | null;
  /** Length of its publicity period; null: none. */
  publicity: DayCount | null;
  publicityClosed: boolean;
  /** Objections that were upheld, by the result of its publicity period; left out: none. */
  upheld?: number;
  outings: LightOuting[];
  /** When the first sheet of it was put up on a board or wall, by the author's clock; null: none yet. */
  firstUp: string | null;
  /** Forms by which it has gone out, each once. */
  forms: Form[];
  /** An account: whether its signed figures agree to the fen; null: it is none. */
  balance: boolean | null;
  project: ListedProject | null;
  /** An old record that was brought in; left out: published in the ordinary way. */
  broughtIn?: BroughtIn;
}

/** Notices that were published here when they say, without old records that were brought in: what is judged and counted. */
export const publishedHere = <Listed extends { broughtIn?: unknown }>(notices: readonly Listed[]): Listed[] =>
  notices.filter(({ broughtIn }) => broughtIn === undefined);

/** Notices by the number of their publishing event, ascending. */
export interface Page {
  page: number;
  notices: LightNotice[];
}

export const pageOf = (number: number): number => Math.floor(number / PAGE_SIZE);

/** The id of the notice that an event changes; null when it starts one. */
export const changedNotice = (event: NoticeEvent): string | null =>
  event.type === 'notice.published' ? null : (event.content as ContentOf<'notice.withdrawn'>).notice;

function shown(content: ContentOf<'notice.published'>) {
  return {
    kind: content.kind,
    period: content.period,
    urgentUntil: content.urgent?.until ?? null,
    publicity: content.publicity,
    entry: content.entry.id,
    entryName: content.entry.name,
    title: content.title,
    officer: content.officer,
    photo: content.photos[0]?.hash ?? null,
    attachments: content.attachments.length,
    balance: balances(content.kind, content.fields),
    project: projectOf(content.fields),
  };
}

function started(event: NoticeEvent): LightNotice {
  const content = event.content as ContentOf<'notice.published'>;
  return {
    id: event.id,
    history: [event.number],
    ...shown(content),
    // Who wrote it, whoever reviewed it before.
    author: content.review?.drafter ?? event.author,
    at: event.at,
    acceptedAt: event.acceptedAt,
    corrections: 0,
    withdrawn: null,
    conflict: false,
    latest: event.id,
    publicityClosed: false,
    ...withOutings([]),
    ...broughtInOf(event),
  };
}

/** The records, and what follows from them. */
function withOutings(outings: LightOuting[]): Pick<LightNotice, 'outings' | 'firstUp' | 'forms'> {
  const sheets = outings.filter(({ form }) => form === 'paper');
  const first = sheets.reduce<string | null>(
    (earliest, { at }) => (earliest !== null && Date.parse(earliest) <= Date.parse(at) ? earliest : at),
    null,
  );
  return { outings, firstUp: first, forms: [...new Set(outings.map(({ form }) => form))] };
}

/** Outings and the end of a publicity period leave the text as it is. */
function accompanied(light: LightNotice, event: NoticeEvent): LightNotice {
  if (event.type === 'notice.publicity-closed') {
    const { upheld } = event.content as ContentOf<'notice.publicity-closed'>;
    return { ...light, publicityClosed: true, ...(upheld > 0 ? { upheld } : {}) };
  }
  if (event.type === 'outing.made') {
    return { ...light, ...withOutings([...light.outings, lightOuting(event)]) };
  }
  if (event.type !== 'outing.ended') return light;
  const { outing, at, mistake } = event.content as ContentOf<'outing.ended'>;
  const ended = (one: LightOuting): LightOuting => (one.ended === null ? { ...one, ended: at } : one);
  const id = outing.slice(-OUTING_ID);
  const left = mistake ? light.outings.filter((one) => one.id !== id) : light.outings;
  return { ...light, ...withOutings(left.map((one) => (one.id === id ? ended(one) : one))) };
}

function lightOuting(event: NoticeEvent): LightOuting {
  const { form, place, at, position } = event.content as ContentOf<'outing.made'>;
  const taken = event.acceptedAt;
  return {
    id: event.id.slice(-OUTING_ID),
    form,
    place,
    at,
    ended: null,
    ...(localDateOf(at) === localDateOf(taken) ? {} : { acceptedAt: taken }),
    ...(position ? { position: [position.latitude, position.longitude, position.accuracy] } : {}),
  };
}

/**
 * Since when a notice tells what it tells. For the period that it named when it was published: since then; for another, to which a
 * correction moved it: since that correction, so that nothing late comes in time by a correction.
 */
function movedBy(before: LightNotice, event: NoticeEvent, to: Moved['from']): Moved | undefined {
  const from = before.moved?.from ?? { entry: before.entry, period: before.period };
  if (to.entry === from.entry && to.period === from.period) return undefined;
  if (to.entry === before.entry && to.period === before.period) return before.moved;
  return { from, at: event.at, acceptedAt: event.acceptedAt };
}

/** The light form of `evolveNotice`: same rules, only what lists show. */
export function changed(before: LightNotice, event: NoticeEvent): LightNotice {
  const light = { ...before, history: [...before.history, event.number] as LightNotice['history'] };
  if (event.type !== 'notice.corrected' && event.type !== 'notice.withdrawn')
    return accompanied(light, event);
  const change = event.content as ContentOf<'notice.corrected'>;
  const next: LightNotice = {
    ...light,
    conflict: change.base !== light.latest || (light.conflict && light.withdrawn !== null),
  };
  if (event.type === 'notice.withdrawn') {
    if (light.withdrawn) return next;
    return { ...next, latest: event.id, withdrawn: { acceptedAt: event.acceptedAt, reason: change.reason } };
  }
  const { moved: _before, ...stays } = next;
  const moved = movedBy(light, event, { entry: change.entry.id, period: change.period });
  return {
    ...stays,
    ...shown(change),
    ...(moved ? { moved } : {}),
    corrections: light.corrections + 1,
    changes: [
      ...(light.changes ?? []),
      { acceptedAt: event.acceptedAt, reason: change.reason.slice(0, REASON_START) },
    ],
    latest: light.withdrawn ? light.latest : event.id,
  };
}

/**
 * Applies a run of events, in log order, to the pages of a board.
 * @param pages the pages that the events touch, as held so far; missing ones are made. Not changed.
 * @param numberOf place of the publishing event of a notice, by its id; undefined when there is none.
 * @returns the pages that changed, and how many events made no sense (a change of a notice that is not there).
 */
export function applyToBoard(
  pages: Map<number, Page>,
  events: NoticeEvent[],
  numberOf: (noticeId: string) => number | undefined,
): { changed: Map<number, Page>; setAside: number } {
  const touched = new Map<number, Page>();
  const own = (number: number): Page => {
    const page = pageOf(number);
    const mine = touched.get(page) ?? { page, notices: [...(pages.get(page)?.notices ?? [])] };
    touched.set(page, mine);
    return mine;
  };
  let setAside = 0;
  for (const event of events) {
    const target = changedNotice(event);
    const number = target === null ? event.number : numberOf(target);
    const notices = number === undefined ? [] : own(number).notices;
    if (target === null) {
      notices.push(started(event));
      continue;
    }
    const at = notices.findIndex((one) => one.id === target);
    const light = notices[at];
    if (light) notices[at] = changed(light, event);
    else setAside += 1;
  }
  return { changed: touched, setAside };
}

/** Everything on a board, in log order, withdrawn notices among it. @param events of its public log, from the first on. */
export function boardOf(events: readonly DomainEvent[]): LightNotice[] {
  const own = events.filter((event): event is NoticeEvent => isNoticeEvent(event) && event.content !== null);
  const starts = own.filter((event) => changedNotice(event) === null);
  const numbers = new Map(starts.map(({ id, number }) => [id, number]));
  const { changed: pages } = applyToBoard(new Map(), own, (id) => numbers.get(id));
  return [...pages.values()].sort((a, b) => a.page - b.page).flatMap(({ notices }) => notices);
}
