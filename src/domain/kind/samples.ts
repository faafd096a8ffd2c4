/**
 * One believable notice of each kind: for tests, for practice and for the demonstration. The app does not import it
 * where it only reads.
 */
import { kindOf } from './kinds.ts';
import { withLabels } from './reuse.ts';
import * as affairs from './samples/affairs.ts';
import * as money from './samples/money.ts';
import * as works from './samples/works.ts';
import type { KindContent, KindFields } from './values.ts';

interface Sample {
  title: string;
  officer: string;
  content: KindContent;
}

const ALL: [kind: string, title: string, fields: KindFields][] = [
  ['plain', '停水通知', affairs.plain],
  ['policy', '到户产业奖补办法', affairs.policy],
  ['subsidy-card', '耕地地力保护补贴怎么领', money.subsidyCard],
  ['benefit-list', '2026 年耕地地力保护补贴公示', money.benefitList],
  ['accounts', '10 月村集体收支账目', money.accounts],
  ['assets', '三季度集体资产和合同', money.assets],
  ['project', '村道硬化进度', works.project],
  ['progress', '10 月重点工作进展', works.progress],
  ['attendance', '10 月驻村工作队出勤', works.attendance],
  ['service-guide', '申请农村低保要走哪几步', works.serviceGuide],
  ['people-duty', '冬季值班安排', works.peopleDuty],
  ['election', '村务监督委员会选举结果', affairs.election],
  ['case', '一起违纪案件的查处', affairs.caseNotice],
  ['meeting', '村民代表会议记录', affairs.meeting],
  ['letter', '森林草原防火的一封信', affairs.letter],
  ['activity', '秦腔送戏下乡', affairs.activity],
  ['nothing', '10 月没有发放救灾款物', affairs.nothing],
  ['relief-goods', '7 月冰雹救灾款物', money.reliefGoods],
  ['budget', '2025 年决算', money.budget],
  ['disclosure-guide', '公开指南', affairs.disclosureGuide],
  ['disclosure-catalogue', '公开目录', affairs.disclosureCatalogue],
];

/** By the kind's id. */
export const SAMPLES: Record<string, Sample> = Object.fromEntries(
  ALL.map(([id, title, fields]) => {
    const kind = kindOf(id);
    if (!kind) throw new RangeError(`no kind ${id}`);
    return [
      id,
      {
        title,
        officer: '李某（村党支部书记、村委会主任）',
        content: { kind: id, fields: withLabels(kind, fields) },
      },
    ];
  }),
);
