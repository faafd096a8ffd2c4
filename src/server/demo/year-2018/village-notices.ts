/** What the nine villages published in 2018 beside lists and accounts: the ten key contents. Every name is 某. */
import { plainNotice } from '../sample.ts';
import { type Entry, leaderOf, type Planned, VILLAGE_FORMS, WITH_CARD } from './plan.ts';
import { ACCOUNTS, RELIEF_LISTS } from './village-tables.ts';

const plain = (
  unit: string,
  day: string,
  entry: Entry,
  title: string,
  words: string,
  forms: Planned['forms'] = VILLAGE_FORMS,
): Planned => ({ unit, day, forms, content: plainNotice(entry, leaderOf(unit), title, words) });

const POLICY: Entry = ['poverty-policy', '精准扶贫政策文件'];
const ATTENDANCE: Entry = ['poverty-attendance', '驻村工作队和第一书记出勤'];
const PROGRESS: Entry = ['works-progress', '重点工作进展'];
const PROJECT: Entry = ['works-project', '重大项目和工程'];
const STATION: Entry = ['culture-station', '文化站和农家书屋'];
const ACTIVITY: Entry = ['culture-activity', '文化活动'];

const poverty: Planned[] = [
  plain(
    'v1',
    '2018-03-27',
    POLICY,
    '产业扶贫到户资金怎么用',
    '建档立卡户每户两万元，用来养羊、养牛、种中药材或入股合作社，不能直接发现金。\n户里先报产业，村里公示七天，验收合格再付款。',
    WITH_CARD,
  ),
  plain(
    'v4',
    '2018-06-26',
    POLICY,
    '教育扶贫和健康扶贫政策',
    '建档立卡户的孩子上高中免学费和书本费，上中职另有国家助学金。\n住院先诊疗后付费，合规费用报销比例不低于百分之八十五。',
    WITH_CARD,
  ),
  plain(
    'v2',
    '2018-04-10',
    ATTENDANCE,
    '一季度驻村工作队出勤',
    '工作队队长何某：一月18天，二月12天，三月22天。\n队员张某：一月17天，二月11天，三月21天。\n请假：二月两人各回单位开会1天，有假条。',
  ),
  plain(
    'v5',
    '2018-07-11',
    ATTENDANCE,
    '二季度第一书记出勤',
    '第一书记吕某：四月22天，五月21天，六月20天。\n入户136次，其中夜间入户9次。六月缺勤1天，因病，有假条。',
  ),
  plain(
    'v7',
    '2018-10-16',
    ATTENDANCE,
    '三季度驻村工作队出勤',
    '队长田某：七月23天，八月22天，九月21天。\n队员薛某：七月20天，八月22天，九月19天，九月学习3天。',
  ),
];

const reliefNotices: Planned[] = [
  plain(
    'v8',
    '2018-05-17',
    ['relief-support', '特困（五保）供养'],
    '五保供养标准和办理程序',
    '分散供养每人每年5400元，按季度发到一卡通；愿意去敬老院的由乡里送去。\n本人申请、村里评议、乡里审核、区里批准，每一步公示三天。',
    WITH_CARD,
  ),
  plain(
    'v9',
    '2018-07-27',
    ['relief-veterans', '优抚对象补助'],
    '优抚对象补助发放情况',
    '全村享受优抚补助的3人：烈属1人，退役军人2人。\n七月按新标准补发，合计4260元，已打到一卡通。',
  ),
  plain(
    'v2',
    '2018-08-22',
    ['relief-disaster', '救灾款物发放'],
    '雹灾救灾物资发放',
    '七月三十一日冰雹，玉米受灾410亩、瓜菜35亩。\n发放面粉86袋、食用油43桶，共43户；救灾款12900元，每亩按受灾程度20元到40元。\n分配方案经村民代表会议通过，名单贴在公开栏。',
    WITH_CARD,
  ),
];

