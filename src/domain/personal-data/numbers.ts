/** Which figures in a text are somebody's number: by length, check digits, how they are grouped, and the words around. */
import { isBankCard, isDisabilityNumber, isMobileNumber, isResidentId15, isResidentId18 } from './checks.ts';
import { digitGroups } from './digit-groups.ts';
import type { DigitGroup } from './digit-groups.ts';
import { MASKS } from './kinds.ts';
import type { PersonalDataFinding } from './kinds.ts';

/** A finding, and how sure it is: of two that overlap the smaller rank wins. */
export interface Candidate extends PersonalDataFinding {
  rank: number;
}

type NumberKind = keyof typeof MASKS;

/** Groups that follow each other, read as one number. */
interface Reading {
  text: string;
  digits: string;
  groups: DigitGroup[];
  from: number;
  to: number;
  /** What stands just before, at most `AROUND` characters. */
  before: string;
  after: string;
  /** Joined by a dash or a dot to figures outside. */
  linkBefore: DigitGroup | null;
  linkAfter: DigitGroup | null;
}

/** Characters looked at on each side. */
const AROUND = 16;
/** The longest number looked for: that of a disability certificate. */
const MAX_DIGITS = 20;

const ID_LABEL = /(?:身份证|身份号|公民身份|证件号|身份证明|残疾人?证)[^\d０-９*，,。；;、]{0,8}$/;
const BANK_LABEL = /(?:银行卡|卡号|[账帐][号户]|一卡通|一折通|存折)[^\d０-９*。；;]{0,10}$/;
const PHONE_LABEL =
  /(?:手机|电话|联系方式|联系人|微信|致电|拨打)[^\d０-９*。；;]{0,8}$|(?:tel|phone|mobile|wx|vx)[.:：\s]*$/i;
