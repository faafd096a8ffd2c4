/** The plain page of one notice. */
import type { LightNotice } from '../../domain/board/board.ts';
import { type Block, screenBlocks } from '../../domain/kind/blocks.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision, type Notice, type Revision } from '../../domain/notice/notice.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import type { Head } from '../../store/log-store.ts';
import { blocksHtml, type BlockOptions, masked, type Rows } from './blocks-html.ts';
import { type Html, html } from './html.ts';
import { marksOf } from './marks.ts';
import { type PageContext, pageHtml } from './page.ts';
import { publicityCard } from './publicity-html.ts';
import { talkHtml } from './talk-html.ts';
import type { PublicTalk } from './talk-places.ts';
import { boardName } from './units.ts';
import { fullDay, moment } from './when.ts';

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
  /** Rows of one table from there on; null: all tables from their start. */
  rows: { table: number; from: number } | null;
}

/** What all tables of a page may weigh, bytes of HTML: the page stays under 30 KB. */
const TABLES = 11_000;
/** Tags of a cell and of a row, bytes. */
const CELL = 24;
const ROW = 10;

const weight = (row: string[]): number =>
  row.reduce((sum, cell) => sum + CELL + Buffer.byteLength(cell), ROW);

const pathOf = (unit: string, notice: string): string => `/b/${unit}/n/${notice}`;

type TableBlock = Extract<Block, { type: 'table' }>;

/** As many rows as fit, at least one. */
function fitting(table: TableBlock, from: number, room: number): Rows {
  let to = from;
  let used = 0;
  while (to < table.rows.length && (to === from || used + weight(table.rows[to] ?? []) <= room)) {
    used += weight(table.rows[to] ?? []);
    to += 1;
  }
  return { from, to };
}

function blockOptions(page: NoticePage, blocks: Block[], { words }: PageContext): BlockOptions {
  const path = pathOf(page.unit, page.notice.id);
  const tables = blocks.filter(({ type }) => type === 'table').length;
  return {
    words,
    rowsOf: (at, table) => {
      const asked = page.rows?.table === at ? page.rows.from : 0;
      return fitting(table, asked < table.rows.length ? asked : 0, TABLES / tables);
    },
    addressOf: (at, from) => `${path}?t=${at}&from=${from}#t${at}`,
  };
}

/** The words of its author, then its fields. */
function body(page: NoticePage, context: PageContext): Html {
  const { content } = currentRevision(page.notice);
  const blocks = screenBlocks(kindOf(content.kind), content.fields, context.language);
  const { words } = context;
  const paragraphs = (text: string): Html[] =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => html`<p>${masked(line, words)}</p>`);
  const rendered = blocksHtml(blocks, blockOptions(page, blocks, context));
  return html`<div id="plain-text">
    ${content.sections.map(({ heading, text }) => [
      heading === '' ? null : html`<h2>${heading}</h2>`,
      paragraphs(text),
    ])}
    ${rendered.map((one, at) => (blocks[at]?.type === 'table' ? html`<div id="t${at}">${one}</div>` : one))}
  </div>`;
}

function photos({ notice }: NoticePage, { words }: PageContext): Html | null {
  const { photos: all } = currentRevision(notice).content;
  if (all.length === 0) return null;
  return html`<h2>${words.photos}</h2>
    ${all.map(
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
    )}`;
}

const KB = 1024;

function attachments({ notice }: NoticePage, { words }: PageContext): Html | null {
  const { attachments: all } = currentRevision(notice).content;
  if (all.length === 0) return null;
  const size = (bytes: number): string =>
    bytes < KB * KB ? `${Math.ceil(bytes / KB)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
  return html`<h2>${words.attachments}</h2>
    <ul>
      ${all.map(({ hash, name, bytes }) => html`<li><a href="/files/${hash}">${name}</a>（${size(bytes)}）</li>`)}
    </ul>`;
}

const personOf = (registry: Registry, key: string, { words }: PageContext): string => {
  const member = memberOf(registry, key);
  return member ? words.person(member.name, member.post) : words.nobody;
};

/** Each version: when, by whom, why. Newest first; a notice that was never changed has none. */
function history({ notice, registry }: NoticePage, context: PageContext): Html | null {
  const { words, language } = context;
  const { revisions, withdrawal } = notice;
  if (revisions.length === 1 && !withdrawal) return null;
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
  return html`<section class="card">
    <h2>${words.history}</h2>
    <ul>
      ${
        withdrawal &&
        html`<li>
          <p>${words.mark.withdrawn}</p>
          <p>${words.reason(withdrawal.reason)}</p>
          ${by(withdrawal.author, withdrawal.acceptedAt)}
        </li>`
      }
      ${revisions.map(item).toReversed()}
    </ul>
  </section>`;
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

export function noticePage(page: NoticePage, context: PageContext): string {
  const { registry, unit, notice, light, late } = page;
  const { words, language, now } = context;
  const { content } = currentRevision(notice);
  const { withdrawal } = notice;
  const name = boardName(registry, unit, words);
  const marks = marksOf(light, { registry, unit, now, words, late });
  const shown = withdrawal
    ? html`<section class="card red">
        <h2>${words.withdrawnTitle}</h2>
        <p>${words.reason(withdrawal.reason)}</p>
        <p class="second">${words.withdrawnText}</p>
      </section>`
    : html`${publicityCard(notice, page.displays, context)} ${body(page, context)} ${photos(page, context)}
      ${attachments(page, context)}
      ${content.masked > 0 && html`<p class="second">${words.maskedCount(content.masked)}</p>`}`;
  return pageHtml(context, {
    title: content.title,
    description: description(page, context),
    path: pathOf(unit, notice.id),
    name,
    up: { path: `/b/${unit}`, label: words.toBoard(registry.units[unit]?.name ?? unit) },
    main: html`<article>
      <h1>${content.title}</h1>
      ${marks.length > 0 && html`<p>${marks}</p>`}
      <p class="second">
        ${(light.broughtIn ? words.broughtIn : words.published)(fullDay(light.acceptedAt, language))} ·
        ${words.officer(content.officer)} · ${content.entry.name}
      </p>
      ${shown} ${history(page, context)} ${!withdrawal && talkHtml(page.talk, registry, context)}
      ${proof(page, context)}
    </article>`,
  });
}
