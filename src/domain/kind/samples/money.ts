/** Believable notices about money: nobody in them is real. */
import type { KindFields } from '../values.ts';
import {
  choice,
  date,
  documents,
  money,
  period,
  person,
  phone,
  product,
  quantity,
  steps,
  table,
  text,
} from './write.ts';

const AREAS: [group: string, name: string, area: string][] = [
  ['一社', '李某', '12.5'],
  ['一社', '王某', '8.2'],
  ['二社', '赵某', '15'],
  ['二社', '陈某', '6.75'],
  ['三社', '杨某', '10.3'],
];
const RATE = 10_250;
const amounts = AREAS.map(([, , area]) => product(area, RATE));
const total = amounts.reduce((sum, one) => sum + one, 0);

export const benefitList: KindFields = {
  stage: choice('拟发放公示'),
  period: period('2026'),
  basis: text('关于做好 2026 年耕地地力保护补贴工作的通知'),
  standard: text('每亩 102.50 元'),
  households: quantity('5', '户'),
  total: money(total),
  rows: table(
    'benefit-list',
    'rows',
    ['group', 'person', 'quantity', 'rate', 'amount', 'note'],
    AREAS.map(([group, name, area], index) => [group, name, area, RATE, amounts[index] ?? null, null]),
  ),
  objections: person('陈某', '村务监督委员会主任'),
  phone: phone('0943-6850168'),
};

export const subsidyCard: KindFields = {
  what: text('国家发给种地农户的补贴，用来保护耕地、不撂荒。'),
  entitled: text('有承包地并且在种的农户都能享受。\n撂荒的地、改成林地和养殖场的地不补。'),
  standards: table(
    'subsidy-card',
    'standards',
    ['item', 'amount', 'per'],
    [['耕地地力保护补贴', RATE, '每亩每年']],
  ),
  steps: steps('村里按确权面积造册', '名单贴出来公示 7 天', '乡里审核，区里打款到一卡通'),
  documents: documents(['身份证', '核对用，不收'], ['一卡通', '换过卡的带新卡']),
  until: date('2026-12-15'),
  paid: text('12 月底前到账'),
  place: text('村委会'),
  contact: person('马某', '村文书'),
  phone: phone('0943-6850168'),
};

export const accounts: KindFields = {
  period: period('2026-10'),
  opening: money(1_825_040),
  income: money(1_230_000),
  spending: money(984_620),
  closing: money(2_070_420),
  incomeRows: table(
    'accounts',
    'incomeRows',
    ['date', 'item', 'amount', 'voucher', 'handler'],
    [
      ['2026-10-08', '机动地承包费', 960_000, '10-01', '马某'],
      ['2026-10-20', '光伏分红', 270_000, '10-02', '马某'],
    ],
  ),
  spendingRows: table(
    'accounts',
    'spendingRows',
    ['date', 'item', 'amount', 'voucher', 'handler', 'approver'],
    [
      ['2026-10-11', '水渠清淤', 640_000, '10-03', '李某', '陈某'],
      ['2026-10-15', '路灯电费', 84_620, '10-04', '马某', '李某'],
      ['2026-10-26', '办公用品', 260_000, '10-05', '马某', '李某'],
    ],
  ),
  bookkeeper: person('马某', '村文书'),
  reviewer: person('陈某', '村务监督委员会主任'),
};

export const assets: KindFields = {
  period: period('2026-Q3'),
  contracts: table(
    'assets',
    'contracts',
    ['number', 'what', 'way', 'party', 'area', 'from', 'until', 'yearly', 'paid'],
    [
      ['2024-01', '沟东机动地', '承包', '吴某', '32', '2024-03-01', '2029-02-28', 960_000, 960_000],
      ['2025-02', '村部东侧两间门面', '出租', '周某', null, '2025-07-01', '2028-06-30', 480_000, 240_000],
    ],
  ),
  things: table(
    'assets',
    'things',
    ['name', 'place', 'quantity', 'measure', 'value', 'use', 'keeper'],
    [
      ['村部办公房', '一社', '8', '间', 38_000_000, '办公', '马某'],
      ['光伏电站', '三社', '60', '千瓦', 24_000_000, '发电，收益归集体', '李某'],
    ],
  ),
  change: text('本季没有新签和处置。'),
  contact: person('马某', '村文书'),
};

export const budget: KindFields = {
  sort: choice('决算'),
  year: period('2025'),
  income: money(486_125_000),
  spending: money(479_360_000),
  incomeRows: table(
    'budget',
    'incomeRows',
    ['item', 'amount'],
    [
      ['财政拨款', 461_125_000],
      ['上级专项', 25_000_000],
    ],
  ),
  spendingRows: table(
    'budget',
    'spendingRows',
    ['item', 'amount'],
    [
      ['人员经费', 302_160_000],
      ['公用经费', 52_200_000],
      ['项目支出', 125_000_000],
    ],
  ),
  travel: money(8_640_000),
  approved: date('2026-03-12'),
  approver: text('乡人民代表大会'),
};

export const reliefGoods: KindFields = {
  event: text('7 月冰雹'),
  from: text('区应急管理局'),
  received: date('2026-07-20'),
  given: date('2026-07-23'),
  moneyIn: money(1_200_000),
  moneyOut: money(900_000),
  moneyLeft: money(300_000),
  goods: table(
    'relief-goods',
    'goods',
    ['item', 'measure', 'came', 'went', 'left'],
    [
      ['面粉', '袋', '120', '118', '2'],
      ['棉被', '床', '40', '40', '0'],
    ],
  ),
  rows: table(
    'relief-goods',
    'rows',
    ['group', 'person', 'goods', 'amount'],
    [
      ['一社', '徐某', '面粉 2 袋', 500_000],
      ['二社', '周某', '面粉 1 袋、棉被 1 床', 400_000],
    ],
  ),
  keeper: person('马某', '村文书'),
  phone: phone('0943-6850168'),
};
