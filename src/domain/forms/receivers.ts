/**
 * People who get text messages, from rows as somebody pasted them or keeps them in a spreadsheet: in each row the first cell
 * that is a mobile number of the mainland, and the first that can be a name. Pure.
 */
export interface ReadReceiver {
  /** Eleven digits. */
  number: string;
  name: string;
}

export interface ReadReceivers {
  receivers: ReadReceiver[];
  /** Rows, from 1, in which there is something, and no mobile number. */
  bad: number[];
  /** Rows whose number stood in an earlier one. */
  repeated: number;
}

/** Characters of a name that are kept. */
const NAME = 20;
/** Full-width digits, blanks and dashes between digits, and the country's number before it are read. No lookbehind: Safari 14. */
const MOBILE = /(^|[^\d])((?:(?:\+|00)?86[\s-]*)?1[3-9]\d(?:[\s-]*\d){8})(?=$|\D)/;

/** The first mobile number in a text, as eleven digits, and the text without it. Null: there is none. */
function numberIn(text: string): { number: string; rest: string } | null {
  const plain = text.normalize('NFKC').replace(/[\u2010-\u2015]/g, '-');
  const found = MOBILE.exec(plain);
  if (!found?.[2]) return null;
  const at = found.index + (found[1] ?? '').length;
  const rest = `${plain.slice(0, at)} ${plain.slice(at + found[2].length)}`;
  return { number: found[2].replace(/\D/g, '').slice(-11), rest };
}

/** Words without digits that can be a name. */
const nameIn = (text: string): string => {
  const plain = text.replace(/[\s,，;；:：、]+/g, ' ').trim();
  return /\p{L}/u.test(plain) && !/\d{5}/.test(plain) ? plain : '';
};

export function readReceivers(rows: string[][]): ReadReceivers {
  const found = new Map<string, ReadReceiver>();
  const bad: number[] = [];
  let repeated = 0;
  rows.forEach((cells, index) => {
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (filled.length === 0) return;
    const at = filled.findIndex((cell) => numberIn(cell) !== null);
    const here = at < 0 ? null : numberIn(filled[at]!);
    if (!here) {
      // A heading is no mistake.
      const isHeading = index === 0 && !filled.some((cell) => /\d{5}/.test(cell.normalize('NFKC')));
      if (!isHeading) bad.push(index + 1);
      return;
    }
    const others = filled.map((cell, n) => (n === at ? here.rest : cell));
    const name = others.map(nameIn).find(Boolean)?.slice(0, NAME) ?? '';
    const before = found.get(here.number);
    if (before) repeated += 1;
    found.set(here.number, { number: here.number, name: before?.name || name });
  });
  return { receivers: [...found.values()], bad, repeated };
}
