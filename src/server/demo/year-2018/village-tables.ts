/** What the nine villages published in 2018 as lists and accounts. Every name is 某某, every sum adds up. */
import { kindOf } from '../../../domain/kind/kinds.ts';
import { withLabels } from '../../../domain/kind/reuse.ts';
import {
  choice,
  money,
  period,
  person,
  phone,
  quantity,
  table,
  text,
} from '../../../domain/kind/samples/write.ts';
import type { KindFields } from '../../../domain/kind/values.ts';
import { plainNotice } from '../sample.ts';
import { clerkOf, type Entry, type Planned, VILLAGE_FORMS, WITH_CARD } from './plan.ts';

function structured(
  unit: string,
  day: string,
  entry: Entry,
  {
    title,
    kind,
    due,
    fields,
    forms = VILLAGE_FORMS,
  }: {
    title: string;
    kind: string;
    due: string;
    fields: KindFields;
    forms?: Planned['forms'];
  },
): Planned {
  const known = kindOf(kind);
  if (!known) throw new RangeError(`no kind ${kind}`);
  const content = {
    ...plainNotice(entry, clerkOf(unit), title, ''),
    kind,
    period: due,
    fields: withLabels(known, fields),
  };
  return { unit, day, forms, content };
}

type Line = [date: string, item: string, fen: number];

/** A quarter's accounts, whose closing balance follows from the lines. */
function accounts(
  unit: string,
  day: string,
  quarter: string,
  opening: number,
  income: Line[],
  spending: Line[],
): Planned {
  const sum = (lines: Line[]): number => lines.reduce((all, [, , fen]) => all + fen, 0);
  const rows = (field: 'incomeRows' | 'spendingRows', lines: Line[]) =>
    table(
      'accounts',
      field,
      field === 'incomeRows'
        ? ['date', 'item', 'amount', 'handler']
        : ['date', 'item', 'amount', 'handler', 'approver'],
      lines.map(([date, item, fen]) => [
        date,
        item,
        fen,
        '马某',
        ...(field === 'incomeRows' ? [] : ['李某']),
      ]),
    );
  const name = { '2018-Q1': '第一季度', '2018-Q2': '第二季度', '2018-Q3': '第三季度' }[quarter] ?? quarter;
  return structured(unit, day, ['money-accounts', '村集体收支账目'], {
    title: `${name}村集体收支账目`,
    kind: 'accounts',
    due: quarter,
    fields: {
      period: period(quarter),
      opening: money(opening),
      income: money(sum(income)),
      spending: money(sum(spending)),
      closing: money(opening + sum(income) - sum(spending)),
      incomeRows: rows('incomeRows', income),
      spendingRows: rows('spendingRows', spending),
      bookkeeper: person('马某', '村文书'),
      reviewer: person('陈某', '村务监督委员会主任'),
    },
  });
}

type Household = [group: string, person: string, people: number, fen: number];

const relief = (unit: string, day: string, quarter: string, households: Household[]): Planned =>
  structured(unit, day, ['relief-minimum', '农村低保'], {
    title: `${quarter.endsWith('Q2') ? '第二' : '第三'}季度农村低保发放名单`,
    kind: 'benefit-list',
    due: quarter,
    forms: WITH_CARD,
    fields: {
      stage: choice('发放结果'),
      period: period(quarter),
      standard: text('按家庭收入分四类，每人每月 84 到 284 元'),
      households: quantity(String(households.length), '户'),
      total: money(households.reduce((all, [, , , fen]) => all + fen, 0)),
      rows: table('benefit-list', 'rows', ['group', 'person', 'people', 'amount'], households),
      objections: person('陈某', '村务监督委员会主任'),
      phone: phone('0943-6850168'),
    },
  });

export const RELIEF_LISTS: Planned[] = [
  relief('v1', '2018-06-27', '2018-Q2', [
    ['一社', '李某某', 3, 153_000],
    ['一社', '张某某', 1, 85_200],
    ['二社', '赵某某', 4, 204_000],
    ['三社', '吴某某', 2, 102_000],
  ]),
  relief('v3', '2018-09-26', '2018-Q3', [
    ['上社', '王某某', 2, 100_800],
    ['上社', '马某某', 5, 252_000],
    ['下社', '杨某某', 1, 85_200],
  ]),
  relief('v6', '2018-09-27', '2018-Q3', [
    ['东社', '周某某', 3, 151_200],
    ['东社', '徐某某', 2, 170_400],
    ['西社', '何某某', 1, 85_200],
    ['西社', '郑某某', 4, 201_600],
    ['西社', '冯某某', 2, 100_800],
  ]),
];

export const ACCOUNTS: Planned[] = [
  accounts(
    'v1',
    '2018-04-12',
    '2018-Q1',
    1_265_000,
    [
      ['2018-02-08', '机动地承包费', 860_000],
      ['2018-03-20', '转移支付', 1_200_000],
    ],
    [
      ['2018-01-25', '取暖用煤', 386_000],
      ['2018-03-12', '渠道清淤', 540_000],
      ['2018-03-26', '办公用品', 93_500],
    ],
  ),
  accounts(
    'v5',
    '2018-07-19',
    '2018-Q2',
    742_300,
    [['2018-05-10', '转移支付', 1_200_000]],
    [
      ['2018-04-18', '公开栏更换玻璃和锁', 126_000],
      ['2018-06-06', '村道养护', 680_000],
    ],
  ),
  accounts(
    'v6',
    '2018-10-18',
    '2018-Q3',
    983_450,
    [
      ['2018-08-15', '光伏分红', 300_000],
      ['2018-09-03', '转移支付', 1_200_000],
    ],
    [
      ['2018-07-22', '防汛沙袋和人工', 214_000],
      ['2018-09-14', '路灯电费', 58_320],
      ['2018-09-27', '自来水管维修', 407_600],
    ],
  ),
];
