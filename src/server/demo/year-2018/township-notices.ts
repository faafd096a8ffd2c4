/** What the township itself published in 2018: the seven aspects, and eight items of guide, catalogue and supplements. */
import { catalogueFields, guideFields } from '../../../domain/catalogue/disclosure.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { TOWNSHIP_UNIT } from '../../../domain/registry/events.ts';
import { plainNotice } from '../sample.ts';
import type { Planned } from './plan.ts';

const MAYOR = '高某（乡长）';
const DEPUTY = '郑某（副乡长、纪委书记）';
const CLERK = '孙某（党政办兼职工作人员）';

const GUIDE: [string, string] = ['gov-guide', '政府信息公开指南和目录'];

const supplement = (day: string, n: string, text: string): Planned => ({
  unit: TOWNSHIP_UNIT,
  day,
  forms: ['message', 'meeting'],
  content: plainNotice(GUIDE, CLERK, `政府信息公开目录补充（${n}）`, text),
});

const plain = (
  day: string,
  entry: [string, string],
  officer: string,
  title: string,
  text: string,
  forms: Planned['forms'] = ['message', 'meeting'],
): Planned => ({ unit: TOWNSHIP_UNIT, day, forms, content: plainNotice(entry, officer, title, text) });

/** Guide and catalogue, made from the register as the office makes them. */
function generated(registry: Registry): Planned[] {
  const day = '2018-01-09' as unknown as LocalDate;
  const about = { unit: TOWNSHIP_UNIT, day: '2018-01-09', forms: ['message', 'meeting'] as Planned['forms'] };
  const base = (title: string) => plainNotice(GUIDE, CLERK, title, '');
  return [
    {
      ...about,
      content: {
        ...base('复兴乡政府信息公开指南（2018年）'),
        kind: 'disclosure-guide',
        fields: guideFields(registry, day),
      },
    },
    {
      ...about,
      content: {
        ...base('复兴乡政府信息公开目录（2018年）'),
        kind: 'disclosure-catalogue',
        fields: catalogueFields(registry.catalogue, day, null),
      },
    },
  ];
}

const TYPED: Planned[] = [
  supplement('2018-02-27', '第一次', '增加“返乡人员登记和就业信息”，由社会事务办按次公开。'),
  supplement(
    '2018-03-29',
    '第二次',
    '增加“春季造林任务和苗木分配”，由林业站在任务下达后二十个工作日内公开。',
  ),
  supplement('2018-05-30', '第三次', '增加“机修梯田任务和补助标准”，由农业服务中心公开。'),
  supplement('2018-06-28', '第四次', '增加“产业扶贫到户资金”，由扶贫工作站公开，公示七天。'),
  supplement('2018-09-27', '第五次', '增加“秋季学前教育资助名单”，由中心小学公开，名单公示五天。'),
  supplement('2018-12-26', '第六次', '增加“农村人居环境整治进展”，由村镇建设办按季度公开。'),
  plain(
    '2018-01-10',
    ['gov-annual-report', '政府信息公开年度报告'],
    CLERK,
    '复兴乡2017年政府信息公开工作年度报告',
    '2017年主动公开政府信息39条，以其他方式公开138条；没有收到公开申请，没有行政复议和行政诉讼。\n存在的问题：村一级没有平台，公开工作集中在季度末。2018年把公开栏、公开墙和广播都用起来。',
  ),
  plain(
    '2018-01-16',
    ['gov-organisation', '机构信息'],
    CLERK,
    '乡领导班子成员分工',
    '乡长高某主持政府全面工作，分管财政、审计。\n副乡长、纪委书记郑某负责纪检监察，联系政务公开。\n其他班子成员分工贴在乡政府一楼。',
  ),
  plain(
    '2018-01-16',
    ['gov-organisation', '机构信息'],
    CLERK,
    '乡政府下设机构和职能',
    '党政办：公文、值班、政务公开、信访。\n农业服务中心：种植养殖、农机、梯田、水利。\n社会事务办：低保、五保、优抚、救灾、残联。\n财政所：惠农补贴发放、村级账务。\n上班时间：上午8点半到12点，下午2点半到6点。',
  ),
  plain(
    '2018-02-06',
    ['gov-decision', '政府决策'],
    MAYOR,
    '2018年乡政府重点工作安排',
    '一、机修梯田820亩，分到六个村。\n二、退耕还林补植310亩。\n三、硬化村道6.4公里。\n四、易地搬迁28户116人，十一月底前入住。\n五、九个村的公开栏全部更换玻璃和锁。',
    ['message', 'meeting'],
  ),
  plain(
    '2018-03-14',
    ['gov-work', '工作信息'],
    MAYOR,
    '春耕备耕工作情况',
    '全乡计划播种1.86万亩，其中玉米9200亩、马铃薯5100亩、小杂粮4300亩。\n调入化肥310吨、地膜64吨，二月底已全部到位。\n农机检修一百二十余台。',
    ['message', 'meeting', 'broadcast'],
  ),
  plain(
    '2018-04-19',
    ['gov-finance', '财政信息'],
    MAYOR,
    '复兴乡2018年部门预算',
    '2018年收入预算486.20万元，支出预算486.20万元。\n其中基本支出371.50万元，项目支出114.70万元。\n“三公”经费8.60万元，比上年减少0.90万元。',
  ),
  plain(
    '2018-07-18',
    ['gov-enforcement', '行政执法'],
    DEPUTY,
    '上半年安全生产检查情况',
    '上半年检查砂石料场3家、加油点2家、烟花爆竹零售点7家。\n查出隐患11处，当场整改8处，限期整改3处，六月底复查全部整改完毕。没有罚款。',
  ),
  plain(
    '2018-08-15',
    ['gov-commitment', '承诺事项'],
    MAYOR,
    '致全乡群众：为民办实事承诺进展',
    '年初承诺的七件实事，已办完四件：村道养护、自来水管网维修、两所小学取暖改造、九个村公开栏更换。\n正在办三件：易地搬迁、卫生室标准化、路灯。年底前办完，办不完的说明原因。',
    ['message', 'meeting', 'letter'],
  ),
];

/** @param registry as it was when guide and catalogue were made. */
export const townshipNotices = (registry: Registry): Planned[] => [...generated(registry), ...TYPED];
