/** What runs in a year's page: it checks itself, says what it found, and searches. Bundled into one script (build.ts). */
import '../../../sync/client/older-browsers.ts';
import { html } from '../../public/html.ts';
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

async function check(): Promise<void> {
  const box = document.getElementById('check');
  const parser = new DOMParser();
  const { checked, signed } = await checkPage(document, (markup) =>
    parser.parseFromString(markup, 'text/html'),
  );
  if (signed && !isWhole(checked)) showSigned(signed);
  if (!box) return;
  box.className = `card ${isWhole(checked) ? 'green' : 'red'}`;
  box.innerHTML = verdictHtml(checked).text;
  box.setAttribute('role', 'status');
}

async function start(): Promise<void> {
  await check().catch((error: unknown) => {
    const box = document.getElementById('check');
    if (!box) return;
    box.className = 'card red';
    box.innerHTML = html`<h2>✗ 核对没有做完，不要当作凭据</h2>
      <p class="second" lang="en">The check broke off: ${String(error)}</p>`.text;
  });
  const form = document.getElementById('find');
  const main = document.querySelector('main');
  if (form && main) new Finder(form, main).begin();
}

document.addEventListener('DOMContentLoaded', () => void start());
