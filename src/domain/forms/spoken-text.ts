/**
 * A text for the ear: every figure in it as it is said. Dates, times, amounts, percentages, telephone numbers, ranges
 * and units are known by what stands around them; what is left is read as a number, or figure by figure when it is long.
 */
import { parseLocalDate } from '../calendar/days.ts';
import { fenOf } from '../money.ts';
import {
  spokenCount,
  spokenDate,
  spokenDecimal,
  spokenDigits,
  spokenInteger,
  spokenMoney,
  spokenPercent,
  spokenPhone,
  spokenTime,
  spokenYear,
} from './spoken.ts';

/** A number as it is written: grouped by commas, thin or no-break spaces; with a decimal point. */
const NUMBER = String.raw`\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** With plain spaces between the groups, only where an amount says that it is one. */
const SPACED = String.raw`\d{1,3}(?: \d{3})+(?:\.\d{1,2})?`;

const UNITS: Record<string, string> = {
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  'm³': '立方米',
  m3: '立方米',
  km: '公里',
  kg: '公斤',
  cm: '厘米',
  mm: '毫米',
  m: '米',
  t: '吨',
  '℃': '摄氏度',
};
const LATIN_UNIT = Object.keys(UNITS)
  .sort((one, other) => other.length - one.length)
  .join('|');
/** Before these two is 两; a group, a floor, a day of the month is numbered, not counted, and keeps 二. */
const COUNTED =
  /^(?:个|亩|户(?!主)|人|名|位|次|天|周|年|小时|分钟|吨|公?斤|千克|公里|千米|米|平方|立方|头|只|羽|株|棵|袋|桶|台|辆|座|处|口|眼|条|件|项|份|张|批|类|种|块|套|间|场|起|例|本|箱|瓶|倍|元|万|千|亿|角|分)/;

const digitsOf = (number: string): string => number.replace(/[,\s\u00a0\u2009\u202f]/g, '');

/** A plain number before `after`: 2亩 is 两亩, 2组 二组, 00123 and long ones figure by figure. */
function plainNumber(number: string, after: string): string {
  const digits = digitsOf(number);
  const grouped = digits !== number;
  if (!grouped && !digits.includes('.') && (/^0\d/.test(digits) || digits.length > 9))
    return spokenDigits(digits);
  return COUNTED.test(after) ? spokenCount(digits) : spokenDecimal(digits);
}

const RANGE = /^\s*(?:[-—–~～]|－)+\s*(?=\d)/;

/** A way to write something with figures; `say` gives null when it is not that after all. */
interface Form {
  pattern: RegExp;
  say: (match: RegExpExecArray, before: string, after: string) => string | null;
}

const form = (source: string, say: Form['say']): Form => ({ pattern: new RegExp(source, 'y'), say });

const date = (year = '', month = '', day = ''): string | null => {
  const found = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return found ? spokenDate(found) : null;
};

const money = (text: string): string | null => {
  const fen = fenOf(text);
  return fen === null ? null : spokenMoney(fen);
};

/** 350元/人/月 is 每人每月三百五十元. */
const each = (per: string): string => per.replace(/\//g, '每');

const FORMS: Form[] = [
  // What is masked: the last figures are said so that people know whom it means; a hidden house is not said.
  form(String.raw`\d{0,6}\*{3,}(\d{0,3}[\dX])?`, ([, last]) => (last ? `尾号${spokenPhone(last)}` : '')),
  form(String.raw`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]`, ([, year, month, day]) =>
    date(year, month, day),
  ),
  form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)`, ([, year, , month, day]) =>
    date(year, month, day),
  ),
  form(
    String.raw`[〔[（(]((?:19|20)\d{2})[〕\]）)](?=\s*第?\d+号)`,
    ([, year = '']) => `${spokenYear(year)}年`,
  ),
  form(String.raw`((?:19|20)\d{2})(?:年)?\s*[-—–~～至]+\s*((?:19|20)\d{2})年`, ([, from = '', to = '']) => {
    return `${spokenYear(from)}年至${spokenYear(to)}年`;
  }),
  form(String.raw`((?:19|20)\d{2})(?=年)`, ([, year = '']) => spokenYear(year)),
  form(String.raw`([01]?\d|2[0-3])[:：]([0-5]\d)(?::[0-5]\d)?(?!\d)`, ([, hour, minute]) => {
    return spokenTime(Number(hour), Number(minute));
  }),
  form(String.raw`(\d+(?:\.\d+)?)\s*[%％]`, ([, number = '']) => spokenPercent(number)),
  form(String.raw`(\d+(?:\.\d+)?)\s*‰`, ([, number = '']) => `千分之${spokenDecimal(number)}`),
  form(
    String.raw`(?:1[3-9]\d{9}|0\d{2,3}[-－—]?\d{7,8}|400-?\d{3}-?\d{4})(?![\d.])`,
    ([number], _, after) => {
      return /^\s*[元万亿]/.test(after) ? null : spokenPhone(number);
    },
  ),
  form(String.raw`\d{3,8}(?![\d.])`, ([number], before) => {
    return /(?:电话|热线|拨打|短号)[:：为]?\s*$/.test(before) ? spokenPhone(number) : null;
  }),
  form(
    String.raw`(${SPACED}|${NUMBER})\s*元((?:/[\u4e00-\u9fff]{1,3}?(?=[/，。,；;、\s）)]|$))+)`,
    ([, number = '', per = '']) => {
      const said = money(digitsOf(number));
      return said && each(per) + said;
    },
  ),
  form(String.raw`[￥¥]\s*(-?(?:${SPACED}|${NUMBER}))(?:\s*元)?`, ([, number = '']) =>
    money(digitsOf(number)),
  ),
  form(String.raw`(${SPACED}|${NUMBER})\s*元(?!旦)`, ([, number = '']) => money(digitsOf(number))),
  form(String.raw`(\d{1,2})/(\d{1,2})(?![\d/])`, ([, part, whole]) => {
    return Number(whole) > 1 ? `${spokenInteger(Number(whole))}分之${spokenInteger(Number(part))}` : null;
  }),
  form(String.raw`(${NUMBER})\s*(${LATIN_UNIT})(?![A-Za-z0-9])`, ([, number = '', unit = '']) => {
    const name = UNITS[unit] ?? unit;
    return plainNumber(number, name) + name;
  }),
  form(`(?:${NUMBER})`, ([number], before, after) => {
    return /第\s*$/.test(before) ? spokenDecimal(digitsOf(number)) : plainNumber(number, after.trimStart());
  }),
];

