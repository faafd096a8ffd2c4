/**
 * Money is integer fen (分), everywhere. Yuan with a decimal point exist only in what people type and read.
 * Amounts up to 90 billion yuan stay exact (`Number.MAX_SAFE_INTEGER` fen).
 */

/** An amount in fen: 1 yuan is 100. May be negative. */
export type Fen = number;

/**
 * Why a text is no amount:
 * `empty`: nothing there; `not-an-amount`: other characters; `grouping`: separators in the wrong place, as in 1,23;
 * `too-many-decimals`: finer than a fen; `too-large`: can't be kept exactly.
 */
export type MoneyError = 'empty' | 'not-an-amount' | 'grouping' | 'too-many-decimals' | 'too-large';

export type ParsedMoney = { ok: true; fen: Fen } | { ok: false; code: MoneyError };

/** Narrow no-break space: figures of one amount stay on one line. */
const GROUP = '\u202f';
const MINUS = '-';

/** Fen digits behind the point that each unit allows: 1.2万 has fen at the sixth. */
const UNIT_DIGITS: Record<string, number> = { '': 2, 万: 6, 亿: 10 };

const SPACES = /[\s\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g;
const AMOUNT = /^([-+]?)[¥￥]?([-+]?)(\d[\d, ]*|\d*)(?:\.(\d*))?(万|亿)?[元圆块]?(整|正)?$/;

const failed = (code: MoneyError): ParsedMoney => ({ ok: false, code });

/** Full-width forms, other minus signs and other spaces, as the plain ones. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[−‒–—﹣]/g, '-')
    .replace(/[，﹐]/g, ',')
    .replace(SPACES, ' ')
    .trim();

/** Accountants write a loss in brackets: (1,234.50) is −1,234.50. */
function unbracket(text: string): string {
  const inside = /^\((.+)\)$/.exec(text)?.[1];
  return inside === undefined ? text : `-${inside}`;
}

/** The whole yuan without separators; null when these are in the wrong place. */
function ungroup(digits: string): string | null {
  const text = digits.trim();
  if (/^\d*$/.test(text)) return text;
  return /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?: \d{3})+$/.test(text) ? text.replace(/[, ]/g, '') : null;
}

/**
 * Reads an amount in yuan as people type it: `1,234.50`, `￥1 234.5`, full-width figures, `1.2万元`, `-3`, `(3.00)`.
 * More than two decimals are refused rather than rounded: the books must balance to the fen.
 */
export function parseMoney(text: string): ParsedMoney {
  const cleaned = unbracket(plain(text));
  if (cleaned === '') return failed('empty');
  const match = AMOUNT.exec(cleaned.replace(/ *([-+¥￥.元圆块万亿整正]) */g, '$1'));
  if (!match) return failed('not-an-amount');
  const [, before = '', after = '', digits = '', decimals = '', unit = ''] = match;
  if (digits === '' && decimals === '') return failed('not-an-amount');
  if (before !== '' && after !== '') return failed('not-an-amount');
  const whole = ungroup(digits);
  if (whole === null) return failed('grouping');
  const places = UNIT_DIGITS[unit] ?? 2;
  if (decimals.length > places) return failed('too-many-decimals');
  const fen = Number(whole + decimals.padEnd(places, '0'));
  if (!Number.isSafeInteger(fen)) return failed('too-large');
  return { ok: true, fen: before + after === '-' && fen !== 0 ? -fen : fen };
}

/** The amount in fen, or null when the text is none. For places where the reason does not matter. */
export function fenOf(text: string): Fen | null {
  const parsed = parseMoney(text);
  return parsed.ok ? parsed.fen : null;
}

/**
 * Yuan with two decimals and narrow groups: `48 612.50`. No currency sign: the column or the sentence says the unit.
 * Throws on what is no whole number of fen, which is a bug of the caller.
 */
export function formatMoney(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, GROUP);
  return `${fen < 0 ? MINUS : ''}${yuan}.${digits.slice(-2)}`;
}

/** A difference with its sign: `+120.00`, `-3.50`, `0.00`. */
export const formatDifference = (fen: Fen): string => (fen > 0 ? `+${formatMoney(fen)}` : formatMoney(fen));

/** The total. Throws when it can't be kept exactly. */
export function sumMoney(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  if (!Number.isSafeInteger(total)) throw new RangeError('the sum is no exact number of fen');
  return total;
}
