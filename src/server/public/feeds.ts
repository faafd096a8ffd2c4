/**
 * Feeds: what changed last on a board, or under one entry of the catalogue. A notice keeps its id for ever; a correction
 * or withdrawal gives it a new date and says so in its title. Of a withdrawn one only the reason is told.
 */
import { Feed } from 'feed';
import type { LightNotice } from '../../domain/board/board.ts';
import { cleanText, escapeText, html } from './html.ts';
import type { Words } from './words.ts';

export interface FeedNotice {
  unit: string;
  notice: LightNotice;
  /** When it last changed, ISO UTC. */
  updated: string;
}

export interface FeedParts {
  /** `https://board.example`. */
  origin: string;
  words: Words;
  lang: string;
  title: string;
  /** Id of the feed for ever, whatever the address of the server. */
  id: string;
  /** Page that it is of. */
  path: string;
  /** The feed's own address without its ending. */
  own: string;
  /** Whose name its notices carry, by unit. */
  unitName: (unit: string) => string;
  notices: FeedNotice[];
}

function titleOf({ notice }: FeedNotice, words: Words): string {
  if (notice.withdrawn) return words.feedWithdrawn(notice.title);
  return notice.corrections > 0 ? words.feedCorrected(notice.title) : notice.title;
}

/** @param text how plain text is written: Atom as our library makes it holds HTML, JSON Feed holds text. */
function feedOf(parts: FeedParts, text: (plain: string) => string): Feed {
  const { origin, words, notices } = parts;
  const feed = new Feed({
    id: parts.id,
    title: cleanText(parts.title),
    link: origin + parts.path,
    language: parts.lang,
    updated: new Date(Math.max(0, ...notices.map(({ updated }) => Date.parse(updated)))),
    generator: false,
    feedLinks: { atom: `${origin}${parts.own}.atom`, json: `${origin}${parts.own}.json` },
    author: { name: cleanText(parts.title) },
  });
  for (const one of notices) {
    const { notice, unit } = one;
    const summary = notice.withdrawn
      ? words.withdrawnText2(notice.withdrawn.reason)
      : words.about(notice.entryName, notice.officer);
    feed.addItem({
      id: `urn:sha256:${notice.id}`,
      title: text(titleOf(one, words)),
      link: `${origin}/b/${unit}/n/${notice.id}`,
      date: new Date(one.updated),
      published: new Date(notice.acceptedAt),
      description: text(summary),
      content: html`<p>${summary}</p>`.text,
      author: [{ name: cleanText(parts.unitName(unit)) }],
      category: [{ name: cleanText(notice.entryName), term: notice.entry }],
    });
  }
  return feed;
}

export const ATOM = 'application/atom+xml; charset=utf-8';
export const JSON_FEED = 'application/feed+json; charset=utf-8';

export const feedText = (parts: FeedParts, form: 'atom' | 'json'): string =>
  form === 'atom' ? feedOf(parts, escapeText).atom1() : feedOf(parts, cleanText).json1();