const familyAndCulture: Planned[] = [
  plain(
    'v3',
    '2018-03-21',
    ['family-certificate', '生殖保健服务证（生育登记）办理'],
    '生育登记服务怎么办',
    '带上身份证、户口簿、结婚证，到村委会找文书登记，当天办好，不收钱。\n行动不便的，村里上门办。',
  ),
  plain(
    'v5',
    '2018-11-14',
    ['family-reward', '计划生育奖励扶助名单'],
    '奖励扶助对象公示',
    '今年符合农村部分计划生育家庭奖励扶助的4人，每人每年960元。\n公示五天，有意见找村务监督委员会。',
  ),
  plain(
    'v6',
    '2018-04-25',
    STATION,
    '农家书屋图书更新',
    '新到图书312册，其中种植养殖类146册、少儿类88册。\n每周二、四、六开放，借书登记，一次两本，一个月还。',
  ),
  plain(
    'v9',
    '2018-09-12',
    STATION,
    '文化站使用情况',
    '一月到八月开放172天，借阅643人次，放电影12场，乒乓球室每天晚上开放。\n七月屋顶漏雨，已经修好，花费1850元。',
  ),
  plain(
    'v1',
    '2018-02-22',
    ACTIVITY,
    '正月社火安排',
    '正月十一到十五，五个村社火队轮流表演。\n村里出灯油钱和保险，共6200元，其中群众捐2700元，其余从公益金出。',
  ),
  plain(
    'v7',
    '2018-10-24',
    ACTIVITY,
    '重阳节慰问老人',
    '全村七十岁以上老人61人，每人一份慰问品（面粉一袋、油一桶），合计花费7320元。\n因病没来的9人送到家里。',
  ),
];

const works: Planned[] = [
  plain(
    'v2',
    '2018-05-23',
    PROGRESS,
    '机修梯田进展',
    '今年任务180亩，到五月二十日修好112亩，完成62%。\n每亩补助800元，验收后付款。剩下的在阴坡，麦收后开工。',
  ),
  plain(
    'v4',
    '2018-08-29',
    PROGRESS,
    '养殖小区建设进展',
    '羊舍计划20座，建成14座，完成70%；入栏基础母羊420只。\n水电已通，饲料棚九月底完工。',
  ),
  plain(
    'v8',
    '2018-10-31',
    PROGRESS,
    '大绿化任务完成情况',
    '秋季造林310亩，栽植山杏、云杉2.6万株，已全部完成。\n成活率明年五月复查，低于八成的由承包人补栽。',
  ),
  plain(
    'v1',
    '2018-06-13',
    PROJECT,
    '村道硬化工程招标结果',
    '长度2.1公里，宽3.5米。三家投标，某路桥工程有限公司以936600元中标。\n工期六月二十日到九月二十日，村务监督委员会派两人全程看着。',
  ),
  plain(
    'v3',
    '2018-11-28',
    PROJECT,
    '人畜饮水管网维修决算',
    '预算184000元，决算179460元，节余4540元退回。\n更换主管道1.8公里、闸阀27个，村民代表、施工方和水管站一起验收合格。',
  ),
];

const others: Planned[] = [
  plain(
    'v4',
    '2018-03-28',
    ['people-election', '选举和任免'],
    '致村民的公开信：村委会换届选举',
    '选民登记三月二十日截止，名单贴在公开栏，有错漏五日内提出。\n四月十日投票，一人一票，外出的可以书面委托，一人最多代三票。',
    [...VILLAGE_FORMS, 'letter'],
  ),
  plain(
    'v7',
    '2018-12-27',
    ['discipline-case', '违纪案件和重要事项'],
    '一起违反财经纪律问题的处理',
    '原村文书任某，2017年把村集体收入1600元存入个人账户，四个月后交回。\n乡纪委给予党内警告处分，已责令说明并补办手续。',
  ),
  plain(
    'v8',
    '2018-12-19',
    ['subsidy-land', '耕地地力保护补贴'],
    '耕地地力保护补贴发放',
    '每亩108.20元，全村确权面积2136.5亩，发放231169.30元，已打到一卡通。\n面积对不上的，到村委会查清册。',
    WITH_CARD,
  ),
  plain(
    'v9',
    '2018-12-28',
    ['subsidy-machine', '农机购置补贴'],
    '农机购置补贴办理程序',
    '先买机具，后申请补贴；带身份证、发票、银行卡到乡农业服务中心。\n今年全村5户，补贴18600元。同一台机具只补一次。',
    WITH_CARD,
  ),
];

export const VILLAGE_NOTICES_2018: Planned[] = [
  ...poverty,
  ...RELIEF_LISTS,
  ...reliefNotices,
  ...familyAndCulture,
  ...works,
  ...ACCOUNTS,
  ...others,
];
