/** The notices in an archive's log, and each as one page that needs no other file and prints well. */
import { type Block, screenBlocks } from '../../domain/kind/blocks.ts';
import { changedNotice } from '../../domain/board/board.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import {
  currentRevision,
  foldNotice,
  isNoticeEvent,
  type Notice,
  type NoticeEvent,
} from '../../domain/notice/notice.ts';
import { EMPTY_REGISTRY, evolveRegistry, memberOf, type Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { imageType } from '../image-type.ts';
import { blocksHtml } from '../public/blocks-html.ts';
import { type Html, html } from '../public/html.ts';
import { PLAIN_CSS } from '../public/plain-css.ts';
import { fullDay, moment } from '../public/when.ts';
import { WORDS } from '../public/words.ts';
import { domainEvent } from '../township/registry-row.ts';
import type { StreamAt } from './log-at.ts';

export interface ArchivedNotice {
  unit: string;
  unitName: string;
  /** Day on which the township took it in. */
  day: string;
  notice: Notice;
}

/** The registry at the end of the archive's log. */
export const registryAt = (streams: StreamAt[]): Registry =>
  streams
    .filter(({ parts }) => parts.kind === 'registry')
    .flatMap(({ entries }) => entries.map(domainEvent))
    .reduce(evolveRegistry, EMPTY_REGISTRY);

const byDay = (a: ArchivedNotice, b: ArchivedNotice): number =>
  a.day === b.day ? 0 : a.day < b.day ? -1 : 1;

/** The notices taken in in a year, by day. */
export function noticesOf(streams: StreamAt[], registry: Registry, year: number): ArchivedNotice[] {
  const found: ArchivedNotice[] = [];
  for (const { parts, entries } of streams) {
    if (parts.kind !== 'public' || parts.unit === null) continue;
    const events = entries
      .map(domainEvent)
      .filter((event): event is NoticeEvent => isNoticeEvent(event) && event.content !== null);
    const groups = Map.groupBy(events, (event) => changedNotice(event) ?? event.id);
    for (const group of groups.values()) {
      const notice = foldNotice(group);
      if (!notice) continue;
      const day = localDateOf(instantOf(Date.parse(notice.revisions[0].acceptedAt)));
      const unitName = registry.units[parts.unit]?.name ?? parts.unit;
      if (day.startsWith(`${year}-`)) found.push({ unit: parts.unit, unitName, day, notice });
    }
  }
  return found.toSorted(byDay);
}

/** Name of a notice's page in the archive, without folder and ending. */
export const fileNameOf = ({ day, notice }: ArchivedNotice): string => `${day}-${notice.id.slice(0, 16)}`;

export const blocksOf = (notice: Notice): Block[] => {
  const { content } = currentRevision(notice);
  return screenBlocks(kindOf(content.kind), content.fields);
};

const PAGE_CSS =
  '@page{size:A4;margin:18mm}@media print{.plain{font-size:12pt}.plain header{background:none;color:#000;padding:0}}';

/** A whole document in the look of the plain pages. */
export const documentHtml = (title: string, name: string, main: Html): string =>
  html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title}</title>
        <style>
          PLAIN
        </style>
      </head>
      <body>
        <div class="plain">
          <header><p class="name">${name}</p></header>
          <main>${main}</main>
        </div>
      </body>
    </html>`.text.replace(/<style>\s*PLAIN\s*<\/style>/, () => `<style>${PLAIN_CSS}${PAGE_CSS}</style>`);

function figures(notice: Notice, photos: Map<string, Uint8Array>): Html[] {
  return currentRevision(notice).content.photos.map(({ hash, caption }, at) => {
    const bytes = photos.get(hash);
    const type = bytes && imageType(bytes);
    if (!bytes || !type)
      return html`<p class="second">照片不在档案里 · the photo is not in the archive：${hash}</p>`;
    const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
    return html`<figure>
      <img src="${source}" alt="${caption || WORDS.zh.photo(at + 1)}" />
      ${caption !== '' && html`<figcaption>${caption}</figcaption>`}
    </figure>`;
  });
}

function changes(notice: Notice, registry: Registry): Html {
  const by = (key: string): string => memberOf(registry, key)?.name ?? key.slice(0, 12);
  return html`<section class="card">
    <h2>凭据</h2>
    <ul>
      ${notice.revisions.map(
        (one, at) =>
          html`<li>
            ${at === 0 ? '公开' : `更改：${one.reason ?? ''}`}，${moment(one.acceptedAt, 'zh')} 收进公开簿，由
            ${by(one.author)} 签名，指纹 ${fingerprint(one.id)}
          </li>`,
      )}
      ${notice.withdrawal && html`<li>撤回：${notice.withdrawal.reason}，${moment(notice.withdrawal.acceptedAt, 'zh')}</li>`}
    </ul>
    <pre>${notice.id}</pre>
  </section>`;
}

/** @param photos those of the notice, by hash; one that is missing is said to be. */
export function noticeHtml(
  { notice, unitName }: ArchivedNotice,
  registry: Registry,
  photos: Map<string, Uint8Array>,
): string {
  const { content } = currentRevision(notice);
  const blocks = blocksHtml(blocksOf(notice), {
    words: WORDS.zh,
    rowsOf: (_, table) => ({ from: 0, to: table.rows.length }),
    addressOf: () => '',
  });
  const text = content.sections.map(({ heading, text: words }) => [
    heading !== '' && html`<h2>${heading}</h2>`,
    words.split('\n').map((line) => line.trim() !== '' && html`<p>${line}</p>`),
  ]);
  const files = content.attachments.map(
    ({ hash, name }) => html`<p><a href="../../files/${hash}" download="${name}">附件：${name}</a></p>`,
  );
  const shown = notice.withdrawal
    ? html`<p>已撤回。原因：${notice.withdrawal.reason}</p>`
    : html`${text}${blocks}${figures(notice, photos)}${files}`;
  const first = fullDay(notice.revisions[0].acceptedAt, 'zh');
  return documentHtml(
    content.title,
    unitName,
    html`<article>
      <h1>${content.title}</h1>
      ${notice.broughtIn && html`<p><strong>补录的旧资料，不是当时在本系统公开的。</strong></p>`}
      <p class="second">${first} · ${content.entry.name} · 责任人 ${content.officer}</p>
      ${shown}${changes(notice, registry)}
    </article>`,
  );
}
