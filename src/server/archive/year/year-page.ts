/**
 * A unit's year as one page, a pure function of its log: made on the server, and made again by the page itself when it is
 * opened, to compare what it shows with what was signed. It needs no other file, no server and no network.
 *
 * ```
 * header, #check, #find, main     what people see; main has the list of the notices, and each as an article
 * .records pre                    the raw log: of the registry and of the unit, three blocks for each (stream-text.ts)
 * script                          checks, and searches (browser.ts)
 * ```
 * The page's own content policy names the hashes of style and script, and allows nothing else.
 */
import { currentRevision } from '../../../domain/notice/notice.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { eventId } from '../../../log/event.ts';
import { parseLeaf } from '../../../log/leaf.ts';
import { parseStream } from '../../../log/stream.ts';
import { type Html, html, trusted } from '../../public/html.ts';
import { inlineHash, PLAIN_CSS } from '../../public/plain-css.ts';
import type { StreamAt } from '../log-at.ts';
import type { Attached } from '../attached-html.ts';
import { noticeArticle } from '../notice-html.ts';
import { type ArchivedNotice, noticesOf, registryAt } from '../notices.ts';
import { rawEntries, type StreamText } from '../stream-text.ts';
import { YEAR_CSS } from './year-css.ts';

export interface YearPage extends Attached {
  year: number;
  /** The registry first, then the unit's public log: each from its first record to the last of the year. */
  streams: StreamText[];
  /** The built script. */
  script: string;
}

/** The logs as they are folded. Null: a line cannot be read. Signatures and hashes are for the audit to check. */
function foldable(streams: StreamText[]): StreamAt[] | null {
  const read = streams.map((text): StreamAt | null => {
    const { stream, checkpoint } = text;
    const parts = parseStream(stream);
    const entries = rawEntries(text)?.flatMap(({ leaf, body }) => {
      const header = parseLeaf(leaf)?.header;
      return header === undefined ? [] : [{ id: eventId(header), leaf, body }];
    });
    return parts && entries ? { stream, parts, entries, checkpoint } : null;
  });
  return read.every((one) => one !== null) ? read : null;
}

export interface YearRecords {
  registry: Registry;
  township: string;
  unitName: string;
  notices: ArchivedNotice[];
}

/** What the logs say of the year. Null: they cannot be read. */
export function yearRecords({ year, streams }: Pick<YearPage, 'year' | 'streams'>): YearRecords | null {
  try {
    const read = foldable(streams);
    const own = read?.find(({ parts }) => parts.kind === 'public')?.parts;
    if (!read || !own?.unit) return null;
    const registry = registryAt(read);
    const unitName = registry.units[own.unit]?.name ?? own.unit;
    return { registry, township: own.township, unitName, notices: noticesOf(read, registry, year) };
  } catch {
    return null; // A header that is none: domainEvent throws.
  }
}

const raw = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Exactly these characters: the line break after the tag is the one that HTML takes away. */
const block = (name: string, text: string): Html => trusted(`<pre data-of="${name}">\n${raw(text)}</pre>`);

const records = (streams: StreamText[]): Html =>
  html`<section class="records">
    <details>
      <summary>原始记录：签过名的每一个字</summary>
      <p class="second">
        每本簿三段：记录（收进时间、签名、签名的文字，一行一条）；正文（一行一条，空行是依法删除的）；乡镇签过的簿头。
        格式和档案包里 data/log 的文件相同，verify.py 会核对。
      </p>
      ${streams.map(
        ({ stream, leaves, bodies, checkpoint }) =>
          html`<div class="stream" data-stream="${stream}">
            <h2>${stream}</h2>
            ${block('leaves', leaves)}${block('bodies', bodies)}${block('checkpoint', checkpoint)}
          </div>`,
      )}
    </details>
  </section>`;

const list = (notices: ArchivedNotice[]): Html =>
  html`<ol class="rows contents">
    ${notices.map(
      ({ day, notice }) =>
        html`<li>
          <a href="#n-${notice.id.slice(0, 16)}">
            <span class="leaf"><b>${Number(day.slice(8))}</b><span>${Number(day.slice(5, 7))}月</span></span>
            <span>
              <span class="title">${currentRevision(notice).content.title}</span>
              <span class="second">
                ${currentRevision(notice).content.entry.name} · 责任人
                ${currentRevision(notice).content.officer}${notice.withdrawal && html` · 已撤回`}
              </span>
            </span>
          </a>
        </li>`,
    )}
  </ol>`;

const body = (page: YearPage, { registry, unitName, notices }: YearRecords): Html =>
  html`<div class="plain year">
    <header>
      <p>${registry.name}</p>
      <p class="name">${unitName} ${page.year} 年公开档案</p>
    </header>
    <section id="check" class="card amber">
      <h2>这一页还没有核对</h2>
      <p>核对程序没有运行：浏览器关掉了脚本，或者这个文件被改过。下面的内容可以读，但不要当作凭据。</p>
      <p class="second" lang="en">Not checked: scripts are off in this browser, or this file was changed.</p>
    </section>
    <form id="find" role="search" hidden>
      <label for="words">查找：标题、人名、金额里的字</label>
      <input id="words" type="search" autocomplete="off" />
      <p id="found" class="second" role="status"></p>
    </form>
    <main data-year="${page.year}" ${page.files !== null && html`data-files="${page.files}"`}>
      <h2 class="count">一共 ${notices.length} 件</h2>
      ${list(notices)} ${notices.map((one) => noticeArticle(one, registry, page))}
    </main>
    ${records(page.streams)}
  </div>`;

/** The content policy: nothing from anywhere, but for this style, this script, and pictures that stand in the page. */
const policyOf = (style: string, script: string): string =>
  `default-src 'none'; img-src data:; style-src ${inlineHash(style)}; script-src ${inlineHash(script)}; base-uri 'none'; form-action 'none'`;

/** The whole page as HTML. Null: its logs cannot be read. */
export function yearHtml(page: YearPage): string | null {
  const read = yearRecords(page);
  if (!read) return null;
  const style = PLAIN_CSS + YEAR_CSS;
  return `<!doctype html>
${
  html`<html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="${policyOf(style, page.script)}" />
      <title>${read.unitName} ${page.year} 年公开档案</title>
      ${trusted(`<style>${style}</style>`)}
    </head>
    <body>
      ${body(page, read)} ${trusted(`<script>${page.script}</script>`)}
    </body>
  </html>`.text
}
`;
}
