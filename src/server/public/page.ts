/** What every plain page has: its head for browsers and chats, the way to the app, its foot. */
import type { Language } from '../../domain/kind/kind.ts';
import { type Html, html, Html as Made } from './html.ts';
import { PLAIN_CSS } from './plain-css.ts';
import type { Words } from './words.ts';

/** The app's own script and styles, as the build named them; null: there is no build. */
export interface AppEntry {
  script: string;
  styles: string[];
}

/** What a page is made with, beside its content. */
export interface PageContext {
  /** `https://board.example`, without a slash at its end. */
  origin: string;
  language: Language;
  words: Words;
  /** Ms since 1970. */
  now: number;
  app: AppEntry | null;
}

export interface PageParts {
  title: string;
  /** A sentence or two, for chats. */
  description: string;
  /** Address within the site, of the page itself. */
  path: string;
  /** Name of the site or board, in the red head. */
  name: string;
  /** Where the head leads. */
  up: { path: string; label: string } | null;
  /** Feeds that belong to it. */
  feeds?: { path: string; type: 'application/atom+xml' | 'application/feed+json'; title: string }[];
  main: Html;
  foot?: Html | null;
}

/** Without a space around it: its hash is of every sign. */
const STYLE = new Made(`<style id="plain-style">${PLAIN_CSS}</style>`);
const LANG: Record<Language, string> = { zh: 'zh-CN', en: 'en' };
const LOCALE: Record<Language, string> = { zh: 'zh_CN', en: 'en_GB' };

/** Chats cut longer ones. Characters. */
const TITLE = 60;
const DESCRIPTION = 110;

const cut = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text;

function head({ origin, language, words }: PageContext, page: PageParts): Html {
  const title = cut(page.title, TITLE);
  const description = cut(page.description, DESCRIPTION);
  const address = origin + page.path;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="article" />
    <meta property="og:url" content="${address}" />
    <meta property="og:site_name" content="${words.site}" />
    <meta property="og:locale" content="${LOCALE[language]}" />
    <meta name="twitter:card" content="summary" />
    <meta name="theme-color" content="#a8201a" />
    <link rel="canonical" href="${address}" />
    <link rel="manifest" href="/manifest.webmanifest" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="/icon-192.png" />
    ${(page.feeds ?? []).map(
      (feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.path}" />`,
    )}
    ${STYLE}`;
}

/** Shown by the script, where the browser can do what they say. */
const buttons = (words: Words): Html =>
  html`<p class="links">
    <button class="button" type="button" id="plain-read" data-stop="${words.stop}" hidden>
      ${words.read}
    </button>
    <button class="button" type="button" id="plain-open" data-install="${words.open}" hidden>
      ${words.openNow}
    </button>
  </p>`;

/**
 * The whole page. The app, where it runs, fills `#app` and then takes the place of `#plain`: nobody waits for it, and
 * without JavaScript nothing is missing.
 */
export function pageHtml(context: PageContext, page: PageParts): string {
  const { language, words, app } = context;
  return html`<!doctype html>
    <html lang="${LANG[language]}">
      <head>
        ${head(context, page)}
      </head>
      <body>
        <div id="plain" class="plain">
          <header>
            ${page.up && html`<p><a href="${page.up.path}">‹ ${page.up.label}</a></p>`}
            <p class="name">${page.name}</p>
          </header>
          <main>${page.main} ${app && buttons(words)}</main>
          ${page.foot && html`<footer>${page.foot}</footer>`}
        </div>
        <div id="app" hidden></div>
        ${app && html`<script src="/plain.js" defer data-app="${app.script}" data-styles="${app.styles.join(' ')}"></script>`}
      </body>
    </html>`.text;
}

/** Script and styles of the app, from its built index.html. */
export function appEntryOf(index: string): AppEntry | null {
  const script = /<script type="module"[^>]* src="(\/assets\/[\w.-]+)"/.exec(index)?.[1];
  const styles = [...index.matchAll(/<link rel="stylesheet"[^>]* href="(\/assets\/[\w.-]+)"/g)];
  return script ? { script, styles: styles.map(([, href]) => href ?? '') } : null;
}
