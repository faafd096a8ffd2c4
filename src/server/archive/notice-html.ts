/** A notice of an archive as HTML: the same on its own page and in a year's page, made here and there by the same code. */
import { type Block, screenBlocks } from '../../domain/kind/blocks.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { blockRuns } from '../public/blocks-html.ts';
import { type Html, html } from '../public/html.ts';
import { PLAIN_CSS } from '../public/plain-css.ts';
import { runHtml } from '../public/runs.ts';
import { fullDay, moment } from '../public/when.ts';
import { WORDS } from '../public/words.ts';
import { type Attached, elsewhere, figure } from './attached-html.ts';
import type { ArchivedNotice } from './notices.ts';
import { outingsHtml } from './outings-html.ts';

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

function changes(notice: Notice, registry: Registry): Html {
  const by = (key: string): string => memberOf(registry, key)?.name ?? key.slice(0, 12);
  const result = notice.publicityResult;
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
      ${result && html`<li>公示结束：异议 ${result.objections} 条，成立 ${result.upheld} 条。${result.result}</li>`}
      ${notice.withdrawal && html`<li>撤回：${notice.withdrawal.reason}，${moment(notice.withdrawal.acceptedAt, 'zh')}</li>`}
    </ul>
    <pre>${notice.id}</pre>
  </section>`;
}

/** The notice as it was at the end of the archive's year, with what proves it. */
export function noticeArticle(
  { notice, after }: ArchivedNotice,
  registry: Registry,
  attached: Attached,
): Html {
  const { content } = currentRevision(notice);
  const blocks = blockRuns(blocksOf(notice), WORDS.zh).map(runHtml);
  const text = content.sections.map(({ heading, text: words }) => [
    heading !== '' && html`<h2>${heading}</h2>`,
    words.split('\n').map((line) => line.trim() !== '' && html`<p>${line}</p>`),
  ]);
  const photos = content.photos.map((one, at) => figure(one, WORDS.zh.photo(at + 1), attached));
  const files = content.attachments.map(({ hash, name }) => elsewhere(`附件：${name}`, hash, name, attached));
  const shown = notice.withdrawal
    ? html`<p>已撤回。原因：${notice.withdrawal.reason}</p>`
    : html`${text}${blocks}${photos}${files}${outingsHtml(notice.outings, registry, attached)}`;
  const first = fullDay(notice.revisions[0].acceptedAt, 'zh');
  return html`<article id="n-${notice.id.slice(0, 16)}">
    <h1>${content.title}</h1>
    ${
      notice.broughtIn &&
      html`<p>
        <strong>补录的旧资料，不是当时在本系统公开的。</strong>原件日期 ${notice.broughtIn.day}，来源
        ${notice.broughtIn.source}
      </p>`
    }
    ${after && html`<p><strong>${WORDS.zh.mark.afterClosing[after.what](after.year)}</strong></p>`}
    <p class="second">${first} · ${content.entry.name} · 责任人 ${content.officer}</p>
    ${shown}${changes(notice, registry)}
  </article>`;
}

/** A page of its own, two folders below the attachments. */
export const noticeHtml = (
  one: ArchivedNotice,
  registry: Registry,
  photos: ReadonlyMap<string, string>,
): string =>
  documentHtml(
    currentRevision(one.notice).content.title,
    one.unitName,
    noticeArticle(one, registry, { photos, files: '../../files/' }),
  );
