import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const meeting: NoticeKind = {
  id: 'meeting',
  name: w('会议记录', 'Meeting record'),
  hint: w('什么时候、在哪里、谁到了、决定了什么。', 'When, where, who was there, what was decided.'),
  fields: [
    {
      id: 'sort',
      name: w('什么会', 'What meeting'),
      type: 'choice',
      required: true,
      options: options(
        ['村民会议', "residents' assembly"],
        ['村民代表会议', "residents' delegates"],
        ['村“两委”会议', 'village committees'],
        ['村务监督委员会会议', 'supervision committee'],
        ['党员大会', 'party members'],
        ['其他会议', 'other'],
      ),
    },
    { id: 'date', name: w('日期', 'Date'), type: 'date', required: true },
    { id: 'time', name: w('时间', 'Time'), type: 'text', max: 40 },
    { id: 'place', name: w('地点', 'Place'), type: 'text', required: true },
    { id: 'chair', name: w('主持', 'Chair'), type: 'person', required: true },
    { id: 'recorder', name: w('记录', 'Recorder'), type: 'person', required: true },
    {
      id: 'due',
      name: w('应到', 'Entitled'),
      type: 'quantity',
      unit: '人',
      min: 0,
      required: true,
      reuse: 'keep',
    },
    { id: 'present', name: w('实到', 'Present'), type: 'quantity', unit: '人', min: 0, required: true },
    { id: 'people', name: w('到会人员', 'Who was there'), type: 'text', long: true, max: 2000 },
    { id: 'topics', name: w('议了什么', 'Topics'), type: 'steps', required: true, reuse: 'empty' },
    {
      id: 'votes',
      name: w('表决', 'Votes'),
      type: 'table',
      reuse: 'empty',
      columns: [
        { id: 'item', name: w('事项', 'Item'), type: 'text', required: true, synonyms: ['议题'] },
        { id: 'for', name: w('同意', 'For'), type: 'count', synonyms: ['赞成'] },
        { id: 'against', name: w('不同意', 'Against'), type: 'count', synonyms: ['反对'] },
        { id: 'abstained', name: w('弃权', 'Abstained'), type: 'count' },
        { id: 'result', name: w('结果', 'Result'), type: 'text' },
      ],
      key: ['item'],
      totals: [],
    },
    {
      id: 'decided',
      name: w('决定', 'Decided'),
      type: 'text',
      long: true,
      max: 5000,
      required: true,
      reuse: 'empty',
      hint: w('一条一行；谁去办、什么时候办完。', 'One a line: who does it, by when.'),
    },
  ],
  checks: [{ type: 'unique-rows', table: 'votes', columns: ['item'] }],
  voice: [
    '{unit}公开会议：{title}。',
    '{date}在{place}开，应到{due}，实到{present}。',
    '会上决定：{decided}',
  ],
  message: ['{title}（{date}）决定：{decided}'],
  card: ['sort', 'date', 'place', 'chair', 'due', 'present', 'topics', 'decided'],
  paper: {
    ...A4,
    signatures: [
      w('主持人签字', 'Chair'),
      w('记录人签字', 'Recorder'),
      w('村务监督委员会签字', 'Supervision committee'),
      w('到会人员签字', 'Those present'),
    ],
  },
};
