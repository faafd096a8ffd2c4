/** The report in the six parts of 2018. */
import { byForm, type Counted, type FigureId, type PairRecord, together } from '../counting/figures.ts';
import { type Form } from '../catalogue/entry.ts';
import { requestTable, reviewTable } from '../request/statistics.ts';
import { SEVEN_ASPECTS, type Sorted, sortInto, TEN_CONTENTS } from './key-contents.ts';
import type { Part, ReportInput, Row, TableBlock, TextBlock } from './model.ts';
import {
  compared,
  leadingGroup,
  measures,
  NOTHING_WRONG,
  numbered,
  officeStaff,
  organisation,
  problems,
} from './wording.ts';

const text = (id: string, heading: string, proposed: string): TextBlock => ({
  kind: 'text',
  id,
  heading,
  proposed,
  limit: null,
});

const FORM_NAMES: Record<Form, string> = {
  paper: '上栏上墙（纸质）',
  broadcast: '广播',
  message: '手机短信（农政通）',
  card: '惠农政策明白卡',
  meeting: '会议通报',
  letter: '公开信',
};

const pairIds = (pairs: readonly PairRecord[]): string[] =>
  pairs.flatMap(({ outings }) => outings[0]?.id ?? []).sort();

/** The ids of what a figure counts; a pair of notice and form by its first record. */
function idsOf(all: Omit<Counted, 'unit'>, figure: FigureId): string[] {
  if (figure === 'other') return pairIds(all.other);
  if (figure === 'boards' || figure === 'walls') return all[figure].map(({ place }) => place.id).sort();
  return all[figure].map(({ notice }) => notice.id).sort();
}

function overview(input: ReportInput): Part {
  const { registry, year } = input;
  return {
    heading: '一、政府信息公开工作概述',
    blocks: [
      text(
        '2018-preface',
        '',
        `根据《中华人民共和国政府信息公开条例》编制。本报告中所列数据的统计期限为${year}年1月1日至12月31日，全部由公开记录逐条统计得出。`,
      ),
      text('2018-organisation', '（一）强组织领导，完善工作机构', organisation(input)),
      text(
        '2018-rules',
        '（二）立规建制，落实公开内容',
        `按照公开目录（现行${registry.catalogue.length}项）明确每项公开内容的负责人、时限、公示期和公开形式，做到依法公开、真实公正、注重实效、有利监督。`,
      ),
      text(
        '2018-supervision',
        '（三）配套措施，强化工作督查',
        '对各村、各单位的政务公开工作按月量化计分，与年终考核挂钩；每次更改都有签名、有时间、有原因，公开后谁改过、改了什么可以查到。',
      ),
    ],
  };
}

function formsTable({ counted }: ReportInput): TableBlock {
  const all = together([...counted]);
  const forms = byForm(all.other);
  const place = (figure: 'boards' | 'walls', name: string): Row => ({
    name,
    level: 1,
    cells: [all[figure].length],
    source: { from: 'count', figure },
    records: idsOf(all, figure),
  });
  const others = (Object.keys(forms) as Form[]).map((form): Row => ({
    name: FORM_NAMES[form],
    level: 1,
    cells: [forms[form].length],
    source: { from: 'count', figure: 'other', part: form },
    records: pairIds(forms[form]),
  }));
  return {
    kind: 'table',
    id: '2018-forms',
    caption: '（一）公开形式',
    columns: ['数量'],
    rows: [place('boards', '公开栏（个）'), place('walls', '公开墙（个）'), ...others],
  };
}

function totalsTable({ counted, before }: ReportInput): TableBlock {
  const [all, last] = [together([...counted]), together([...before])];
  const row = (name: string, figure: 'platform' | 'other' | 'catalogue'): Row => ({
    name,
    level: 1,
    cells: [all[figure].length, last[figure].length],
    source: { from: 'count', figure },
    records: idsOf(all, figure),
  });
  return {
    kind: 'table',
    id: '2018-totals',
    caption: '（二）公开内容：主动公开信息总数',
    columns: ['本年（条）', '上年（条）'],
    rows: [
      row('在公开平台公开', 'platform'),
      row('以其他方式公开', 'other'),
      row('公开目录（含指南、目录、补充公开）', 'catalogue'),
    ],
  };
}

