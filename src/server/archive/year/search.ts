/** Finds notices in a year's page by the words in them. */

/** Marks in one notice: what is found more often is there all the same. */
const MARKS = 50;

/** Full-width letters and digits as the ordinary ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What is searched: words with blanks between them, all of which must be there. */
const wordsOf = (typed: string): string[] => plain(typed).split(/\s+/).filter(Boolean);

interface Place {
  article: HTMLElement;
  line: HTMLElement | null;
  text: string;
}

export class Finder {
  readonly #form: HTMLElement;
  readonly #places: Place[];

  constructor(form: HTMLElement, main: HTMLElement) {
    this.#form = form;
    this.#places = Array.from(main.querySelectorAll<HTMLElement>('article')).map((article) => ({
      article,
      line: main.querySelector(`a[href="#${article.id}"]`)?.closest('li') ?? null,
      text: plain(article.textContent ?? ''),
    }));
  }

  begin(): void {
    this.#form.hidden = false;
    const input = this.#form.querySelector('input');
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    input?.addEventListener('input', () => this.find(input.value));
  }

  find(typed: string): void {
    const words = wordsOf(typed);
    let count = 0;
    for (const { article, line, text } of this.#places) {
      const isFound = words.every((word) => text.includes(word));
      article.hidden = !isFound;
      if (line) line.hidden = !isFound;
      unmark(article);
      if (isFound) count += 1;
      if (isFound && words.length > 0) mark(article, words);
    }
    const found = this.#form.querySelector('#found');
    const said = count === 0 ? '没有找到。换个说法，或少写几个字。' : `找到 ${count} 件`;
    if (found) found.textContent = words.length === 0 ? '' : said;
  }
}

function unmark(article: HTMLElement): void {
  for (const one of Array.from(article.querySelectorAll('mark'))) one.replaceWith(...one.childNodes);
  article.normalize();
}

/** Marks the words; those that are written in other forms (full-width) are found, and not marked. */
function mark(article: HTMLElement, words: string[]): void {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  let left = MARKS;
  for (const text of texts) {
    const word = words.find((one) => text.data.toLowerCase().includes(one));
    if (word === undefined || left === 0) continue;
    left -= 1;
    const hit = text.splitText(text.data.toLowerCase().indexOf(word));
    hit.splitText(word.length);
    const marked = document.createElement('mark');
    hit.replaceWith(marked);
    marked.append(hit);
  }
}
