/** The plain page of one notice. */
import type { LightNotice } from '../../domain/board/board.ts';
import { screenBlocks } from '../../domain/kind/blocks.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision, type Notice, type Revision } from '../../domain/notice/notice.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import type { Head } from '../../store/log-store.ts';
import { blockRuns } from './blocks-html.ts';
import { type Html, html } from './html.ts';
import { marksOf } from './marks.ts';
import { type PageContext, pageHtml } from './page.ts';
import { publicityCard } from './publicity-html.ts';
import { headingRun, pagesOf, paragraphRun, type Part, partHtml, plainRun, type Run } from './runs.ts';
import { talkHtml } from './talk-html.ts';
import type { PublicTalk } from './talk-places.ts';
import { boardName } from './units.ts';
import { fullDay, moment } from './when.ts';
import type { Words } from './words.ts';

export interface NoticePage {
  registry: Registry;
  unit: string;
  notice: Notice;
  light: LightNotice;
  /** Place of its publishing event. */
  number: number;
  head: Head;
  /** Days late, by notice id. */
  late: Map<string, number>;
  /** What tablets reported of their screens since it came. */
  displays: DisplayedDay[];
  /** What residents said and what was answered; null: nothing. */
  talk: PublicTalk | null;
  /** Which page of a long one, 1 for the first. */
  page: number;
}

/** What a page may weigh, bytes of HTML. */
const PAGE = 30_000;
/** The links to its other pages, above and below. */
const PAGER = 700;

const pathOf = (unit: string, notice: string): string => `/b/${unit}/n/${notice}`;

/** The words of its author, then its fields. */
function textRuns({ notice }: NoticePage, { words, language }: PageContext): Run[] {
  const { content } = currentRevision(notice);
  const blocks = screenBlocks(kindOf(content.kind), content.fields, language);
  const paragraphs = (text: string): Run[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraphRun(line, words));
  const own = content.sections.flatMap(({ heading, text }) => [
    ...(heading === '' ? [] : [headingRun(heading)]),
    ...paragraphs(text),
  ]);
  return [...own, ...blockRuns(blocks, words)].map((run): Run => ({ ...run, isText: true }));
}

function photoRuns({ notice }: NoticePage, { words }: PageContext): Run[] {
  const { photos: all } = currentRevision(notice).content;
  if (all.length === 0) return [];
  const figures = all.map(
    ({ hash, width, height, caption }, at) =>
      html`<figure>
        <a href="/files/${hash}"
          ><img
            src="/files/${hash}"
            width="${width}"
            height="${height}"
            loading="lazy"
            alt="${caption || words.photo(at + 1)}"
        /></a>
        ${caption !== '' && html`<figcaption>${caption}</figcaption>`}
      </figure>`,
  );
  return [headingRun(words.photos), plainRun(figures)];
}

const KB = 1024;

function attachmentRuns({ notice }: NoticePage, { words }: PageContext): Run[] {
  const { attachments: all } = currentRevision(notice).content;
  if (all.length === 0) return [];
  const size = (bytes: number): string =>
    bytes < KB * KB ? `${Math.ceil(bytes / KB)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
  return [
    headingRun(words.attachments),
    {
      pieces: all.map(
        ({ hash, name, bytes }) => html`<li><a href="/files/${hash}">${name}</a>（${size(bytes)}）</li>`,
      ),
      whole: (items) =>
        html`<ul>
          ${items}
        </ul>`,
    },
  ];
}

const personOf = (registry: Registry, key: string, { words }: PageContext): string => {
  const member = memberOf(registry, key);
  return member ? words.person(member.name, member.post) : words.nobody;
};

/** Each version: when, by whom, why. Newest first; a notice that was never changed has none. */
function historyRuns({ notice, registry }: NoticePage, context: PageContext): Run[] {
  const { words, language } = context;
  const { revisions, withdrawal } = notice;
  if (revisions.length === 1 && !withdrawal) return [];
  const by = (author: string, at: string): Html =>
    html`<p class="second">${words.by(personOf(registry, author, context), moment(at, language))}</p>`;
  const now = currentRevision(notice);
  const item = (revision: Revision, index: number): Html =>
    html`<li>
      <p>
        ${index === 0 ? words.first : words.version(index + 1)}${revision === now && !withdrawal && words.current}
      </p>
      ${revision.reason !== null && html`<p>${words.reason(revision.reason)}</p>`}
      ${revision.onOlder && html`<p>${words.onOlder}</p>`}
      ${
        !withdrawal &&
        revision.content.title !== now.content.title &&
        html`<p>${words.oldTitle(revision.content.title)}</p>`
      }
      ${by(revision.author, revision.acceptedAt)}
    </li>`;
  const end =
    withdrawal &&
    html`<li>
      <p>${words.mark.withdrawn}</p>
      <p>${words.reason(withdrawal.reason)}</p>
      ${by(withdrawal.author, withdrawal.acceptedAt)}
    </li>`;
  return [
    {
      pieces: [...(end ? [end] : []), ...revisions.map(item).toReversed()],
      whole: (items) =>
        html`<section class="card">
          <h2>${words.history}</h2>
          <ul>
            ${items}
          </ul>
        </section>`,
    },
  ];
}

/** How anybody can see that this is what was published. */
function proof({ notice, number, head, registry }: NoticePage, context: PageContext): Html {
  const { words, language } = context;
  const own = words.proof;
  const [first] = notice.revisions;
  const now = currentRevision(notice);
  const fact = (name: string, value: Html | string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<section class="card">
    <h2>${own.title}</h2>
    <dl>
      ${fact(own.fingerprint, html`<strong>${fingerprint(now.id)}</strong>`)}
      ${fact(own.number, own.numberIs(number + 1))} ${fact(own.taken, moment(first.acceptedAt, language))}
      ${fact(own.signer, personOf(registry, now.author, context))}
    </dl>
    <details>
      <summary>${own.how}</summary>
      <ol>
        <li>${own.how1}</li>
        <li>${own.how2}</li>
        <li>${own.how3}</li>
      </ol>
      <p>${own.size} ${own.sizeIs(head.size)}</p>
      <p>${own.id}</p>
      <pre>${notice.id}</pre>
      <p>${own.note}</p>
      <pre>${head.checkpoint}</pre>
    </details>
  </section>`;
}

