/** Check digits and shapes of the numbers that belong to people. All take plain ASCII figures (and X). */
import { parseLocalDate } from '../calendar/days.ts';

/** Weights of the 17 figures before the check character: 2^(17-i) mod 11 (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** First two figures of administrative codes: the provinces, and 83 and 91 for later permits. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** The 18th character that belongs to 17 figures. */
export function checkCharacter(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

const isBirthday = (eight: string): boolean =>
  /^(?:19|20)/.test(eight) &&
  parseLocalDate(`${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`) !== null;

/** 18 characters: a province, a day of birth, the right check character. */
export const isResidentId18 = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) &&
  PROVINCES.test(text) &&
  isBirthday(text.slice(6, 14)) &&
  checkCharacter(text) === text[17];

/** The old 15 figures: a province and a day of birth of the last century. */
export const isResidentId15 = (text: string): boolean =>
  /^\d{15}$/.test(text) && PROVINCES.test(text) && isBirthday(`19${text.slice(6, 12)}`);

/** Number of a disability certificate: identity number, kind (1 to 7), grade (1 to 4). */
export const isDisabilityNumber = (text: string): boolean =>
  /^.{18}[1-7][1-4]$/.test(text) && isResidentId18(text.slice(0, 18));

export const isMobileNumber = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

/** Luhn's check, ISO/IEC 7812. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const value = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Cards issued in China start with these; 0, 1, 2 and 7 are dates, phones and serial numbers. */
export const isBankCard = (text: string): boolean => /^[345689]\d{15,18}$/.test(text) && passesLuhn(text);