/** Full-width figures as plain ones; their point between figures too. */
const narrow = (text: string): string =>
  text.replace(/[０-９％]/g, (char) => char.normalize('NFKC')).replace(/(\d)．(?=\d)/g, '$1.');

const WORTH_A_LOOK = /[\d*￥¥〔[（(]/;
/** Characters before and after a figure that decide how it is said. */
const AROUND = 8;

interface Said {
  words: string;
  length: number;
}

function sayAt(text: string, index: number): Said | null {
  const before = text.slice(Math.max(0, index - AROUND), index);
  for (const { pattern, say } of FORMS) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (!match) continue;
    const length = match[0].length;
    const words = say(match, before, text.slice(index + length, index + length + AROUND));
    if (words !== null) return { words, length };
  }
  return null;
}

const MINUS = /[-−－](?=\d)/y;
/** Before a minus and not a dash: nothing that is a word, unless it leads to a value. */
const NO_VALUE_BEFORE = /[\w\u4e00-\u9fff]/;
const VALUE_BEFORE = /[温为至到率]/;

function isMinus(source: string, index: number): boolean {
  MINUS.lastIndex = index;
  const before = source[index - 1] ?? '';
  return MINUS.test(source) && (VALUE_BEFORE.test(before) || !NO_VALUE_BEFORE.test(before));
}

/** The text with every figure in words. Words without figures stay as they are. */
export function spokenText(text: string): string {
  const source = narrow(text);
  let result = '';
  for (let index = 0; index < source.length;) {
    const char = source[index] ?? '';
    if (isMinus(source, index)) {
      result += '负';
      index += 1;
      continue;
    }
    const said = WORTH_A_LOOK.test(char) ? sayAt(source, index) : null;
    if (!said) {
      result += char;
      index += 1;
      continue;
    }
    index += said.length;
    result += said.words;
    const range = RANGE.exec(source.slice(index, index + AROUND));
    if (range) {
      result += '至';
      index += range[0].length;
    }
  }
  return result;
}
