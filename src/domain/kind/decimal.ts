/**
 * Exact decimals for measured quantities and percentages: 12.5 亩, 71.7 %.
 * In data they are text in one canonical form (`12.5`, never `12.50` or `+12.5`), so that the same figure has the same
 * bytes; for sums they are whole numbers of ten-thousandths.
 */

/** How many ten-thousandths one is. */
export const SCALE = 10_000;

/** At most ten digits before the point and four after it. */
const CANONICAL = /^(?:0|-?(?:[1-9]\d{0,9}(?:\.\d{0,3}[1-9])?|0\.\d{0,3}[1-9]))$/;
const TYPED = /^([-+]?)(\d{1,10})(?:\.(\d*))?$/;

export const isDecimal = (text: string): boolean => CANONICAL.test(text);

/** Ten-thousandths of a canonical decimal. Throws on any other text, which is a bug of the caller. */
export function scaledOf(text: string): number {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`);
  return Math.round(Number(text) * SCALE);
}

/** The canonical text of a whole number of ten-thousandths. */
export function decimalOf(scaled: number): string {
  const digits = String(Math.abs(scaled)).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -4)}${decimals && `.${decimals}`}`;
}

export type ParsedDecimal =
  { ok: true; text: string; rounded: boolean } | { ok: false; code: 'empty' | 'not-a-number' };

/**
 * Reads a number as people type it: full-width figures, thousands separators, spaces. Beyond four decimals it is
 * rounded, and says so: spreadsheets hold 102.49999999999999 where the screen shows 102.5.
 */
export function parseDecimal(text: string): ParsedDecimal {
  const plain = text
    .normalize('NFKC')
    .replace(/[−‒–—]/g, '-')
    .replace(/\s/g, '');
  if (plain === '') return { ok: false, code: 'empty' };
  const grouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(plain) ? plain.replace(/,/g, '') : plain;
  const match = TYPED.exec(grouped.startsWith('.') ? `0${grouped}` : grouped);
  if (!match) return { ok: false, code: 'not-a-number' };
  const [, sign = '', whole = '', decimals = ''] = match;
  const kept = decimals.padEnd(4, '0').slice(0, 4);
  const up = Number(decimals[4] ?? '0') >= 5 ? 1 : 0;
  const scaled = Number(whole) * SCALE + Number(kept) + up;
  const lost =
    /[1-9]/.test(decimals.slice(4)) && Math.abs(Number(`0.${decimals}`) * SCALE - Number(kept) - up) > 1e-4;
  return { ok: true, text: decimalOf(sign === '-' && scaled !== 0 ? -scaled : scaled), rounded: lost };
}
