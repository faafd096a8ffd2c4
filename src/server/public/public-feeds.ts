/** Feeds, calendars and sitemaps of boards: reads the boards, and has the texts made. */
import { addDays } from '../../domain/calendar/days.ts';
import { dueItems } from '../../domain/due/judge.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { ATOM, type FeedNotice, type FeedParts, feedText, JSON_FEED } from './feeds.ts';
import { CALENDAR, calendarText } from './calendar.ts';
import type { PageContext } from './page.ts';
import type { PublicPages } from './public-pages.ts';
import { FEED_LENGTH } from './recent.ts';
import { MOST_ADDRESSES, sitemap, XML } from './sitemap.ts';
import { boardName, unitAt } from './units.ts';

export interface Text {
  type: string;
  text: string;
}

/** Days before and after today that a calendar shows. */
const CALENDAR_DAYS = { before: 31, after: 366 } as const;

const byChange = (a: FeedNotice, b: FeedNotice): number => (a.updated < b.updated ? 1 : -1);

export class PublicFeeds {
  readonly #pages: PublicPages;
  readonly #township: string;

  /** @param township its id. */
  constructor(pages: PublicPages, township: string) {
    this.#pages = pages;
    this.#township = township;
  }

  /** One board's; `entry` '' is all of it. Null: no such board, or nothing was ever published under the entry. */
  async ofBoard(
    registry: Registry,
    unit: string,
    entry: string,
    form: 'atom' | 'json',
    context: PageContext,
  ): Promise<Text | null> {
    if (!unitAt(registry, unit)) return null;
    const notices = await this.#notices(unit, entry);
    const name = boardName(registry, unit, context.words);
    const entryName = notices[0]?.notice.entryName ?? entryOf(registry, entry);
    if (entry !== '' && entryName === null) return null;
    return this.#text(registry, notices, form, context, {
      title: entry === '' ? name : context.words.feedTitle(name, entryName ?? entry),
      path: `/b/${unit}`,
      own: entry === '' ? `/b/${unit}/feed` : `/b/${unit}/e/${entry}/feed`,
    });
  }

  /** One entry of the catalogue, over all boards; '' is everything. */
  async ofEntry(
    registry: Registry,
    entry: string,
    form: 'atom' | 'json',
    context: PageContext,
  ): Promise<Text | null> {
    const all = await Promise.all(Object.keys(registry.units).map((unit) => this.#notices(unit, entry)));
    const notices = all.flat().sort(byChange).slice(0, FEED_LENGTH);
    const entryName = notices[0]?.notice.entryName ?? entryOf(registry, entry);
    if (entry !== '' && entryName === null) return null;
    const name = context.words.townshipTitle(registry.name);
    return this.#text(registry, notices, form, context, {
      title: entry === '' ? name : context.words.feedTitle(registry.name, entryName ?? entry),
      path: '/',
      own: entry === '' ? '/feed' : `/e/${entry}/feed`,
    });
  }

  async calendar(registry: Registry, id: string, context: PageContext): Promise<Text | null> {
    const unit = unitAt(registry, id);
    if (!unit) return null;
    const today = localDateOf(instantOf(context.now));
    const window = {
      first: addDays(today, -CALENDAR_DAYS.before),
      last: addDays(today, CALENDAR_DAYS.after),
    };
    const board = await this.#pages.boards.board(id);
    const notices = await this.#pages.since(id, board, addDays(window.first, -CALENDAR_DAYS.after));
    const items = dueItems(registry, new Map([[id, notices]]), { window, today }).get(id) ?? [];
    const text = calendarText({
      host: new URL(context.origin || 'http://localhost').hostname,
      unit: id,
      name: boardName(registry, id, context.words),
      items: items.filter(({ state }) => state === 'open' || state === 'overdue'),
      words: context.words,
      stamp: `${today}T00:00:00Z`,
    });
    return { type: CALENDAR, text };
  }

  async sitemap(registry: Registry, unit: string, { origin }: PageContext): Promise<Text | null> {
    if (!unitAt(registry, unit)) return null;
    const { boards } = this.#pages;
    const board = await boards.board(unit);
    const enough = (found: unknown[]): boolean => found.length >= MOST_ADDRESSES;
    const notices = board ? await boards.newest(unit, board.head.size, enough) : [];
    return { type: XML, text: sitemap(origin, unit, notices) };
  }

  async #notices(unit: string, entry: string): Promise<FeedNotice[]> {
    const { boards } = this.#pages;
    const recent = (await boards.board(unit))?.state.recent ?? {};
    const places = Object.hasOwn(recent, entry) ? (recent[entry] ?? []) : [];
    const notices = await boards.at(unit, places);
    const dated = notices
      .filter((notice) => entry === '' || notice.entry === entry)
      .map(async (notice) => ({ unit, notice, updated: await boards.changedAt(unit, notice) }));
    return (await Promise.all(dated)).sort(byChange);
  }

  #text(
    registry: Registry,
    notices: FeedNotice[],
    form: 'atom' | 'json',
    context: PageContext,
    parts: Pick<FeedParts, 'title' | 'path' | 'own'>,
  ): Text {
    const { origin, words, language } = context;
    const feed: FeedParts = {
      ...parts,
      origin,
      words,
      lang: language === 'zh' ? 'zh-CN' : 'en',
      id: `urn:gongkailan:${this.#township}${parts.own.replaceAll('/', ':')}`,
      unitName: (unit) => boardName(registry, unit, words),
      notices,
    };
    return { type: form === 'atom' ? ATOM : JSON_FEED, text: feedText(feed, form) };
  }
}

const entryOf = (registry: Registry, entry: string): string | null =>
  registry.catalogue.find(({ id }) => id === entry)?.name ?? null;
