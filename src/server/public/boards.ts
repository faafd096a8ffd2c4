/**
 * Boards as the server knows them: the light lists of domain/board, kept as rows beside the log. Each event is folded once,
 * when somebody first asks after it came; a new notice rewrites one page of 128, whatever the size of the board.
 * Lost rows are made again.
 */
import {
  applyToBoard,
  changedNotice,
  type LightNotice,
  type Page,
  pageOf,
} from '../../domain/board/board.ts';
import { evolveRunning, type Running } from '../../domain/board/running.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import type { DomainEvent } from '../../domain/event.ts';
import { foldNotice, isNoticeEvent, type Notice, type NoticeEvent } from '../../domain/notice/notice.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { publicStream } from '../../log/stream.ts';
import type { Head, LogStore, Row } from '../../store/log-store.ts';
import { FOLD_VERSION } from '../../sync/client/fold.ts';
import { Serial } from '../serial.ts';
import type { TownshipContext } from '../township/plan.ts';
import { domainEvent } from '../township/registry-row.ts';
import { Displays } from './displays.ts';
import { evolveRecent, type Recent } from './recent.ts';
import { type PublicTalk, publicTalk, TalkPlaces } from './talk-places.ts';

/** Events read and folded at once. */
const PORTION = 512;
/** Grows when these rows hold something else. */
const OWN_VERSION = 3;
const FOLD = `${FOLD_VERSION}.${OWN_VERSION}`;
const STATE = 'board';
const pageKey = (page: number): string => `board/${page}`;

interface State {
  fold: string;
  /** Events folded. */
  size: number;
  running: Running[];
  recent: Recent;
}
interface PageValue {
  fold: string;
  notices: LightNotice[];
}

const EMPTY: State = { fold: FOLD, size: 0, running: [], recent: {} };

export interface FoldedBoard {
  head: Head;
  state: State;
}

export class PublicBoards {
  readonly #context: TownshipContext;
  readonly #serial = new Serial();
  readonly #states = new Map<string, State>();
  readonly #displays: Displays;
  readonly #talk: TalkPlaces;

  constructor(context: TownshipContext) {
    this.#context = context;
    this.#displays = new Displays(context.store, FOLD);
    this.#talk = new TalkPlaces(context.store, FOLD);
  }

