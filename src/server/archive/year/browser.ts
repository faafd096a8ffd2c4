/** What runs in a year's page: it checks itself, says what it found, and searches. Bundled into one script (build.ts). */
import '../../../sync/client/older-browsers.ts';
import { type Html, html } from '../../public/html.ts';
import { checkPage } from './self-check.ts';
import { Finder } from './search.ts';
import { isWhole, verdictHtml } from './verdict.ts';

/** Puts what was signed under what is shown in its place. */
function showSigned(signed: Document): void {
  for (const article of Array.from(signed.querySelectorAll('main > article'))) {
    const own = document.getElementById(article.id);
    if (!own || own.isEqualNode(article)) continue;
    own.className = 'foreign';
    own.insertAdjacentHTML(
      'afterbegin',
      html`<p class="mark red">下面显示的被改过，签过名的那份在它后面 · changed; the signed one follows</p>`
        .text,
    );
    own.insertAdjacentElement('afterend', document.importNode(article, true));
  }
}

const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

/** The box at the head of the page. */
function say(colour: 'amber' | 'green' | 'red', words: Html): void {
  const box = document.getElementById('check');
  if (!box) return;
  box.className = `card ${colour}`;
  box.innerHTML = words.text;
}

/** Ms between two counts on the screen: each makes the whole page be laid out again. */
const TELL_EVERY_MS = 1_000;

/** Says how far it is, now and then. */
function teller(): (done: number) => void {
  let told = Number.NEGATIVE_INFINITY;
  return (done) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    say(
      'amber',
      html`<h2>正在核对…</h2>
        <p>已核对 ${done} 条记录。可以先看下面的内容。</p>
        <p class="second" lang="en">Being checked: ${done} records so far.</p>`,
    );
  };
}

async function check(): Promise<void> {
  const parser = new DOMParser();
  const { checked, signed } = await checkPage(document, {
    parse: (markup) => parser.parseFromString(markup, 'text/html'),
    pause,
    progress: teller(),
  });
  if (signed && !isWhole(checked)) showSigned(signed);
  // Only the end is read aloud, not each count.
  document.getElementById('check')?.setAttribute('role', 'status');
  await pause();
  say(isWhole(checked) ? 'green' : 'red', verdictHtml(checked));
}

async function start(): Promise<void> {
  const checking = check().catch((error: unknown) =>
    say(
      'red',
      html`<h2>✗ 核对没有做完，不要当作凭据</h2>
        <p class="second" lang="en">The check broke off: ${String(error)}</p>`,
    ),
  );
  // By now the page has been compared, and may change.
  await pause();
  const form = document.getElementById('find');
  const main = document.querySelector('main');
  if (form && main) new Finder(form, main).begin();
  await checking;
}

document.addEventListener('DOMContentLoaded', () => void start());
