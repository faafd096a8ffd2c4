/**
 * The catalogue that a new township starts with: the seven aspects (part A) and the ten key contents (part B) of a
 * township's disclosure report, and the general list for townships and villages
 * (政府信息公开条例 art. 20, 21; 村民委员会组织法 art. 30). The office changes it as it needs.
 */
import type { Aspect, CatalogueEntry } from './entry.ts';

type Kind = CatalogueEntry['units'][number];

const entry = (id: string, name: string, aspect: Aspect, units: Kind[], hint: string): CatalogueEntry => ({
  id,
  name,
  aspect,
  units,
  hint,
});

const TOWNSHIP: Kind[] = ['township', 'institution'];
const VILLAGE: Kind[] = ['village'];
const BOTH: Kind[] = ['township', 'village'];

export const READY_MADE: CatalogueEntry[] = [
  // Part B, the ten key contents.
  entry(
    'poverty-policy',
    '精准扶贫政策文件',
    'poverty',
    BOTH,
    '哪一级的文件、什么时候起执行、谁能享受、找谁办。',
  ),
  entry('poverty-attendance', '驻村工作队和第一书记出勤', 'poverty', VILLAGE, '按月写清每人应到、实到天数。'),
  entry('relief-minimum', '农村低保', 'relief', BOTH, '条件、程序、拟保对象、每户金额，到哪里提意见。'),
  entry('relief-support', '特困（五保）供养', 'relief', BOTH, '对象、标准、金额和发放时间。'),
  entry('relief-veterans', '优抚对象补助', 'relief', BOTH, '对象类别、标准、金额和发放时间。'),
  entry('relief-disaster', '救灾款物发放', 'relief', BOTH, '来了多少、发给谁、每户多少、还剩多少。'),
  entry('family-planning', '计划生育和奖励扶助', 'family', BOTH, '办什么事、要什么材料、多少天办好、找谁。'),
  entry('culture-station', '文化站和农家书屋', 'culture', BOTH, '开放时间、谁管理、怎样借、用了多少钱。'),
  entry('culture-activity', '文化活动', 'culture', BOTH, '什么时候、在哪里、谁能参加。'),
  entry('works-progress', '重点工作进展', 'works', BOTH, '基础设施、梯田、养殖、绿化：计划多少、完成多少。'),
  entry('works-project', '重大项目和工程', 'works', BOTH, '招标、预算、进度、验收、决算，每一步都写。'),
  entry('money-accounts', '村集体收支账目', 'money', VILLAGE, '上期结余、收入、支出、本期结余，附凭证照片。'),
  entry('money-assets', '集体资产和合同', 'money', VILLAGE, '承包、出租、处置：给谁、多少钱、到哪年。'),
  entry('people-election', '选举和任免', 'people', BOTH, '程序、候选人、结果、公示几天、向谁提意见。'),
  entry('people-duty', '干部分工和值班', 'people', BOTH, '谁管什么、电话、什么时候在。'),
  entry('discipline-case', '违纪案件和重要事项', 'discipline', BOTH, '什么事、怎么处理、依据什么。'),
  entry('subsidy-land', '耕地地力保护补贴', 'subsidy', BOTH, '标准、面积、每户金额、什么时候到账。'),
  entry('subsidy-forest', '退耕还林补贴', 'subsidy', BOTH, '标准、面积、每户金额、什么时候到账。'),
  entry('subsidy-machine', '农机购置补贴', 'subsidy', BOTH, '哪些机具能补、补多少、要什么材料。'),
  entry('subsidy-industry', '产业扶贫到户资金', 'subsidy', BOTH, '给哪些户、做什么、每户多少、怎样验收。'),
  // Part A, the seven aspects; the general list of a township.
  entry('gov-organisation', '机构信息', 'government', TOWNSHIP, '机构、职能、领导分工、电话和地址。'),
  entry('gov-decision', '政府决策', 'government', TOWNSHIP, '决定了什么、为什么、依据、听取过谁的意见。'),
  entry('gov-work', '工作信息', 'government', BOTH, '做了什么、结果怎样、下一步。'),
  entry('gov-enforcement', '行政执法', 'government', TOWNSHIP, '执法事项、依据、程序、结果。'),
  entry('gov-finance', '财政信息', 'money', TOWNSHIP, '预算、决算、专项资金怎样用。'),
  entry('gov-commitment', '承诺事项', 'government', BOTH, '答应办什么、什么时候办完、办到哪一步。'),
  entry(
    'gov-annual-report',
    '政府信息公开年度报告',
    'government',
    TOWNSHIP,
    '按年度报告格式，数字要从记录里来。',
  ),
  entry('general-affairs', '其他村务', 'government', VILLAGE, '群众关心、上面没有列出的事。'),
];
