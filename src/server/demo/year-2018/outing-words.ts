/** What was noted when a notice of 2018 went out by another form: when, where, by whom, before how many. Different each time. */
import type { Form } from '../../../domain/catalogue/entry.ts';
import { fitMessage, measureMessage } from '../../../domain/forms/text-message.ts';
import { valueText } from '../../../domain/kind/format.ts';
import type { NoticeContent } from '../../../domain/notice/events.ts';
import type { OutingMade } from '../../../domain/outing/events.ts';
import { TOWNSHIP_UNIT } from '../../../domain/registry/events.ts';
import { UNITS } from '../sample.ts';
import type { Planned } from './plan.ts';

/** Households with a telephone on the list, by village; the township writes to all. */
const HOUSEHOLDS: Record<string, number> = {
  v1: 168,
  v2: 143,
  v3: 121,
  v4: 187,
  v5: 134,
  v6: 156,
  v7: 112,
  v8: 175,
  v9: 149,
};
const ALL_HOUSEHOLDS = Object.values(HOUSEHOLDS).reduce((sum, n) => sum + n, 0);
const householdsOf = (unit: string): number => HOUSEHOLDS[unit] ?? ALL_HOUSEHOLDS;

const HOURS = ['早上七点', '早上七点半', '中午十二点', '下午六点半', '晚上七点', '晚上八点'];
const READERS = ['村文书', '村委会主任', '驻村工作队队员', '第一书记', '妇女主任'];
const MEETINGS = [
  '村委会会议室，村民代表会议',
  '一社麦场，社员会',
  '小学操场，群众大会',
  '文化广场，晚饭后的群众会',
  '村委会院内，党员和村民代表会议',
  '二社老井旁，院落会',
];
const TOWNSHIP_MEETINGS = [
  '乡政府三楼会议室，村干部例会',
  '乡政府院内，乡村干部大会',
  '文化站，九个村的村文书会',
  '乡政府二楼，站所负责人会议',
];
const CARRIERS = ['社长', '村文书和社长', '包村干部', '驻村工作队队员', '村委会委员'];

/** What people asked, by the family of the catalogue entry; the answers are in the notices. */
const ASKED: Record<string, string[]> = {
  gov: ['有人问在哪里能再看到，说明贴在一楼和公开栏', '没有人提问', '两个村要纸质的，会后各拿一份'],
  poverty: ['有人问没建档立卡的能不能享受，当场说明', '三户要求会后上门再讲一遍', '有人问哪天报名'],
  relief: ['有人问评议时能不能旁听，答可以', '念到名单没有人提意见', '有一户问标准，会后算给他看'],
  family: ['有人问要不要交钱，答不收', '有人问外出的怎么办，答可以委托'],
  culture: ['有人说晚上再开一会儿，记下了', '有人愿意帮着管，记了名字', '大家没有意见'],
  works: ['有人问用不用出工，说明不摊派', '有人问谁验收，答村务监督委员会和村民代表', '催着早点完工的多'],
  money: ['逐笔念完，有人问人工怎么算的，拿了工单看', '有人问余下的钱在哪里，答在乡财政所账上'],
  people: ['外出户的委托书会后发给家里人', '有人问名单错了找谁，当场登记一处'],
  discipline: ['听完没有人提问', '有人问钱交回没有，答交回了'],
  subsidy: ['有人说面积不对，登记后去查清册', '有人问什么时候到卡，答名单公示完就发'],
};

const leaderOf = (unit: string): string =>
  UNITS.find(({ id }) => id === unit)?.leadingGroup.leader?.name ?? '某某';
const nameOf = (unit: string): string => UNITS.find(({ id }) => id === unit)?.name ?? unit;
const pick = <One>(some: readonly One[], n: number): One => some[n % some.length]!;

/** The notice in one sentence: its first, or the sums that it names. */
function gist({ sections, fields }: NoticeContent): string {
  const [first = ''] = (sections[0]?.text ?? '').split(/(?<=[。；])|\n/);
  if (first.trim() !== '') return first.trim().replace(/[；。]?$/, '。');
  const sums = Object.values(fields).flatMap((field) =>
    field.type === 'money' ? [`${field.label}${valueText(field)}`] : [],
  );
  return sums.length > 0 ? `${sums.join('，')}。` : '';
}

type Noted = Pick<OutingMade, 'count' | 'segments' | 'note'>;

function message({ unit, content }: Planned): Noted {
  const { message: note } = fitMessage(`${content.title}：${gist(content)}详情看公开栏。`, 2, nameOf(unit));
  // A few numbers are always off or out of use.
  const count = Math.round(householdsOf(unit) * 0.94) - (content.title.length % 5);
  return { count, segments: measureMessage(note).segments.length, note };
}

function meeting({ unit, content }: Planned, turn: number): Noted {
  const isTownship = unit === TOWNSHIP_UNIT;
  const where = pick(isTownship ? TOWNSHIP_MEETINGS : MEETINGS, turn);
  const asked = pick(ASKED[content.entry.id.split('-')[0]!] ?? ['没有人提问'], turn);
  const count = isTownship
    ? 24 + ((turn * 5) % 19)
    : Math.round(householdsOf(unit) * 0.2) + ((turn * 7) % 23);
  return {
    count,
    segments: null,
    note: `${where}，${leaderOf(unit)}讲“${content.title}”，到会${count}人。${asked}。`,
  };
}

function broadcast({ unit, content }: Planned, turn: number): Noted {
  const count = 2 + (turn % 3);
  const note = `${pick(HOURS, turn)}，${pick(READERS, turn)}念了${count}遍：${content.title}。${gist(content)}`;
  return { count, segments: null, note: `${nameOf(unit)}广播，${note}` };
}

function handed({ unit, content }: Planned, form: 'card' | 'letter', turn: number): Noted {
  const count =
    form === 'letter' ? householdsOf(unit) : Math.round(householdsOf(unit) * 0.3) + ((turn * 11) % 17);
  const what = form === 'letter' ? '公开信' : '明白卡';
  const note = `${pick(CARRIERS, turn)}分${2 + (turn % 3)}天送到户，“${content.title}”${what}${count}份，户主签收。`;
  return { count, segments: null, note };
}

/** What is noted of a form of a notice. @param turn number of the notice in the year. */
export function noted(planned: Planned, form: Form, turn: number): Noted {
  switch (form) {
    case 'paper':
      return { count: null, segments: null, note: '' };
    case 'message':
      return message(planned);
    case 'meeting':
      return meeting(planned, turn);
    case 'broadcast':
      return broadcast(planned, turn);
    default:
      return handed(planned, form, turn);
  }
}
