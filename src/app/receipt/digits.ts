/** Receipt codes as people see them: twenty digits in groups of four. Whether one is right is the device's to say. */

/** Digits of a receipt code. */
export const CODE_DIGITS = 20;
const GROUP = 4;

/** The digits of what was typed or pasted; full-width ones too. No more than a code has. */
export const digitsOf = (typed: string): string =>
  typed.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_DIGITS);

export const groupsOf = (code: string): string[] => digitsOf(code).match(/\d{1,4}/g) ?? [];
/** `1234 5678 …`, as far as it has come. */
export const grouped = (typed: string): string => groupsOf(typed).join(' ');

/** Groups in a whole code. */
export const CODE_GROUPS = CODE_DIGITS / GROUP;

const SPOKEN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The code for a voice: each digit by itself, group by group. */
export const spokenGroups = (code: string): string[] =>
  groupsOf(code).map((group) => [...group].map((digit) => SPOKEN[Number(digit)]).join('，'));
