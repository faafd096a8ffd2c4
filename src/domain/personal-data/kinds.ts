/** Kinds of personal data and how each is masked. */

export const PERSONAL_DATA_KINDS = ['resident-id', 'mobile', 'bank-card', 'address'] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

export interface PersonalDataFinding {
  kind: PersonalDataKind;
  /** Offsets in UTF-16 units, as `slice` takes them; `to` is the one after the last. */
  from: number;
  to: number;
  /** The text between them, as it was written. */
  original: string;
  /** What residents see in its place. */
  masked: string;
}

/** Instead of a house: always the same length, so that it says nothing about what it hides. */
export const HIDDEN_HOUSE = '***';

const stars = (count: number): string => '*'.repeat(Math.max(4, count));

/** The first and last figures stay, so that neighbours can tell two people of one name apart. */
const keep = (digits: string, first: number, last: number): string =>
  digits.slice(0, first) + stars(digits.length - first - last) + digits.slice(digits.length - last);

/** Identity number: first 6 (the county) and last 4. One with too few figures keeps only the last 4, or nothing. */
export function maskResidentId(digits: string): string {
  if (digits.length >= 14) return keep(digits, 6, 4);
  return keep(digits, 0, digits.length >= 8 ? 4 : 0);
}

/** Mobile number: first 3 and last 4. */
export const maskMobile = (digits: string): string =>
  digits.length >= 10 ? keep(digits, 3, 4) : keep(digits, 0, 0);

/** Bank card: last 4. */
export const maskBankCard = (digits: string): string => keep(digits, 0, digits.length >= 8 ? 4 : 0);

export const MASKS: Record<Exclude<PersonalDataKind, 'address'>, (digits: string) => string> = {
  'resident-id': maskResidentId,
  mobile: maskMobile,
  'bank-card': maskBankCard,
};
