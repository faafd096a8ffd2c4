/** Believable notices about decisions, words and gatherings: nobody in them is real. */
import type { KindFields } from '../values.ts';
import { choice, date, money, period, person, phone, quantity, steps, table, text } from './write.ts';

export const plain: KindFields = {
  place: text('一社、二社'),
  until: date('2026-11-28'),
  contact: person('马某', '村文书'),
  phone: phone('0943-6850168'),
};

export const policy: KindFields = {
  number: text('复政发〔2026〕12号'),
  issuer: text('复兴乡人民政府'),
  issued: date('2026-10-09'),
  inForce: date('2026-11-01'),
  state: choice('现行有效'),
  gist: text('脱贫户搞种养，验收合格的每户最多补 3000 元。先干后补，当年申请当年验收。'),
  text: text('各村民委员会：\n为巩固脱贫成果，现就到户产业奖补有关事项通知如下。'),
  contact: person('郑某', '副乡长'),
  phone: phone('0943-6850168'),
};

export const election: KindFields = {
  stage: choice('选举结果'),
  body: text('村务监督委员会'),
  date: date('2026-11-15'),
  voters: quantity('862', '人'),
  voted: quantity('741', '人'),
  people: table(
    'election',
    'people',
    ['person', 'post', 'votes', 'result'],
    [
      ['陈某', '主任', 698, '当选'],
      ['杨某', '委员', 655, '当选'],
      ['吴某', '委员', 601, '当选'],
    ],
  ),
  steps: steps('推选选举委员会', '登记选民', '提名候选人', '投票', '公布结果'),
  objections: person('高某', '乡长'),
  phone: phone('0943-6850168'),
};

export const caseNotice: KindFields = {
  nature: choice('违纪案件'),
  subject: text('原村文书某某'),
  facts: text('2025 年虚报误工补助 1 800 元。'),
  decision: text('党内警告，虚报的钱已经退回集体账户。'),
  amount: money(180_000),
  basis: text('中国共产党纪律处分条例'),
  decider: text('乡纪委'),
  decided: date('2026-09-22'),
  phone: phone('0943-6850168'),
};

export const meeting: KindFields = {
  sort: choice('村民代表会议'),
  date: date('2026-11-12'),
  time: text('晚上 7 点半'),
  place: text('村委会会议室'),
  chair: person('李某', '村委会主任'),
  recorder: person('马某', '村文书'),
  due: quantity('35', '人'),
  present: quantity('31', '人'),
  topics: steps('2027 年水渠维修怎样出工出钱', '机动地到期后怎样发包'),
  votes: table(
    'meeting',
    'votes',
    ['item', 'for', 'against', 'abstained', 'result'],
    [
      ['水渠维修每户出工 2 天', 28, 2, 1, '通过'],
      ['机动地公开竞价发包', 31, 0, 0, '通过'],
    ],
  ),
  decided: text('水渠维修每户出工 2 天，明年 3 月开工。\n机动地 12 月公开竞价，底价每亩 300 元。'),
};

export const letter: KindFields = {
  greeting: text('各位村民：'),
  text: text('天气干燥，容易起火。请不要烧秸秆，不要在山上抽烟、上坟烧纸。\n看见火情马上打电话。'),
  signed: text('示范一村村民委员会'),
  date: date('2026-11-20'),
  phone: phone('0943-6850168'),
};

export const activity: KindFields = {
  state: choice('预告'),
  date: date('2026-12-05'),
  time: text('晚上 7 点半'),
  place: text('村文化广场'),
  content: text('秦腔《三滴血》，乡文化站送戏下乡。'),
  who: text('全村老少'),
  price: money(0),
  contact: person('徐某', '文化站管理员'),
  phone: phone('0943-6850168'),
};

export const nothing: KindFields = {
  period: period('2026-10'),
  matter: text('救灾款物发放'),
  last: date('2026-07-23'),
  phone: phone('0943-6850168'),
};

export const disclosureGuide: KindFields = {
  scope: text('机构信息、政府决策、工作信息、行政执法、财政信息、承诺事项、年度报告。'),
  ways: steps('村委会的平板和公开栏', '自己手机扫公开栏上的二维码', '乡便民服务中心'),
  asking: steps('写清姓名、证件和电话', '写清要哪份信息、怎样给', '交到乡党政办，20 个工作日内答复'),
  office: text('乡党政办'),
  address: text('复兴乡人民政府 1 楼'),
  hours: text('周一到周五 8:30—12:00，14:30—18:00'),
  phone: phone('0943-6850168'),
  oversight: text('认为该公开没公开的，可以向乡纪委反映'),
  updated: date('2026-11-24'),
};

export const disclosureCatalogue: KindFields = {
  from: date('2026-12-01'),
  entries: quantity('2', '条'),
  rows: table(
    'disclosure-catalogue',
    'rows',
    ['area', 'first', 'second', 'content', 'due', 'who', 'channels'],
    [
      ['社会救助', '最低生活保障', '低保对象名单', '姓名、人数、金额', '每季度', '村委会', '公开栏、平板'],
      ['财务', '村集体收支', '收支账目', '结余、收入、支出、凭证', '每月', '村委会', '公开栏、平板'],
    ],
  ),
};
