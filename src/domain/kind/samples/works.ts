/** Believable notices about works and people at work: nobody in them is real. */
import type { KindFields } from '../values.ts';
import { choice, date, money, period, person, phone, quantity, steps, table, text } from './write.ts';

export const project: KindFields = {
  projectId: text('FX-2026-03'),
  name: text('二社到三社 2.4 公里村道硬化'),
  stage: choice('进度'),
  place: text('二社至三社'),
  content: text('水泥路面 2.4 公里，宽 4.5 米，涵管 6 处。'),
  source: text('区交通局以工代赈资金'),
  budget: money(98_000_000),
  bid: money(93_660_000),
  paid: money(46_800_000),
  items: table(
    'project',
    'items',
    ['item', 'planned'],
    [
      ['路基', 31_000_000],
      ['路面', 58_000_000],
      ['涵管', 9_000_000],
    ],
  ),
  builder: text('某路桥工程有限公司'),
  supervisor: person('杨某', '村民代表'),
  opened: date('2026-05-18'),
  started: date('2026-06-10'),
  due: date('2026-11-30'),
  percent: quantity('65', '%'),
  report: text('路基全部完成，路面铺了 1.5 公里。\n8 月下雨停工 6 天，11 月底能完工。'),
};

export const progress: KindFields = {
  period: period('2026-10'),
  items: table(
    'progress',
    'items',
    ['item', 'measure', 'planned', 'done', 'percent', 'due', 'person'],
    [
      ['机修梯田', '亩', '120', '86', '71.7', '2026-11-30', '李某'],
      ['绿化栽树', '株', '3000', '3000', '100', '2026-10-31', '王某'],
      ['养殖棚圈', '座', '12', '9', '75', '2026-12-20', '赵某'],
    ],
  ),
  invested: money(12_640_000),
  report: text('剩下的梯田在沟东，等玉米收完就开工。'),
};

export const attendance: KindFields = {
  month: period('2026-10'),
  rows: table(
    'attendance',
    'rows',
    ['person', 'role', 'sender', 'due', 'present', 'leave', 'work'],
    [
      ['高某', '第一书记', '区水务局', '20', '20', '0', '走访 26 户'],
      ['郑某', '工作队队员', '区水务局', '20', '18.5', '1.5', '整理低保档案'],
      ['何某', '包村干部', '乡政府', '16', '16', '0', '梯田验收'],
    ],
  ),
  checker: person('马某', '村文书'),
};

export const serviceGuide: KindFields = {
  who: text('本村户籍、家庭人均收入低于低保标准的家庭。'),
  documents: {
    type: 'documents',
    items: [
      { name: '申请书', note: '不会写的由村文书代写' },
      { name: '身份证和户口本', note: '复印件 1 份' },
    ],
  },
  steps: steps('本人写申请', '乡里和村里入户看情况', '村民代表会议评议', '公示 7 天', '乡里审核确认'),
  days: quantity('30', '个工作日'),
  fee: money(0),
  place: text('村委会，或乡便民服务中心'),
  hours: text('周一到周五，上午 8 点半到 12 点'),
  contact: person('马某', '村文书'),
  phone: phone('0943-6850168'),
  basis: text('社会救助暂行办法'),
};

export const peopleDuty: KindFields = {
  address: text('示范一村一社'),
  hours: text('每天上午 8 点半到 12 点，下午 2 点到 5 点半'),
  phone: phone('0943-6850168'),
  rows: table(
    'people-duty',
    'rows',
    ['person', 'post', 'duties', 'duty'],
    [
      ['李某', '村党支部书记、村委会主任', '全面工作', '周一、周四'],
      ['陈某', '村务监督委员会主任', '监督、公开', '周二、周五'],
      ['马某', '村文书', '账目、档案、公开栏', '周三、周六'],
    ],
  ),
  from: date('2026-11-01'),
};
