/**
 * What a screen says, taken from the screen itself: every screen can be read aloud, and what is read is what stands there.
 * Said is what stands in paragraphs, lists and controls, in the order of reading; not what somebody has typed.
 *
 * - `data-say="…"`: this is said instead of what the element shows (a table's row as a sentence).
 * - `data-hush`, `aria-hidden`: not said.
 * - `data-read-first="8"`: of the list inside, only so many items; what stands after it is not kept waiting.
 */
import type { Language } from '../../domain/kind/kind.ts';
import { earPieces } from './for-ear.ts';
import { sentencesOf } from './sentences.ts';

/** A stretch of what is said with where it stands. */
export interface Stretch {
  /** Place in what is said: [at, end). */
  at: number;
  end: number;
  node: Text;
  /** Place in the node. */
  from: number;
  to: number;
  /** Said as it is shown, so that a place in one is a place in the other. */
  verbatim: boolean;
}

/** One sentence with its place on the screen. */
export interface Piece {
  said: string;
  element: Element;
  /** None: the element as a whole is said. */
  stretches: Stretch[];
}

const SILENT_TAGS =
  /^(?:script|style|noscript|template|svg|input|textarea|select|video|audio|canvas|mark-layer)$/i;
/** Said in one breath, as one thing that can be chosen. */
const WHOLE_TAGS = /^(?:a|button|summary|label)$/i;

interface Run {
  element: Element;
  nodes: { node: Text; at: number }[];
  text: string;
}

const isHushed = (element: Element): boolean =>
  SILENT_TAGS.test(element.tagName) ||
  element.hasAttribute('data-hush') ||
  element.getAttribute('aria-hidden') === 'true';

/** Whether text beside the element is another phrase. */
function standsAlone(style: CSSStyleDeclaration): boolean {
  return style.display !== 'inline' && style.display !== 'contents' && style.display !== '';
}

function stretchesOf(
  run: Run,
  start: number,
  end: number,
  language: Language,
): Pick<Piece, 'said' | 'stretches'> {
  let said = '';
  const stretches: Stretch[] = [];
  for (const piece of earPieces(run.text.slice(start, end), language)) {
    const [from, to] = [start + piece.from, start + piece.to];
    const verbatim = piece.said === run.text.slice(from, to);
    for (const { node, at } of run.nodes) {
      const [a, b] = [Math.max(from, at), Math.min(to, at + node.data.length)];
      if (a >= b) continue;
      const own = verbatim ? said.length + a - from : said.length;
      stretches.push({
        at: own,
        end: verbatim ? own + b - a : said.length + piece.said.length,
        node,
        from: a - at,
        to: b - at,
        verbatim,
      });
    }
    said += piece.said;
  }
  return { said, stretches };
}

/** Joins phrases into one: a list's line, a control. */
function joined(element: Element, phrases: Piece[], between: string): Piece {
  let said = '';
  const stretches: Stretch[] = [];
  for (const phrase of phrases) {
    if (said !== '' && !/[。！？，；：、.!?,;:]\s*$/.test(said)) said += between;
    const by = said.length;
    stretches.push(...phrase.stretches.map((one) => ({ ...one, at: one.at + by, end: one.end + by })));
    said += phrase.said.trim() === phrase.said ? phrase.said : ` ${phrase.said.trim()} `;
  }
  return { said, element, stretches };
}

class Walk {
  readonly pieces: Piece[] = [];
  readonly #language: Language;
  readonly #skip: ReadonlySet<Element>;
  #run: Run | null = null;

  constructor(language: Language, skip: ReadonlySet<Element>) {
    this.#language = language;
    this.#skip = skip;
  }

  #flush(): void {
    const run = this.#run;
    this.#run = null;
    if (!run) return;
    let at = 0;
    for (const sentence of sentencesOf(run.text)) {
      const from = at;
      at += sentence.length;
      if (!/[\p{L}\p{N}]/u.test(sentence)) continue;
      const { said, stretches } = stretchesOf(run, from, at, this.#language);
      this.pieces.push({ said, element: run.element, stretches });
    }
  }

  #text(node: Text, element: Element): void {
    if (node.data === '') return;
    this.#run ??= { element, nodes: [], text: '' };
    this.#run.nodes.push({ node, at: this.#run.text.length });
    this.#run.text += node.data;
  }

  #children(element: Element, block: Element): void {
    let left = Infinity;
    const most = element.closest('[data-read-first]');
    if (most && /^[uo]l$/i.test(element.tagName)) left = Number(most.getAttribute('data-read-first'));
    for (let child = element.firstChild; child && left > 0; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) this.#text(child as Text, block);
      else if (child.nodeType === Node.ELEMENT_NODE) {
        this.element(child as Element, block);
        left -= 1;
      }
    }
  }

  /** What is inside, as one phrase. */
  #whole(element: Element, between: string): void {
    const inner = new Walk(this.#language, this.#skip);
    inner.inside(element);
    const aria = element.getAttribute('aria-label');
    const piece = aria ? { said: aria, element, stretches: [] } : joined(element, inner.pieces, between);
    if (piece.said.trim() !== '') this.pieces.push(piece);
  }

  inside(element: Element): void {
    this.#children(element, element);
    this.#flush();
  }

  element(element: Element, block: Element): void {
    if (isHushed(element) || this.#skip.has(element)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    const say =
      element.getAttribute('data-say') ?? (element instanceof HTMLImageElement ? element.alt : null);
    const between = this.#language === 'zh' ? '，' : ', ';
    const whole = WHOLE_TAGS.test(element.tagName) || element.parentElement?.tagName === 'DL';
    if (say === null && !whole && !standsAlone(style)) return this.#children(element, block);
    this.#flush();
    if (say !== null) {
      if (say !== '') this.pieces.push({ said: say, element, stretches: [] });
    } else if (whole) this.#whole(element, element.parentElement?.tagName === 'DL' ? '：' : between);
    else this.inside(element);
  }
}

/** All that these parts of the screen say, in order. @param skip elements that are said elsewhere. */
export function piecesOf(
  parts: Iterable<Element>,
  language: Language,
  skip: ReadonlySet<Element> = new Set(),
): Piece[] {
  const walk = new Walk(language, skip);
  for (const part of parts) walk.element(part, part);
  return walk.pieces;
}

/** The words of one thing that can be chosen. */
export const wordsOf = (element: Element, language: Language): string =>
  piecesOf([element], language)
    .map(({ said }) => said.trim())
    .join(' ') ||
  (element.getAttribute('aria-label') ?? '');
