/** The difference of two figures, exact: money in fen, other figures as decimal text. */
import type { Fen } from '../money.ts';

export type Difference = { type: 'money'; fen: Fen } | { type: 'number'; text: string };

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

const decimalsOf = (text: string): number => (text.split('.')[1] ?? '').length;

/** after − before as decimal text, e.g. `-2.5`; null when one is no plain decimal or too large to be exact. */
export function decimalDifference(before: string, after: string): string | null {
  if (!DECIMAL.test(before) || !DECIMAL.test(after)) return null;
  const places = Math.max(decimalsOf(before), decimalsOf(after));
  const scaled = (text: string): number =>
    Number(text.replace('.', '') + '0'.repeat(places - decimalsOf(text)));
  const difference = scaled(after) - scaled(before);
  if (![scaled(before), scaled(after), difference].every(Number.isSafeInteger)) return null;
  const digits = String(Math.abs(difference)).padStart(places + 1, '0');
  const point = digits.length - places;
  const decimals = digits.slice(point).replace(/0+$/, '');
  return `${difference < 0 ? '-' : ''}${digits.slice(0, point)}${decimals === '' ? '' : `.${decimals}`}`;
}