const groupTable = (id: string, caption: string, sorted: Sorted[]): TableBlock => ({
  kind: 'table',
  id,
  caption,
  columns: ['条数', '负责人'],
  rows: sorted.map(({ name, records, officers }) => ({
    name,
    level: 1,
    cells: [records.length, officers.join('、')],
    source: { from: 'count', figure: 'platform', part: name },
    records: records.map(({ notice }) => notice.id).sort(),
  })),
});

function ownInitiative(input: ReportInput): Part {
  const { counted, before, registry, year } = input;
  const [all, last] = [together([...counted]), together([...before])];
  const [platform, other] = [all.platform.length, all.other.length];
  const summary =
    `${year}年，在公开平台公开信息${platform}条${compared(platform, last.platform.length, '条')}；` +
    `以其他方式公开信息${other}条${compared(other, last.other.length, '条')}。` +
    `其中公开目录（含指南、目录、补充公开）${all.catalogue.length}条。`;
  return {
    heading: '二、政府信息主动公开情况',
    blocks: [
      text('2018-own', '', summary),
      groupTable('2018-aspects', '七个方面', sortInto(SEVEN_ASPECTS, all.platform, registry.catalogue)),
      formsTable(input),
      totalsTable(input),
      groupTable('2018-contents', '重点公开内容', sortInto(TEN_CONTENTS, all.platform, registry.catalogue)),
    ],
  };
}

function requests({ cases, year }: ReportInput): Part[] {
  const table = requestTable([...cases], year);
  const reviews = reviewTable([...cases], year);
  const [received, dealt] = [table.received.total, table.dealtWith.total];
  const sued = reviews.direct.total + reviews['after-reconsideration'].total;
  const reconsidered = reviews.reconsideration.total;
  const asked =
    received + table.carriedIn.total === 0
      ? `${year}年，没有依申请公开政府信息办理事项。`
      : `${year}年，收到依申请公开政府信息申请${received}件，上年结转${table.carriedIn.total}件，办结${dealt}件，结转下年${table.carriedOut.total}件。`;
  const law =
    reconsidered + sued === 0
      ? `${year}年，没有因政府信息公开申请行政复议、提起行政诉讼的情况。`
      : `${year}年，因政府信息公开申请行政复议${reconsidered}件，提起行政诉讼${sued}件。`;
  const table1 = (id: string, rows: [string, number][]): TableBlock => ({
    kind: 'table',
    id,
    caption: '',
    columns: ['件数'],
    rows: rows.map(([name, n]) => ({ name, level: 1, cells: [n], source: { from: 'desk' } })),
  });
  return [
    {
      heading: '三、依申请公开政府信息情况',
      blocks: [
        text('2018-requests', '', asked),
        table1('2018-requests-table', [
          ['收到申请', received],
          ['办结', dealt],
        ]),
      ],
    },
    {
      heading: '四、因政府信息公开申请行政复议、提起行政诉讼的情况',
      blocks: [
        text('2018-law', '', law),
        table1('2018-law-table', [
          ['行政复议', reconsidered],
          ['行政诉讼', sued],
        ]),
      ],
    },
  ];
}

function people({ registry }: ReportInput): Part {
  const group = leadingGroup(registry);
  const [leaders, deputies, staff] = [
    group?.leader ? 1 : 0,
    group?.deputies.length ?? 0,
    officeStaff(registry),
  ];
  const row = (name: string, n: number): Row => ({
    name,
    level: 1,
    cells: [n],
    source: { from: 'registry' },
  });
  return {
    heading: '五、政府信息公开机构人员情况',
    blocks: [
      text(
        '2018-people',
        '',
        `政务公开工作领导小组组长${leaders}名，副组长${deputies}名，领导小组下设办公室，兼职工作人员${staff}名。`,
      ),
      {
        kind: 'table',
        id: '2018-people-table',
        caption: '',
        columns: ['人数'],
        rows: [row('组长', leaders), row('副组长', deputies), row('兼职工作人员', staff)],
      },
    ],
  };
}

function outlook({ scores, burst, year }: ReportInput): Part {
  const found = problems(scores, burst);
  return {
    heading: '六、政府信息公开工作存在的主要问题及改进措施',
    blocks: [
      text('2018-problems', '（一）存在的主要问题', found.length > 0 ? numbered(found) : NOTHING_WRONG),
      text('2018-measures', `（二）${year + 1}年打算`, numbered(measures(scores, burst))),
    ],
  };
}

export const parts2018 = (input: ReportInput): Part[] => [
  overview(input),
  ownInitiative(input),
  ...requests(input),
  people(input),
  outlook(input),
];
