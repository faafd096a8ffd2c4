/** A year's page checks itself: its records as any auditor would, and what it shows against what they say. */
import { sha256Hex } from '../../../log/hash.ts';
import { publicStream, type TownshipId } from '../../../log/stream.ts';
import { audit } from '../../audit/audit.ts';
import type { RawEntry } from '../../audit/source.ts';
import type { StreamText } from '../stream-text.ts';
import { TextSource } from '../text-source.ts';
import type { Checked, Difference } from './verdict.ts';
import { yearHtml, type YearPage, type YearRecords, yearRecords } from './year-page.ts';

/** Photos of a page by the hash of what they are, whatever the page says they are. */
export function photosOf(shown: ParentNode): {
  sources: Map<string, string>;
  bytes: Map<string, Uint8Array>;
} {
  const sources = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  for (const image of Array.from(shown.querySelectorAll('main img'))) {
    const source = image.getAttribute('src') ?? '';
    try {
      const own = Uint8Array.from(atob(source.slice(source.indexOf(',') + 1)), (char) => char.charCodeAt(0));
      const hash = sha256Hex(own);
      sources.set(hash, source);
      bytes.set(hash, own);
    } catch {
      // No base64: then no photo with this hash is here, and what is shown will differ.
    }
  }
  return { sources, bytes };
}

/** The raw logs in a page. */
export const streamsOf = (shown: ParentNode): StreamText[] =>
  Array.from(shown.querySelectorAll('.records .stream')).map((own) => {
    const text = (name: string): string => own.querySelector(`pre[data-of="${name}"]`)?.textContent ?? '';
    return {
      stream: own.getAttribute('data-stream') ?? '',
      leaves: text('leaves'),
      bodies: text('bodies'),
      checkpoint: text('checkpoint'),
    };
  });

/** A page as it is made, out of what stands in a document. */
export function pageIn(shown: Document): YearPage {
  const main = shown.querySelector('main');
  return {
    year: Number(main?.getAttribute('data-year')),
    streams: streamsOf(shown),
    photos: photosOf(shown).sources,
    files: main?.getAttribute('data-files') ?? null,
    script: shown.querySelector('script')?.textContent ?? '',
  };
}

const titleOf = (article: Element): string => article.querySelector('h1')?.textContent ?? '';

/** The page without what its articles say. */
function frameOf(page: Document): Element | null {
  const frame = page.querySelector('.plain.year')?.cloneNode(true) as Element | undefined;
  for (const article of Array.from(frame?.querySelectorAll('article') ?? [])) article.textContent = '';
  return frame ?? null;
}

/** Words that stand directly in an element, not inside another. */
const ownText = (element: Element): string =>
  Array.from(element.childNodes, (one) => (one.nodeType === one.TEXT_NODE ? one.textContent : '')).join('');

/** Whether something was put beside the page proper, in its head or in its body. */
const hasStrangers = (page: Document, signed: Document): boolean =>
  page.body.children.length !== signed.body.children.length ||
  page.head.children.length !== signed.head.children.length ||
  ownText(page.body).trim() !== '';

/** Compares two documents, part by part, so that it can be said where they differ. */
export function differencesOf(shown: Document, signed: Document): Difference[] {
  const found: Difference[] = [];
  const articles = Array.from(signed.querySelectorAll('main > article'));
  for (const article of articles) {
    const own = shown.getElementById(article.id);
    if (!own) found.push({ what: 'left-out', title: titleOf(article) });
    else if (!own.isEqualNode(article)) found.push({ what: 'changed', title: titleOf(article) });
  }
  for (const article of Array.from(shown.querySelectorAll('article')))
    if (!signed.getElementById(article.id)) found.push({ what: 'added', title: titleOf(article) });
  const frame = frameOf(signed);
  const isFramed = frame && frameOf(shown)?.isEqualNode(frame);
  // Title, style and content policy, of which each may be there once.
  const isHead = Array.from(signed.head.children).every((one) =>
    Array.from(shown.head.children).some((other) => other.isEqualNode(one)),
  );
  if (!isFramed || !isHead) found.push({ what: 'frame' });
  if (hasStrangers(shown, signed)) found.push({ what: 'stranger' });
  return found;
}

/** Titles of the notices by their places in the log. */
const titlesOf = ({ township, notices }: YearRecords): Map<string, string> =>
  new Map(
    notices.flatMap(({ unit, notice }) =>
      notice.revisions.map(({ number, content }): [string, string] => [
        `${publicStream(township as TownshipId, unit)}#${number}`,
        content.title,
      ]),
    ),
  );

/** Records that are checked before the screen is let live again. */
const AT_ONCE = 16;

/** Logs in a page: what is open on an old phone must not stand still while each signature is checked. */
class PageSource extends TextSource {
  readonly #pause: () => Promise<void>;

  constructor(texts: StreamText[], files: ReadonlyMap<string, Uint8Array>, pause: () => Promise<void>) {
    super(texts, async (hash) => files.get(hash) ?? null);
    this.#pause = pause;
  }

  override async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    await this.#pause();
    return super.entries(stream, from, Math.min(to, from + AT_ONCE));
  }
}

export interface CheckOptions {
  /** Makes a document out of HTML. */
  parse: (markup: string) => Document;
  /** Lets the screen live, then goes on. */
  pause: () => Promise<void>;
  /** Is told how many records have been checked. From its first call on, the page may be changed: it has been compared. */
  progress: (done: number) => void;
}

/**
 * Checks a page as it was loaded, before anything in it is changed.
 * @returns what was found, and the page as it was signed; null where its records cannot be read.
 */
export async function checkPage(
  shown: Document,
  { parse, pause, progress }: CheckOptions,
): Promise<{ checked: Checked; signed: Document | null }> {
  const page = pageIn(shown);
  const { bytes } = photosOf(shown);
  const records = yearRecords(page);
  const markup = yearHtml(page);
  const signed = markup === null ? null : parse(markup);
  const differences: Difference[] = signed ? differencesOf(shown, signed) : [{ what: 'unreadable' }];
  const done = new Map<string, number>();
  const found = await audit(new PageSource(page.streams, bytes, pause), {
    progress: (stream, count) => {
      done.set(stream, count);
      progress([...done.values()].reduce((sum, one) => sum + one, 0));
    },
  });
  const checked: Checked = {
    // Files that are not in the page are no fault of it.
    audit: { ...found, findings: found.findings.filter(({ code }) => code !== 'missing-file') },
    differences,
    year: page.year,
    notices: records?.notices.length ?? 0,
    photos: signed?.querySelectorAll('main img').length ?? 0,
    elsewhere: found.files - bytes.size,
    titles: records ? titlesOf(records) : new Map(),
  };
  return { checked, signed };
}
