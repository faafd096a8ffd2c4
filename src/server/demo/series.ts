/** Notices of the sample village that follow one another: two quarters of a list, two months of accounts, one project. */
import { kindOf } from '../../domain/kind/kinds.ts';
import { withLabels } from '../../domain/kind/reuse.ts';
import { SAMPLES } from '../../domain/kind/samples.ts';
import {
  date,
  money,
  period,
  phone,
  person,
  quantity,
  choice,
  table,
  text,
} from '../../domain/kind/samples/write.ts';
import type { KindFields } from '../../domain/kind/values.ts';
import { type NoticeContent, PLAIN } from '../../domain/notice/events.ts';

const LEADER = '李某（村党支部书记、村委会主任）';
const CLERK = '马某（村文书）';

function notice(
  entry: [id: string, name: string],
  officer: string,
  title: string,
  kind: string,
  due: string,
  fields: KindFields,
): NoticeContent {
  const known = kindOf(kind);
  if (!known) throw new RangeError(`no kind ${kind}`);
  return {
    ...PLAIN,
    entry: { id: entry[0], name: entry[1] },
    period: due,
    kind,
    fields: withLabels(known, fields),
    title,
    officer,
    sections: [{ heading: '', text: '' }],
    photos: [],
  };
}

const accountsOfOctober = SAMPLES.accounts!.content.fields;
const opening = accountsOfOctober.opening as Extract<KindFields[string], { type: 'money' }>;

const september: KindFields = {
  ...accountsOfOctober,
  period: period('2026-09'),
  opening: money(opening.value - 325_040),
  income: money(640_000),
  spending: money(314_960),
  closing: money(opening.value),
  incomeRows: table(
    'accounts',
    'incomeRows',
    ['date', 'item', 'amount', 'voucher', 'handler'],
    [['2026-09-12', '光伏分红', 640_000, '09-01', '马某']],
  ),
  spendingRows: table(
    'accounts',
    'spendingRows',
    ['date', 'item', 'amount', 'voucher', 'handler', 'approver'],
    [
      ['2026-09-18', '路灯电费', 84_960, '09-02', '马某', '李某'],
      ['2026-09-25', '村道养护', 230_000, '09-03', '李某', '陈某'],
    ],
  ),
};

/** 低保 households of a quarter: group, householder, people, fen. */
type Household = [group: string, person: string, people: number, amount: number];

const SECOND_QUARTER: Household[] = [
  ['一社', '李某某', 2, 126_000],
  ['一社', '张某某', 1, 72_000],
  ['二社', '赵某某', 3, 162_000],
  ['二社', '孙某某', 1, 72_000],
  ['三社', '吴某某', 2, 108_000],
];
const THIRD_QUARTER: Household[] = [
  ['一社', '李某某', 2, 126_000],
  ['一社', '张某某', 1, 144_000],
  ['二社', '赵某某', 3, 171_000],
  ['三社', '吴某某', 2, 108_000],
  ['三社', '周某某', 1, 72_000],
  ['三社', '郑某某', 2, 108_000],
];

const relief = (quarter: string, paidOn: string, households: Household[]): KindFields => ({
  stage: choice('发放结果'),
  period: period(quarter),
  standard: text('按家庭收入分三类，每人每月 180 到 240 元'),
  paidOn: date(paidOn),
  households: quantity(String(households.length), '户'),
  total: money(households.reduce((sum, [, , , amount]) => sum + amount, 0)),
  rows: table('benefit-list', 'rows', ['group', 'person', 'people', 'amount'], households),
  objections: person('陈某', '村务监督委员会主任'),
  phone: phone('0943-6850168'),
});

const road = SAMPLES.project!.content.fields;
const without = (fields: KindFields, ...ids: string[]): KindFields =>
  Object.fromEntries(Object.entries(fields).filter(([id]) => !ids.includes(id)));

const tender: KindFields = {
  ...without(road, 'paid', 'percent', 'report', 'items', 'started'),
  stage: choice('招标'),
  bids: table(
    'project',
    'bids',
    ['bidder', 'price', 'result'],
    [
      ['某路桥工程有限公司', 93_660_000, '中标'],
      ['某建筑有限公司', 95_120_000, null],
      ['某市政工程有限公司', 97_400_000, null],
    ],
  ),
};
const halfway: KindFields = {
  ...without(road, 'report'),
  paid: money(18_700_000),
  percent: quantity('30', '%'),
};

const MINIMUM: [string, string] = ['relief-minimum', '农村低保'];
const ACCOUNTS: [string, string] = ['money-accounts', '村集体收支账目'];
const PROJECT: [string, string] = ['works-project', '重大项目和工程'];

/** Oldest first. */
export const SERIES: NoticeContent[] = [
  notice(PROJECT, LEADER, '村道硬化招标结果', 'project', '', tender),
  notice(
    MINIMUM,
    LEADER,
    '第二季度农村低保发放名单',
    'benefit-list',
    '2026-Q2',
    relief('2026-Q2', '2026-06-25', SECOND_QUARTER),
  ),
  notice(PROJECT, LEADER, '村道硬化：路基开工', 'project', '', halfway),
  notice(ACCOUNTS, CLERK, '9 月村集体收支账目', 'accounts', '2026-09', september),
  notice(
    MINIMUM,
    LEADER,
    '第三季度农村低保发放名单',
    'benefit-list',
    '2026-Q3',
    relief('2026-Q3', '2026-09-25', THIRD_QUARTER),
  ),
  notice(PROJECT, LEADER, '村道硬化进度', 'project', '', road),
];
