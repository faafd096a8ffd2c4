import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { PROJECT_FIELDS } from '../listed.ts';
import { w } from './words.ts';

export const progress: NoticeKind = {
  id: 'progress',
  name: w('工作进展', 'Progress report'),
  hint: w(
    '量得出来的事：计划多少、完成多少、完成百分之几。',
    'What can be measured: planned, done, per cent.',
  ),
  fields: [
    {
      id: 'period',
      name: w('截至哪一期', 'As of'),
      type: 'period',
      periods: ['month', 'quarter', 'half-year', 'year'],
      required: true,
    },
    {
      id: PROJECT_FIELDS.key,
      name: w('哪个工程', 'Of which project'),
      type: 'text',
      max: 40,
      hint: w('只说一个工程的进展，就写它的项目编号。', 'For one project alone: its project number.'),
    },
    {
      id: 'items',
      name: w('进展', 'Progress'),
      type: 'table',
      required: true,
      columns: [
        {
          id: 'item',
          name: w('什么事', 'What'),
          type: 'text',
          required: true,
          synonyms: ['项目', '工作', '任务', '事项', '承诺事项', '内容'],
        },
        { id: 'measure', name: w('单位', 'Unit'), type: 'text', synonyms: ['计量单位'] },
        {
          id: 'planned',
          name: w('计划', 'Planned'),
          type: 'quantity',
          required: true,
          reuse: 'keep',
          synonyms: ['计划数', '任务数', '目标'],
        },
        {
          id: 'done',
          name: w('完成', 'Done'),
          type: 'quantity',
          required: true,
          synonyms: ['完成数', '已完成'],
        },
        {
          id: 'percent',
          name: w('完成率', 'Per cent'),
          type: 'percent',
          synonyms: ['百分比', '完成比例', '进度'],
        },
        {
          id: 'due',
          name: w('什么时候完', 'Due'),
          type: 'date',
          reuse: 'keep',
          synonyms: ['完成时限', '期限', '时限'],
        },
        { id: 'person', name: w('负责人', 'Responsible'), type: 'person', synonyms: ['责任人'] },
      ],
      key: ['item'],
      totals: [],
    },
    {
      id: 'report',
      name: w('说明', 'Report'),
      type: 'text',
      long: true,
      max: 2000,
      reuse: 'empty',
      hint: w('慢了的说为什么，下一步怎么办。', 'Why something is late, and what comes next.'),
    },
    { id: 'invested', name: w('已投入', 'Spent so far'), type: 'money', min: 0 },
  ],
  checks: [
    { type: 'row-percent', table: 'items', part: 'done', whole: 'planned', percent: 'percent' },
    { type: 'unique-rows', table: 'items', columns: ['item'] },
  ],
  voice: [
    '{unit}公开{period}工作进展：{title}。',
    '一共{items.count}件事，每件完成多少都在公开栏上。',
    '已经投入{invested}。',
    '{report}',
  ],
  message: ['{title}：{items.count}件事的进展已公开。', '{report}'],
  card: ['period', 'items', 'invested', 'report'],
  paper: A4,
};
