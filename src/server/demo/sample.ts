/** The sample township's people and notices, as data. Neutral names; nobody real. */
import type { Member, Place, Unit } from '../../domain/registry/events.ts';
import { dayNumberOf } from '../../domain/calendar/days.ts';
import { monthOf, shiftPeriod } from '../../domain/calendar/periods.ts';
import type { LocalDate } from '../../domain/time.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { type NoticeContent, PLAIN } from '../../domain/notice/events.ts';
import { SAMPLES } from '../../domain/kind/samples.ts';
import type { KindContent } from '../../domain/kind/values.ts';

export const TOWNSHIP = { name: '复兴乡', region: '白银市平川区' };
export const FOUNDER = { name: '孙某', post: '党政办兼职工作人员', device: '党政办电脑' };

/** Village ids are v1 to v9: the report counts nine boards. */
export const FIRST_VILLAGE = 'v1';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
const SURNAMES = ['李', '王', '赵', '陈', '杨', '马', '周', '吴', '徐'];
const surname = (index: number): string => SURNAMES[index % SURNAMES.length] as string;

const township: Unit = {
  id: TOWNSHIP_UNIT,
  kind: 'township',
  name: '复兴乡人民政府',
  leadingGroup: {
    leader: { name: '高某', post: '乡长' },
    deputies: [{ name: '郑某', post: '副乡长、纪委书记' }],
    members: [{ name: '孙某', post: '党政办兼职工作人员' }],
  },
  office: '党政办',
  phone: '0943-6850168',
};

const village = (index: number): Unit => ({
  id: `v${index + 1}`,
  kind: 'village',
  name: `示范${NUMERALS[index]}村`,
  leadingGroup: {
    leader: { name: `${surname(index)}某`, post: '村党支部书记、村委会主任' },
    deputies: [{ name: `${surname(index + 3)}某`, post: '村务监督委员会主任' }],
    members: [{ name: `${surname(index + 5)}某`, post: '村文书' }],
  },
  office: '村委会',
  phone: '',
});

export const UNITS: Unit[] = [township, ...NUMERALS.map((_, index) => village(index))];

/** By this day of the next month a village's monthly matters are told. */
const MONTHLY_BY = 20;

/**
 * The units as they are set up on a day: the first village answers from the last month that is over its term, so that its
 * board shows what silence looks like.
 */
export function unitsOn(today: LocalDate): Unit[] {
  const over = dayNumberOf(today) > MONTHLY_BY ? 1 : 2;
  const dueFrom = shiftPeriod(monthOf(today), -over).first;
  return UNITS.map((unit) => (unit.id === FIRST_VILLAGE ? { ...unit, dueFrom } : unit));
}

const WALLS = ['村口', '广场边', '小学旁'];

/** One board in each village, and two or three walls: nine and twenty, as the report counts them. */
export const PLACES: Place[] = NUMERALS.flatMap((_, index): Place[] => {
  const unit = `v${index + 1}`;
  const rest = { unit, photo: null, closed: false };
  // Two walls in each of the nine villages, and a third in the first two.
  const walls = WALLS.slice(0, index < 2 ? 3 : 2);
  return [
    { ...rest, id: `${unit}-board`, kind: 'board', name: '村务公开栏', where: '村委会院内' },
    ...walls.map((where, n): Place => {
      return { ...rest, id: `${unit}-wall-${n + 1}`, kind: 'wall', name: `公开墙 ${n + 1}`, where };
    }),
    { ...rest, id: `${unit}-speaker`, kind: 'loudspeaker', name: '村广播', where: '村委会' },
  ];
});

