/**
 * House addresses: shown down to the villagers' group (组, 社), hidden from there: `示范一村二组12号` → `示范一村二组***`.
 * In a town the street stays and the house goes. Wells, plots, sheds, dates and offices carry numbers too and stay.
 */
import { HIDDEN_HOUSE } from './kinds.ts';
import type { Candidate } from './numbers.ts';

const NUMBER = '[A-Za-z甲乙丙丁]?[0-9０-９一二三四五六七八九十百零〇]{1,6}|[A-Za-zＡ-Ｚ甲乙丙丁戊东西南北]';
/** One step of the way from the street to the door: a number with its word. */
const STEP = `(?:附|第)?\\s*(?:${NUMBER})(?:\\s*[-－—之]\\s*(?:${NUMBER}))*\\s*(?:号楼|号院|号|栋|幢|座|单元|层|楼|室|弄|排)`;
/** Building, entrance and flat by figures alone: 3-2-501. */
const FIGURES_ONLY =
  '[0-9０-９]{1,2}\\s*[-－—]\\s*[0-9０-９]{1,2}\\s*[-－—]\\s*[0-9０-９]{3,4}(?![0-9０-９*])';
/** The whole rest, with a bare room number at the end: 3栋2单元502. */
const HOUSE = `(?:(?:门牌号?|门牌号码)\\s*[:：]?\\s*)?${STEP}(?:\\s*[,，]?\\s*${STEP})*(?:\\s*[0-9０-９]{3,4}(?![0-9０-９年.．元亩*]))?`;

const NUMERAL = '[0-9０-９一二三四五六七八九十]{1,3}';
/** Ends in a villagers' group: 二组, 3社, 第五村民小组, 上湾社. */
const GROUP = `(?:${NUMERAL}\\s*(?:村民)?小?[组社]|村民小?组|[\\u4e00-\\u9fff]{1,3}社)`;
/** Other places that houses are numbered in. */
const PLACE =
  '[\\u4e00-\\u9fff](?:村|屯|寨|庄|湾|路|街|巷|大道|胡同|小区|社区|花园|家园|新村|公寓|苑|佳园|家属院|家属楼|安置点|安置区|新区)';

/** Between group and house: nothing, a comma, or 'the house of' in brackets. */
const BETWEEN = '\\s*[,，、]?\\s*';
const AFTER_PLACE = new RegExp(`(${GROUP}|${PLACE})(${BETWEEN})(${FIGURES_ONLY}|${HOUSE})`, 'g');
/** A flat is one wherever it is named: 3号楼2单元501室. */
const FLAT = new RegExp(
  `(?:${NUMBER})\\s*(?:号楼|栋|幢|座)\\s*(?:${NUMBER})\\s*单元\\s*(?:(?:${NUMBER})\\s*[层楼]\\s*)?[0-9０-９]{3,4}(?![0-9０-９*])\\s*(?:室|号|户)?`,
  'g',
);
const LABEL =
  /(?:住址|家住|现住|住在|居住地址?|家庭地址|户籍地址?|户籍所在地|详细地址|门牌号?|门牌号码)\s*[:：为是]?\s*/g;
const LABELLED = new RegExp(`^([^。；;\\n，,]{0,24}?)(${HOUSE})`);

/** What the number counts when it is no door: well 3, plot 12, shed 5, the 15th of the month. */
const NOT_A_DOOR =
  /^\s*(?:机井|水?井|泵|桥|涵洞|隧道|池|坑|塘|公厕|厕所|垃圾|风机|光伏|监控|摄像|广播|岗|窗口|仓库|冷库|机房|充电|路|线|地块|田|地(?!址)|坝|渠|沟|点位|公告|文件|通知|大?棚|温室|车间|标段|合同|路灯|变压器|变台|台区|电表|闸|鱼塘|水窖|集雨|蓄水|圈舍|养殖|羊舍|牛舍|牲畜|矿|煤|山|梁|梯田|林|树|样|宗地|机|前(?!院|排)|后(?!院|排)|起|上午|下午|晚|早|开会|召开|召集|至|到|截止|开始|之前|以前|以后|左右|令|票|选|候选|户主|代表|车)/;
/** An address of an office is public. */
const OFFICE_BEFORE =
  /(?:政府|办公楼|办公|办事处|服务中心|便民|村委会?|党群|派出所|卫生[院室]|学校|小学|中学|幼儿园|信用社|银行|大厅|法院|司法所|财政所|公司|文化站|敬老院|图书室|农家书屋)[^，,。；;：:\n]{0,6}$/;
const OFFICE_AFTER =
  /^\s*[(（]?[\u4e00-\u9fff]{0,8}(?:政府|办公[楼室]|办事处|服务中心|便民|村委会|党群|派出所|卫生[院室]|学校|小学|中学|幼儿园|信用社|银行|大厅|法院|民政局|司法所|财政所|公司|文化站|敬老院|信访|交易中心|局(?:[\s，,。)）]|$))/;
/** 社 of these is no villagers' group. */
const OTHER_SHE = /(?:合作|供销|信用|旅行|报|出版|通讯|联)社$/;
/** 组 of these is people at work. */
const OTHER_GROUP = /(?:工作|领导|专班|检查|评议|督查|考核|调解|监督|理财|互助|党)小?组$/;
/** Households counted, not a door: 二组12户. Years: 2026年. */
const hides = (text: string): boolean => /[0-9０-９一二三四五六七八九十甲乙丙丁A-Z]/.test(text);

/** The end of a longer number, or of one that is masked already. */
const PIECE_OF_NUMBER = /[0-9０-９*]/;

function isDoor(text: string, from: number, to: number, anyOffice: boolean): boolean {
  const after = text.slice(to, to + 16);
  if (NOT_A_DOOR.test(after) || PIECE_OF_NUMBER.test(text.slice(Math.max(0, from - 1), from))) return false;
  if (anyOffice) return true;
  return !OFFICE_BEFORE.test(text.slice(Math.max(0, from - 16), from)) && !OFFICE_AFTER.test(after);
}

const house = (text: string, from: number, to: number): Candidate => ({
  kind: 'address',
  from,
  to,
  original: text.slice(from, to),
  masked: HIDDEN_HOUSE,
  rank: 5,
});

function* afterPlaces(text: string): Generator<Candidate> {
  for (const match of text.matchAll(AFTER_PLACE)) {
    const [whole, place = '', between = ''] = match;
    const from = match.index + place.length + between.length;
    const to = match.index + whole.length;
    const upTo = text.slice(Math.max(0, match.index - 4), match.index + place.length);
    if (OTHER_SHE.test(upTo) || OTHER_GROUP.test(upTo)) continue;
    if (isDoor(text, from, to, false)) yield house(text, from, to);
  }
}

function* flats(text: string): Generator<Candidate> {
  for (const match of text.matchAll(FLAT)) {
    const to = match.index + match[0].length;
    if (isDoor(text, match.index, to, false)) yield house(text, match.index, to);
  }
}

function* afterLabels(text: string): Generator<Candidate> {
  for (const label of text.matchAll(LABEL)) {
    const start = label.index + label[0].length;
    const match = LABELLED.exec(text.slice(start, start + 80));
    if (!match) continue;
    const [, way = '', rest = ''] = match;
    const from = start + way.length;
    if (hides(rest) && isDoor(text, from, from + rest.length, /家|住|户籍/.test(label[0])))
      yield house(text, from, from + rest.length);
  }
}

/** Everything in a text that reads as the door of a house. */
export const addressCandidates = (text: string): Candidate[] => [
  ...afterPlaces(text),
  ...flats(text),
  ...afterLabels(text),
];