/** Accounts with those who deliver water, power or the net. */
const SUPPLY_ACCOUNT = /(?:缴费|水费|电费|用水|用电|燃气|宽带|话费)[^\d]{0,4}[账帐]?[号户][:：]?\s*$/;
/** Names of numbers that are nobody's telephone or card. */
const OTHER_NUMBER =
  /(?:编号|编码|代码|单号|证号|文号|合同号?|票号|凭证号?|流水号?|档案号?|批号|序列号|证书号?|图号|户号|表号|订单号?|运单号?|许可证|备案号?|登记号?|条码|条形码|标识码|序号|案号|项目号|设备号|宗地号|地块号|字|第|№|no\.?|imei|isbn|id)[:：为是#＃\s]*$/i;
const AMOUNT_BEFORE = /[¥￥$＄]\s*$|(?:金额|合计|共计|总计|小计)[:：为]?\s*$/;
const AMOUNT_AFTER = /^\s*(?:元(?!旦)|圆|公?斤|千克|吨|亩|株|棵|立方|平方|人民币|%|％|‰|kg\b|km\b)/i;
const NUMBER_AFTER = /^\s*号(?!码)/;
const LETTERS_BEFORE = /[A-Za-z]$/;
const TELEPHONE_LETTERS = /(?:tel|phone|mobile|mob|wx|vx|qq)$/i;
/** What our own masks leave over: stars beside the last or first figures. */
const STARS_BEFORE = /\*{4}$/;
const STARS_AFTER = /^\*{4}/;
const KEPT_FIGURES = 6;

/** Every run of linked groups that may be one number: whole groups only, so nothing is cut out of a longer number. */
function readings(text: string): Reading[] {
  const all = digitGroups(text);
  const found: Reading[] = [];
  for (let start = 0; start < all.length; start += 1) {
    let digits = '';
    for (let end = start; end < all.length; end += 1) {
      const last = all[end] as DigitGroup;
      if (end > start && last.link === null) break;
      digits += last.digits;
      if (digits.length > MAX_DIGITS) break;
      if (digits.length < 11) continue;
      const groups = all.slice(start, end + 1);
      const from = (all[start] as DigitGroup).from;
      const next = all[end + 1];
      found.push({
        text,
        digits,
        groups,
        from,
        to: last.to,
        before: text.slice(Math.max(0, from - AROUND), from),
        after: text.slice(last.to, last.to + AROUND),
        linkBefore: groups[0]?.link ? (all[start - 1] ?? null) : null,
        linkAfter: next?.link ? next : null,
      });
    }
  }
  return found.filter(stands);
}

const isKept = (group: DigitGroup | undefined): boolean => (group?.digits.length ?? 0) <= KEPT_FIGURES;

/** Whether a reading can be a number of its own and not a piece of a word, a decimal or an already masked number. */
function stands({ before, after, groups, digits, linkBefore, linkAfter }: Reading): boolean {
  if (/^[A-Za-z]/.test(after)) return false;
  if (LETTERS_BEFORE.test(before) && !TELEPHONE_LETTERS.test(before)) return false;
  if (STARS_BEFORE.test(before) && isKept(groups[0])) return false;
  if (STARS_AFTER.test(after) && isKept(groups[groups.length - 1])) return false;
  if (digits.slice(0, -1).includes('X') && !isDisabilityNumber(digits)) return false;
  // 13812345678.50 is an amount, 0.13812345678 a decimal; 1.138… is the first line of a list.
  if (linkAfter?.link === 'dot' && linkAfter.digits.length <= 2) return false;
  if (groups[0]?.link === 'dot' && linkBefore?.digits === '0') return false;
  // One by one: 1 3 8 … is read from its first figure to its last.
  if (groups.length > 1 && groups.every(isSingle) && [linkBefore, linkAfter].some(isSingle)) return false;
  if (groups.length === 1) return !(groups[0]?.link === 'dash' && isYear(linkBefore));
  // Of several groups joined by dashes none is left out: 2018-138-1234-5678 is no telephone.
  const dashed = groups.slice(1).some((group) => group.link === 'dash');
  return !(dashed && (groups[0]?.link === 'dash' || linkAfter?.link === 'dash'));
}

const isSingle = (group: DigitGroup | null): boolean => group?.digits.length === 1;
const isYear = (group: DigitGroup | null): boolean => /^(?:19|20)\d{2}$/.test(group?.digits ?? '');

const isAmount = ({ before, after }: Reading): boolean =>
  AMOUNT_BEFORE.test(before) || AMOUNT_AFTER.test(after);
const isOtherNumber = ({ before, after }: Reading): boolean =>
  OTHER_NUMBER.test(before) || (/[第字]/.test(before) && NUMBER_AFTER.test(after));

const shapeOf = (reading: Reading): string => reading.groups.map((group) => group.digits.length).join(' ');

const MOBILE_SHAPES = new Set(['3 4 4', '3 8', '1 1 1 1 1 1 1 1 1 1 1']);
/** Rarer ones; in the middle of other figures they are more likely a row of amounts. */
const LONE_MOBILE_SHAPES = new Set(['7 4', '3 3 5', '4 3 4', '4 4 3', '2 3 4 4', '2 3 8']);

const OLD_ID_SHAPES = new Set(['15', '6 6 3', Array(15).fill('1').join(' ')]);
const CARD_SHAPE = /^(?:\d\d|4(?: 4)* [1-4]|6 \d\d|1(?: 1)+)$/;
/** A card written in groups beside other figures must look like one that village people have. */
const GROUPED_CARD = /^(?:62|60|95)/;

function isMobileShape(reading: Reading): boolean {
  const shape = shapeOf(reading);
  if (MOBILE_SHAPES.has(shape)) return true;
  return LONE_MOBILE_SHAPES.has(shape) && reading.linkBefore === null && reading.linkAfter === null;
}

function residentId(reading: Reading): number | null {
  const { digits, before } = reading;
  if (isResidentId18(digits) || isDisabilityNumber(digits)) return 0;
  if (ID_LABEL.test(before) && digits.length >= 14) return 2;
  const old = isResidentId15(digits) && OLD_ID_SHAPES.has(shapeOf(reading));
  return old && !isOtherNumber(reading) && !isAmount(reading) ? 3 : null;
}

function bankCard(reading: Reading): number | null {
  const { digits, before } = reading;
  if (digits.length > 19 || digits.includes('X')) return null;
  const labelled = BANK_LABEL.test(before) && !SUPPLY_ACCOUNT.test(before);
  if (labelled && digits.length >= 12) return 2;
  if (!isBankCard(digits) || !CARD_SHAPE.test(shapeOf(reading))) return null;
  if (reading.groups.length > 1 && !GROUPED_CARD.test(digits)) return null;
  return isOtherNumber(reading) || isAmount(reading) ? null : 4;
}

const COUNTRY = /^(?:00)?86(?=1\d{10}$)/;

function mobile(reading: Reading): number | null {
  if (!isMobileNumber(reading.digits.replace(COUNTRY, ''))) return null;
  // A code that stands apart is left out: the number behind it is a reading of its own.
  if (reading.digits.length > 11 && reading.groups[1]?.link === 'space') return null;
  const labelled = PHONE_LABEL.test(reading.before);
  if (reading.groups.length > 1 && !labelled && !isMobileShape(reading)) return null;
  if (!labelled && isOtherNumber(reading)) return null;
  return isAmount(reading) ? null : 3;
}

const RULES: [NumberKind, (reading: Reading) => number | null][] = [
  ['resident-id', residentId],
  ['bank-card', bankCard],
  ['mobile', mobile],
];

/** The country code is nobody's and stays. */
function maskNumber(kind: NumberKind, digits: string): string {
  const country = kind === 'mobile' ? (COUNTRY.exec(digits)?.[0] ?? '') : '';
  return country + MASKS[kind](digits.slice(country.length));
}

/** Everything in a text that reads as a person's number; readings may overlap. */
export function numberCandidates(text: string): Candidate[] {
  return readings(text).flatMap((reading) => {
    const { from, to, digits } = reading;
    return RULES.flatMap(([kind, rankOf]) => {
      const rank = rankOf(reading);
      if (rank === null) return [];
      return [{ kind, from, to, original: text.slice(from, to), masked: maskNumber(kind, digits), rank }];
    });
  });
}
