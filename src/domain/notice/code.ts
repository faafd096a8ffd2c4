/**
 * A notice's number for the hand: nine digits that stand on paper and open the notice when they are typed on any board.
 *
 * `482 109 375`: eight digits from the notice's id (so that a notice which has not reached the township has its number
 * too, and no two devices must agree on one), and a check digit by Damm's quasigroup, which finds every single wrong
 * digit and every pair of neighbours that changed places. Two notices of a township of 10,000 share a number about once
 * in two such townships: then both are offered.
 */

const DIGITS = 8;
const GROUP = 3;
/** Hexadecimal digits taken from the end of the id: other bits than the fingerprint of a version takes. */
const TAKEN = 12;

/** H. M. Damm, Total anti-symmetrische Quasigruppen (2004): order 10, zero diagonal. */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const checked = (digits: string): number =>
  [...digits].reduce((state, digit) => Number(QUASIGROUP[state]![Number(digit)]), 0);

/**
 * The number of a notice, nine digits without spaces.
 * @param notice its id, 64 hexadecimal digits.
 */
export function noticeCode(notice: string): string {
  const number = Number.parseInt(notice.slice(-TAKEN), 16) % 10 ** DIGITS;
  const digits = String(number).padStart(DIGITS, '0');
  return `${digits}${checked(digits)}`;
}

/** As it is printed and read out: `482 109 375`. */
export const spacedCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join(' ');

export type TypedCode =
  | { state: 'code'; code: string }
  /** Nine digits of which one is wrong, or two have changed places. */
  | { state: 'mistyped' }
  /** Something else was typed. */
  | { state: 'other' };

/** What somebody typed: full width, spaces, dashes and dots between the digits do not matter. */
export function readCode(typed: string): TypedCode {
  const digits = typed.normalize('NFKC').replace(/[\s.\-–—_·]/g, '');
  if (!new RegExp(`^\\d{${DIGITS + 1}}$`).test(digits)) return { state: 'other' };
  return checked(digits) === 0 ? { state: 'code', code: digits } : { state: 'mistyped' };
}
