/** Percentages are said with few decimals; what counts is whether the said one is a rounding of the true one. */
import { SCALE, decimalOf, scaledOf } from './decimal.ts';

/** Half of the last decimal that a percentage was given to, in percent. */
const halfOfLast = (percent: string): number => 0.5 * 10 ** -(percent.split('.')[1]?.length ?? 0);

/** The percentage as it should read, when the one that is said is not a rounding of it; null when it is. */
export function betterPercent(part: number, whole: number, said: string): string | null {
  if (whole === 0) return null;
  const exact = (part / whole) * 100;
  if (Math.abs(exact - scaledOf(said) / SCALE) <= halfOfLast(said) + 1e-9) return null;
  return decimalOf(Math.round(exact * 10) * (SCALE / 10));
}