  get #store(): LogStore {
    return this.#context.store;
  }

  /** The board at its head; null: the unit has published nothing. Requests that come together fold once. */
  async board(unit: string): Promise<FoldedBoard | null> {
    const stream = publicStream(this.#context.id, unit);
    const head = await this.#store.head(stream);
    if (!head) return null;
    const known = this.#states.get(stream);
    const state =
      known && known.size >= head.size
        ? known
        : await this.#serial.run(stream, () => this.#fold(stream, head.size));
    return { head, state };
  }

  /** Newest first, published before the place `before`, until `enough` says so; page by page. */
  async newest(
    unit: string,
    before: number,
    enough: (found: LightNotice[]) => boolean,
  ): Promise<LightNotice[]> {
    const stream = publicStream(this.#context.id, unit);
    const found: LightNotice[] = [];
    for (let page = pageOf(Math.max(0, before - 1)); page >= 0 && !enough(found); page -= 1) {
      const held = (await this.#page(stream, page))?.notices ?? [];
      found.push(...held.filter(({ history }) => history[0] < before).toReversed());
    }
    return found;
  }

  /** Notices by the places of their publishing events; those that are not there are left out. */
  async at(unit: string, places: number[]): Promise<LightNotice[]> {
    const stream = publicStream(this.#context.id, unit);
    const pages = new Map<number, LightNotice[]>();
    for (const page of new Set(places.map(pageOf))) {
      pages.set(page, (await this.#page(stream, page))?.notices ?? []);
    }
    return places.flatMap(
      (place) => pages.get(pageOf(place))?.find(({ history }) => history[0] === place) ?? [],
    );
  }

  /** All notices of some pages, in order. */
  async pages(unit: string, pages: number[]): Promise<LightNotice[]> {
    const stream = publicStream(this.#context.id, unit);
    const read = await Promise.all(pages.map((page) => this.#page(stream, page)));
    return read.flatMap((page) => page?.notices ?? []);
  }

  /** A notice with its life, and the place of its publishing event; null: not on this board, or erased. */
  async notice(
    unit: string,
    id: string,
  ): Promise<{ notice: Notice; light: LightNotice; number: number } | null> {
    const stream = publicStream(this.#context.id, unit);
    const place = await this.#store.find(id);
    if (place?.stream !== stream || !(await this.board(unit))) return null;
    const [light] = await this.at(unit, [place.number]);
    if (light?.id !== id) return null;
    const notice = foldNotice((await this.#events(stream, light.history)).filter(isUsable));
    return notice && { notice, light, number: place.number };
  }

  /** What residents said about a notice and what was answered; null: nothing. */
  async talk(unit: string, notice: string): Promise<PublicTalk | null> {
    const stream = publicStream(this.#context.id, unit);
    const places = await this.#talk.of(stream, notice);
    return places.length === 0 ? null : publicTalk(notice, await this.#events(stream, places));
  }

  async #events(stream: string, places: readonly number[]): Promise<DomainEvent[]> {
    const events: DomainEvent[] = [];
    for (const number of places) {
      const [entry] = await this.#store.read(stream, number, number + 1);
      if (entry) events.push(domainEvent(entry, number));
    }
    return events;
  }

  /** What tablets reported of their screens since a notice came; nothing for one without a publicity period. */
  async displays(unit: string, { publicity, acceptedAt }: LightNotice, now: number): Promise<DisplayedDay[]> {
    if (publicity === null) return [];
    const days = [localDateOf(acceptedAt), localDateOf(instantOf(now))] as const;
    return this.#displays.between(publicStream(this.#context.id, unit), ...days);
  }

  /** When a notice was last published, corrected or withdrawn, ISO UTC. */
  async changedAt(
    unit: string,
    { latest, acceptedAt, withdrawn, corrections }: LightNotice,
  ): Promise<string> {
    if (withdrawn) return withdrawn.acceptedAt;
    if (corrections === 0) return acceptedAt;
    const place = await this.#store.find(latest);
    const stream = publicStream(this.#context.id, unit);
    const [entry] = place ? await this.#store.read(stream, place.number, place.number + 1) : [];
    return entry && place ? domainEvent(entry, place.number).acceptedAt : acceptedAt;
  }

  async #page(stream: string, page: number): Promise<Page | null> {
    const value = (await this.#store.row(stream, pageKey(page))) as PageValue | undefined;
    return value?.fold === FOLD ? { page, notices: value.notices } : null;
  }

  async #fold(stream: string, size: number): Promise<State> {
    const row = (await this.#store.row(stream, STATE)) as State | undefined;
    let state = row?.fold === FOLD ? row : EMPTY;
    while (state.size < size) {
      const entries = await this.#store.read(stream, state.size, Math.min(size, state.size + PORTION));
      if (entries.length === 0) throw new Error('board: entries are missing below the head');
      const events = entries.map((entry, at) => domainEvent(entry, state.size + at));
      state = await this.#apply(stream, state, events);
    }
    this.#states.set(stream, state);
    return state;
  }

  /** Pages and state are stored together. What a page has already (another process folded it) is not applied twice. */
  async #apply(stream: string, state: State, events: DomainEvent[]): Promise<State> {
    const notices = events.filter(isUsable);
    const numbers = new Map(events.map(({ id, number }) => [id, number]));
    for (const target of notices.map(changedNotice)) {
      const place = target === null || numbers.has(target) ? null : await this.#store.find(target);
      if (target !== null && place?.stream === stream) numbers.set(target, place.number);
    }
    const placeOf = (event: NoticeEvent): number | undefined => numbers.get(changedNotice(event) ?? event.id);
    const pages = new Map<number, Page>();
    for (const page of new Set(notices.flatMap((event) => placeOf(event) ?? []).map(pageOf))) {
      const held = await this.#page(stream, page);
      if (held && state.size > 0) pages.set(page, held);
    }
    const known = new Set(
      [...pages.values()].flatMap((page) => page.notices.flatMap(({ history }) => history)),
    );
    const fresh = notices.filter(({ number }) => !known.has(number));
    const { changed } = applyToBoard(pages, fresh, (id) => numbers.get(id));
    const folded = [...changed.values()];
    const next: State = {
      fold: FOLD,
      size: state.size + events.length,
      running: evolveRunning(state.running, folded, events[events.length - 1]?.acceptedAt ?? ''),
      recent: evolveRecent(state.recent, notices, placeOf),
    };
    await this.#store.putRows([
      ...(await this.#displays.rows(stream, events)),
      ...(await this.#talk.rows(stream, events)),
      { stream, key: STATE, value: next },
      ...folded.map(({ page, notices: own }): Row => {
        return { stream, key: pageKey(page), value: { fold: FOLD, notices: own } satisfies PageValue };
      }),
    ]);
    return next;
  }
}

const isUsable = (event: DomainEvent): event is NoticeEvent => isNoticeEvent(event) && event.content !== null;