export const CADRE = 'v1-clerk';
/** Of the first village's supervision committee: reviews what the catalogue says must be reviewed. */
export const SUPERVISOR = 'v1-committee';
/** Of the discipline commission: the report box is his alone, once he has enrolled a device. */
export const INSPECTOR = 'inspector';
export const MEMBERS: Member[] = [
  {
    id: INSPECTOR,
    name: '郑某',
    post: '纪委书记',
    unit: TOWNSHIP_UNIT,
    role: 'inspector',
    assigned: [],
  },
  {
    id: SUPERVISOR,
    name: '陈某',
    post: '村务监督委员会主任',
    unit: FIRST_VILLAGE,
    role: 'supervisor',
    assigned: [],
  },
  { id: CADRE, name: '马某', post: '村文书', unit: FIRST_VILLAGE, role: 'cadre', assigned: [] },
  {
    id: 'assigned-1',
    name: '何某',
    post: '包村干部',
    unit: TOWNSHIP_UNIT,
    role: 'cadre',
    assigned: ['v1', 'v2'],
  },
];

/** A notice of plain text in one section. */
export const plainNotice = (
  entry: [id: string, name: string],
  officer: string,
  title: string,
  text: string,
): NoticeContent => ({
  ...PLAIN,
  entry: { id: entry[0], name: entry[1] },
  title,
  officer,
  sections: [{ heading: '', text }],
  photos: [],
});

/** The believable fields of that kind. */
function sampleOf(kind: string): KindContent {
  const sample = SAMPLES[kind];
  if (!sample) throw new RangeError(`no sample of ${kind}`);
  return sample.content;
}

/** Notices of the first village, oldest first. */
export const VILLAGE_NOTICES: NoticeContent[] = [
  plainNotice(
    ['culture-station', '文化站和农家书屋'],
    '马某（村文书）',
    '农家书屋开放时间',
    '农家书屋每周二、四、六上午 9 点到 11 点半、下午 2 点到 5 点开放。\n借书不收钱，一次两本，一个月内还。找管理员登记就行。',
  ),
  plainNotice(
    ['works-progress', '重点工作进展'],
    '李某（村党支部书记、村委会主任）',
    '三社机修梯田进展',
    '今年计划修 120 亩，到 10 月底修好 86 亩，完成 72%。\n剩下 34 亩在沟东，等地里的玉米收完就开工，11 月底前修好。',
  ),
  {
    ...plainNotice(['money-accounts', '村集体收支账目'], '马某（村文书）', '10 月村集体收支账目', ''),
    period: '2026-10',
    ...sampleOf('accounts'),
  },
  plainNotice(
    ['subsidy-land', '耕地地力保护补贴'],
    '李某（村党支部书记、村委会主任）',
    '耕地地力保护补贴怎么领',
    '按确权面积发，每亩 102.50 元，直接打到一卡通，不用申请。\n面积以村里公示的清册为准。看到自己家的面积不对，公示期内到村委会说，当天登记，三天内答复。',
  ),
  plainNotice(
    ['relief-minimum', '农村低保'],
    '李某（村党支部书记、村委会主任）',
    '申请农村低保要走哪几步',
    '一、本人写申请，不会写的由村文书代写。\n二、村里和乡里一起入户看情况。\n三、村民代表会议评议，结果贴出来，公示 7 天。\n四、乡里审核确认，从批准的下个月起发钱。\n每一步都能在这里看到。有意见找村务监督委员会。',
  ),
];

/** Published and then corrected, so that a newcomer sees what a correction looks like. */
export const CORRECTED = {
  first: plainNotice(
    ['people-duty', '干部分工和值班'],
    '马某（村文书）',
    '冬季值班安排',
    '11 月起，村委会每天有人值班，上午 8 点到 12 点，下午 2 点到 5 点半。\n夜间有急事打值班电话。',
  ),
  second: plainNotice(
    ['people-duty', '干部分工和值班'],
    '马某（村文书）',
    '冬季值班安排',
    '11 月起，村委会每天有人值班，上午 8 点半到 12 点，下午 2 点到 5 点半。\n夜间有急事打值班电话。',
  ),
  reason: '上午上班时间写早了半小时',
};