/** For chats: what it is about, and its first words. Of a withdrawn one, only why. */
function description(page: NoticePage, { words, language }: PageContext): string {
  const { content } = currentRevision(page.notice);
  const { withdrawal } = page.notice;
  if (withdrawal) return words.withdrawnText2(withdrawal.reason);
  const day = words.published(fullDay(page.light.acceptedAt, language));
  const own = content.sections.map(({ text }) => text).join(' ');
  const facts = screenBlocks(kindOf(content.kind), content.fields, language).flatMap((block) =>
    block.type === 'facts' ? block.facts.map(({ label, value }) => `${label} ${value}`) : [],
  );
  const text = (own.trim() === '' ? facts.join('，') : own).replaceAll(/\s+/g, ' ').trim();
  return `${day}，${content.entry.name}。${text}`;
}

/** Everything that a long notice has more of, in its order. */
function runsOf(page: NoticePage, context: PageContext): Run[] {
  const { notice, registry, talk } = page;
  const { words } = context;
  const { withdrawal } = notice;
  if (withdrawal) {
    const why = html`<section class="card red">
      <h2>${words.withdrawnTitle}</h2>
      <p>${words.reason(withdrawal.reason)}</p>
      <p class="second">${words.withdrawnText}</p>
    </section>`;
    return [plainRun([why]), ...historyRuns(page, context)];
  }
  const { content } = currentRevision(notice);
  const some = (made: Html | null | false): Run[] => (made ? [plainRun([made])] : []);
  return [
    ...some(publicityCard(notice, page.displays, context)),
    ...textRuns(page, context),
    ...photoRuns(page, context),
    ...attachmentRuns(page, context),
    ...some(content.masked > 0 && html`<p class="second">${words.maskedCount(content.masked)}</p>`),
    ...historyRuns(page, context),
    ...some(talkHtml(talk, registry, context)),
  ];
}

/** What stands on one page, and which of how many it is. */
interface Sheet {
  parts: Part[];
  /** 1 for the first. */
  n: number;
  of: number;
}

function pager({ n, of }: Sheet, path: string, words: Words): Html | null {
  if (of === 1) return null;
  const to = (page: number): string => (page === 1 ? path : `${path}?page=${page}`);
  return html`<p class="pager">
    ${words.pageOf(n, of)} ${n > 1 && html`<a class="button" href="${to(n - 1)}">${words.pageBefore}</a>`}
    ${n < of && html`<a class="button" href="${to(n + 1)}">${words.pageNext}</a>`}
  </p>`;
}

/** What is read aloud is within `#plain-text`. */
function partsHtml(parts: Part[]): Html {
  const isText = ({ run }: Part): boolean => run.isText === true;
  const first = parts.findIndex(isText);
  if (first === -1) return html`${parts.map(partHtml)}`;
  const end = parts.findLastIndex(isText) + 1;
  return html`${parts.slice(0, first).map(partHtml)}
    <div id="plain-text">${parts.slice(first, end).map(partHtml)}</div>
    ${parts.slice(end).map(partHtml)}`;
}

function sheetHtml(page: NoticePage, sheet: Sheet, context: PageContext): string {
  const { registry, unit, notice, light, late } = page;
  const { words, language, now } = context;
  const { content } = currentRevision(notice);
  const marks = marksOf(light, { registry, unit, now, words, late });
  const path = pathOf(unit, notice.id);
  const links = pager(sheet, path, words);
  return pageHtml(context, {
    title: content.title,
    description: description(page, context),
    path: sheet.n === 1 ? path : `${path}?page=${sheet.n}`,
    name: boardName(registry, unit, words),
    up: { path: `/b/${unit}`, label: words.toBoard(registry.units[unit]?.name ?? unit) },
    main: html`<article>
      <h1>${content.title}</h1>
      ${marks.length > 0 && html`<p>${marks}</p>`}
      <p class="second">
        ${(light.broughtIn ? words.broughtIn : words.published)(fullDay(light.acceptedAt, language))} ·
        ${words.officer(content.officer)} · ${content.entry.name}
      </p>
      ${links} ${partsHtml(sheet.parts)} ${links} ${proof(page, context)}
    </article>`,
  });
}

/** Page `page.page` of the notice; the last one for a number beyond it. What every page has is weighed first. */
export function noticePage(page: NoticePage, context: PageContext): string {
  const bare = sheetHtml(page, { parts: [], n: 1, of: 1 }, context);
  const pages = pagesOf(runsOf(page, context), PAGE - PAGER - Buffer.byteLength(bare));
  const n = Math.min(Math.max(page.page, 1), pages.length);
  return sheetHtml(page, { parts: pages[n - 1] ?? [], n, of: pages.length }, context);
}
