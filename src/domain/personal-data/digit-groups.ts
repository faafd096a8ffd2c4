/**
 * Figures in a text as people write numbers: `138 1234 5678`, `６２０４０２…`, `6222-0210-…`, an X at the end.
 * A group is a stretch of figures without anything between; `link` says what joins it to the group before.
 */

export type Link = 'space' | 'dash' | 'dot';

export interface DigitGroup {
  /** ASCII figures, and X for the check character. */
  digits: string;
  /** UTF-16 offsets. */
  from: number;
  to: number;
  /** What stands between this and the group before; null when that is more than a separator. */
  link: Link | null;
}

/** Between figures they are only layout: soft hyphen, zero-width marks, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const SPACE = /[^\S\r\n\t]/;
const DASH = /[-_~\u2010-\u2015\u2212\ufe63\uff0d\uff5e]/;
const DOT = /[.\uff0e\u00b7\u30fb\u2022]/;
/** Longest layout between two groups of one number, e.g. ' - '. */
const MAX_LAYOUT = 3;

/** The ASCII figure of a code point: plain, full width, and the mathematical ones of fancy keyboards. */
function digitOf(codePoint: number): string | null {
  if (codePoint >= 0x30 && codePoint <= 0x39) return String(codePoint - 0x30);
  if (codePoint >= 0xff10 && codePoint <= 0xff19) return String(codePoint - 0xff10);
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return String((codePoint - 0x1d7ce) % 10);
  return null;
}

/** Also full width, and the sign of multiplication that some keyboards offer. */
const CHECK_X = /[Xx\uff38\uff58\u00d7]/;
const LETTER = /[A-Za-z\uff21-\uff3a\uff41-\uff5a]/;
/** Figures before an X: 17 of an identity number, or what is left of them in its last group; 11 are a telephone. */
const NUMBER_BEFORE_X = /^(?:\d{1,10}|\d{12}|\d{17})$/;

/** What a stretch of layout joins by; null when it is not layout. */
function linkOf(layout: string): Link | null {
  if (layout.length > MAX_LAYOUT) return null;
  if (DASH.test(layout)) return 'dash';
  return DOT.test(layout) ? 'dot' : 'space';
}

const isLayout = (char: string): boolean => SPACE.test(char) || DASH.test(char) || DOT.test(char);

interface Scan {
  groups: DigitGroup[];
  open: DigitGroup | null;
  /** Layout since the last figure; null when something else came between. */
  layout: string | null;
}

function addFigure(scan: Scan, digit: string, from: number, to: number): void {
  if (scan.open && scan.layout === '') {
    scan.open.digits += digit;
    scan.open.to = to;
    return;
  }
  const link = scan.open && scan.layout ? linkOf(scan.layout) : null;
  scan.open = { digits: digit, from, to, link };
  scan.groups.push(scan.open);
  scan.layout = '';
}

/** Whether the last linked groups are the 17 figures of an identity number: 6 2 0 4 … X. */
function followsSeventeen(groups: DigitGroup[]): boolean {
  let length = 0;
  for (let index = groups.length - 1; index >= 0 && length < 17; index -= 1) {
    length += groups[index]?.digits.length ?? 0;
    if (length < 17 && groups[index]?.link === null) return false;
  }
  return length === 17;
}

/** Whether an X here is a check character and not a letter of a word or a sign of multiplication. */
function isCheckX(scan: Scan, text: string, index: number): boolean {
  if (!scan.open || scan.layout === null || LETTER.test(text[index + 1] ?? '')) return false;
  if (scan.layout !== '') return followsSeventeen(scan.groups);
  if (!NUMBER_BEFORE_X.test(scan.open.digits)) return false;
  return scan.open.digits.length === 17 || digitOf(text.codePointAt(index + 1) ?? 0) === null;
}

/** All groups of figures in a text, in order. */
export function digitGroups(text: string): DigitGroup[] {
  const scan: Scan = { groups: [], open: null, layout: null };
  for (let index = 0; index < text.length;) {
    const codePoint = text.codePointAt(index) ?? 0;
    const next = index + (codePoint > 0xffff ? 2 : 1);
    const char = text.slice(index, next);
    const digit = digitOf(codePoint) ?? (CHECK_X.test(char) && isCheckX(scan, text, index) ? 'X' : null);
    if (digit !== null) addFigure(scan, digit, index, next);
    else if (!INVISIBLE.test(char))
      scan.layout = scan.layout !== null && isLayout(char) ? scan.layout + char : null;
    index = next;
  }
  return scan.groups;
}
