/**
 * HTML from a template: whatever is put in is text, unless it was made by `html` itself. So no field of any notice can
 * become markup, whoever wrote it.
 */

/** A piece of HTML. Only `html` and `trusted` make it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template; null, false and undefined are nothing. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Signs that HTML and XML do not know, halves of pairs among them (`u` leaves whole pairs alone), and those that turn the
 * direction of what follows (`cod‮fdp.exe`).
 */
const STRANGE =
  // oxlint-disable-next-line no-control-regex -- They are what is taken out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]/gu;

/** Text without signs that have no place in a page. */
export const cleanText = (text: string): string => text.replace(STRANGE, '');

/** Text for an element or a quoted attribute. */
export const escapeText = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapeText(String(part));
}

/** Indentation of templates is for those who read the code; what is put in keeps its own spaces. */
const INDENT = /\n\s+/g;
const tidied = new WeakMap<TemplateStringsArray, string[]>();

function stringsOf(strings: TemplateStringsArray): string[] {
  const known = tidied.get(strings) ?? strings.map((string) => string.replace(INDENT, '\n'));
  tidied.set(strings, known);
  return known;
}

/** Template tag. Attributes must be quoted in the template. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(stringsOf(strings).reduce((text, string, at) => text + written(parts[at - 1]) + string));

/** Markup that was not made by `html`: from this program itself, or escaped by hand. Never what somebody wrote. */
export const trusted = (markup: string): Html => new Html(markup);
