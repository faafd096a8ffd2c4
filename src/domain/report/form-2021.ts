/** The report in the form in force: 国办公开办函〔2021〕30号, with its tables and their columns as they are printed there. */
import { together } from '../counting/figures.ts';
import { ANSWER_PARTS, ANSWER_TEXTS, ANSWERS, type AnswerPart } from '../request/answers.ts';
import { APPLICANTS } from '../request/request.ts';
import {
  requestTable,
  type RequestTable,
  reviewTable,
  type ReviewRow,
  type Row as Counts,
} from '../request/statistics.ts';
import type { Part, ReportInput, Row, TableBlock, TextBlock } from './model.ts';
import type { TypedId } from './typed.ts';
import { compared, measures, NOTHING_WRONG, numbered, organisation, problems } from './wording.ts';

/** Characters of part one, by the form's own note. */
export const OVERVIEW_LIMIT = 1_000;

const text = (id: string, proposed: string, limit: number | null = null): TextBlock => ({
  kind: 'text',
  id,
  heading: '',
  proposed,
  limit,
});

function overview(input: ReportInput): Part {
  const { counted, before, cases, year } = input;
  const [all, last] = [together([...counted]), together([...before])];
  const table = requestTable([...cases], year);
  const sentences = [
    organisation(input),
    `${year}年主动公开信息${all.platform.length}条${compared(all.platform.length, last.platform.length, '条')}，通过公开栏、公开墙、广播、短信、明白卡、会议、公开信等其他方式公开${all.other.length}条次。`,
    table.received.total + table.carriedIn.total === 0
      ? '没有收到政府信息公开申请。'
      : `新收政府信息公开申请${table.received.total}件，上年结转${table.carriedIn.total}件，办理${table.dealtWith.total}件。`,
    `现有公开栏${all.boards.length}个、公开墙${all.walls.length}个。每月按公开目录核对，量化计分，纳入年终考核。`,
  ];
  return { heading: '一、总体情况', blocks: [text('2021-overview', sentences.join('\n'), OVERVIEW_LIMIT)] };
}

const MADE = ['本年制发件数', '本年废止件数', '现行有效件数'];

function ownInitiative({ typed }: ReportInput): Part {
  const row = (name: string, ...ids: TypedId[]): Row => ({
    name,
    level: 1,
    cells: ids.map((id) => typed[id] ?? null),
    source: { from: 'typed' },
  });
  const table = (id: string, caption: string, columns: string[], rows: Row[]): TableBlock => ({
    kind: 'table',
    id,
    caption,
    columns,
    rows,
  });
  return {
    heading: '二、主动公开政府信息情况',
    blocks: [
      table('2021-20-1', '第二十条第（一）项', MADE, [
        row('规章', 'rulesMade', 'rulesEnded', 'rulesInForce'),
        row('行政规范性文件', 'normsMade', 'normsEnded', 'normsInForce'),
      ]),
      table('2021-20-5', '第二十条第（五）项', ['本年处理决定数量'], [row('行政许可', 'licences')]),
      table(
        '2021-20-6',
        '第二十条第（六）项',
        ['本年处理决定数量'],
        [row('行政处罚', 'penalties'), row('行政强制', 'coercions')],
      ),
      table(
        '2021-20-8',
        '第二十条第（八）项',
        ['本年收费金额（单位：万元）'],
        [row('行政事业性收费', 'fees')],
      ),
    ],
  };
}

export const APPLICANT_COLUMNS = [
  '自然人',
  '商业企业',
  '科研机构',
  '社会公益组织',
  '法律服务机构',
  '其他',
  '总计',
];

const PART_NAMES: Record<AnswerPart, string> = {
  open: '（一）予以公开',
  part: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  refused: '（三）不予公开',
  unable: '（四）无法提供',
  'not-dealt': '（五）不予处理',
  other: '（六）其他处理',
};

const cellsOf = (row: Counts): number[] => [...APPLICANTS.map((one) => row[one]), row.total];
const desk = (name: string, level: Row['level'], cells: Row['cells']): Row => ({
  name,
  level,
  cells,
  source: { from: 'desk' },
});

function answerRows(table: RequestTable): Row[] {
  return ANSWER_PARTS.flatMap((part) => {
    const kinds = ANSWERS.filter((kind) => ANSWER_TEXTS[kind].part === part);
    const [only] = kinds;
    // The first two parts have one kind each: their row is the figure itself.
    if (kinds.length === 1 && only) return [desk(PART_NAMES[part], 1, cellsOf(table.answers[only]))];
    const own = kinds.map((kind, at) =>
      desk(`${at + 1}.${ANSWER_TEXTS[kind].name}`, 2, cellsOf(table.answers[kind])),
    );
    return [desk(PART_NAMES[part], 1, []), ...own];
  });
}

function requests({ cases, year }: ReportInput): Part {
  const table = requestTable([...cases], year);
  return {
    heading: '三、收到和处理政府信息公开申请情况',
    blocks: [
      {
        kind: 'table',
        id: '2021-requests',
        caption: '',
        columns: APPLICANT_COLUMNS,
        group: { name: '法人或其他组织', first: 1, count: 5 },
        rows: [
          desk('一、本年新收政府信息公开申请数量', 0, cellsOf(table.received)),
          desk('二、上年结转政府信息公开申请数量', 0, cellsOf(table.carriedIn)),
          desk('三、本年度办理结果', 0, []),
          ...answerRows(table),
          desk('（七）总计', 1, cellsOf(table.dealtWith)),
          desk('四、结转下年度继续办理', 0, cellsOf(table.carriedOut)),
        ],
      },
    ],
  };
}

const OUTCOME_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

function reviews({ cases, year }: ReportInput): Part {
  const table = reviewTable([...cases], year);
  const cells = (row: ReviewRow): number[] => [row.upheld, row.corrected, row.other, row.pending, row.total];
  return {
    heading: '四、政府信息公开行政复议、行政诉讼情况',
    blocks: [
      {
        kind: 'table',
        id: '2021-reviews',
        caption: '',
        columns: OUTCOME_COLUMNS,
        rows: [
          desk('行政复议', 0, cells(table.reconsideration)),
          desk('行政诉讼（未经复议直接起诉）', 0, cells(table.direct)),
          desk('行政诉讼（复议后起诉）', 0, cells(table['after-reconsideration'])),
        ],
      },
    ],
  };
}

function problemsPart({ scores, burst }: ReportInput): Part {
  const found = problems(scores, burst);
  const said = found.length > 0 ? found : [NOTHING_WRONG];
  const proposed = `存在的主要问题：\n${numbered(said)}\n改进情况：\n${numbered(measures(scores, burst))}`;
  return { heading: '五、存在的主要问题及改进情况', blocks: [text('2021-problems', proposed)] };
}

/** In yuan, out of fen. */
const yuan = (fen: number): string => (fen / 100).toFixed(2);

function others({ cases, year }: ReportInput): Part {
  const charged = cases
    .filter(({ clock }) => clock.received.startsWith(`${year}-`))
    .reduce((sum, { fees }) => sum + fees, 0);
  const fees =
    charged === 0 ? `${year}年没有收取信息处理费。` : `${year}年收取信息处理费${yuan(charged)}元。`;
  return { heading: '六、其他需要报告的事项', blocks: [text('2021-other', fees)] };
}

export const parts2021 = (input: ReportInput): Part[] => [
  overview(input),
  ownInitiative(input),
  requests(input),
  reviews(input),
  problemsPart(input),
  others(input),
];
