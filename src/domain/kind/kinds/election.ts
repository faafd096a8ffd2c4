import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const election: NoticeKind = {
  id: 'election',
  name: w('选举和任免', 'Election and appointment'),
  hint: w('候选人公示、选举结果、聘用和任免。', 'Candidates, results, appointments.'),
  fields: [
    {
      id: 'stage',
      name: w('阶段', 'Stage'),
      type: 'choice',
      required: true,
      reuse: 'empty',
      options: options(
        ['选举公告', 'call'],
        ['人选公示', 'publicity'],
        ['选举结果', 'result'],
        ['任职', 'appointment'],
        ['免职', 'removal'],
      ),
    },
    { id: 'body', name: w('哪个班子或岗位', 'Body or post'), type: 'text', required: true },
    { id: 'date', name: w('选举（任免）日期', 'Date'), type: 'date' },
    { id: 'voters', name: w('应到选民', 'Voters entitled'), type: 'quantity', unit: '人', min: 0 },
    { id: 'voted', name: w('参加投票', 'Voted'), type: 'quantity', unit: '人', min: 0 },
    {
      id: 'people',
      name: w('人选', 'People'),
      type: 'table',
      required: true,
      columns: [
        {
          id: 'person',
          name: w('姓名', 'Name'),
          type: 'person',
          required: true,
          synonyms: ['候选人', '当选人'],
        },
        { id: 'sex', name: w('性别', 'Sex'), type: 'text' },
        { id: 'post', name: w('职务', 'Post'), type: 'text', required: true, synonyms: ['拟任职务', '岗位'] },
        { id: 'about', name: w('基本情况', 'About'), type: 'text', synonyms: ['简历', '备注'] },
        { id: 'votes', name: w('得票', 'Votes'), type: 'count', synonyms: ['票数', '得票数'] },
        { id: 'result', name: w('结果', 'Result'), type: 'text', reuse: 'empty' },
      ],
      key: ['person', 'post'],
      totals: [],
    },
    { id: 'steps', name: w('程序', 'Procedure'), type: 'steps' },
    { id: 'until', name: w('公示到', 'Objections until'), type: 'date' },
    { id: 'objections', name: w('有意见找谁', 'Objections to'), type: 'person', required: true },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone', required: true },
  ],
  checks: [
    { type: 'unique-rows', table: 'people', columns: ['person', 'post'] },
    { type: 'needed-when', field: 'date', when: { field: 'stage', is: '选举结果' } },
    { type: 'needed-when', field: 'voted', when: { field: 'stage', is: '选举结果' } },
    { type: 'needed-when', field: 'until', when: { field: 'stage', is: '人选公示' } },
  ],
  voice: [
    '{unit}公告：{title}。',
    '涉及{body}，一共{people.count}人，名单在公开栏上。',
    '应到选民{voters}，参加投票{voted}。',
    '公示到{until}。',
    '有意见找{objections}，电话{phone}。',
  ],
  message: ['{title}：{body}，{people.count}人，', '公示到{until}，', '意见打{phone}。'],
  card: ['stage', 'body', 'date', 'people', 'until', 'objections', 'phone'],
  paper: A4,
};
