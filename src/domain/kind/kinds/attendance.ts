import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const attendance: NoticeKind = {
  id: 'attendance',
  name: w('驻村出勤', 'Attendance'),
  hint: w(
    '驻村工作队、第一书记、大学生村官：每月应到、实到几天。',
    'Days due and days present, month by month.',
  ),
  fields: [
    { id: 'month', name: w('月份', 'Month'), type: 'period', periods: ['month'], required: true },
    {
      id: 'rows',
      name: w('出勤', 'Attendance'),
      type: 'table',
      required: true,
      columns: [
        {
          id: 'person',
          name: w('姓名', 'Name'),
          type: 'person',
          required: true,
          synonyms: ['队员', '干部姓名'],
        },
        {
          id: 'role',
          name: w('身份', 'Role'),
          type: 'choice',
          options: options(
            ['第一书记', 'first secretary'],
            ['工作队队员', 'team member'],
            ['大学生村官', 'graduate official'],
            ['包村干部', 'assigned cadre'],
          ),
          synonyms: ['职务'],
        },
        { id: 'sender', name: w('派出单位', 'Sent by'), type: 'text', synonyms: ['单位', '工作单位'] },
        {
          id: 'due',
          name: w('应到天数', 'Days due'),
          type: 'quantity',
          required: true,
          reuse: 'keep',
          synonyms: ['应到', '应出勤'],
        },
        {
          id: 'present',
          name: w('实到天数', 'Days present'),
          type: 'quantity',
          required: true,
          synonyms: ['实到', '出勤天数', '实际出勤', '驻村天数'],
        },
        { id: 'leave', name: w('请假天数', 'Days of leave'), type: 'quantity', synonyms: ['请假'] },
        {
          id: 'work',
          name: w('做了什么', 'Work'),
          type: 'text',
          reuse: 'empty',
          synonyms: ['工作内容', '主要工作', '备注'],
        },
      ],
      key: ['person'],
      totals: ['due', 'present', 'leave'],
    },
    { id: 'checker', name: w('考勤人', 'Recorded by'), type: 'person', required: true },
  ],
  checks: [
    { type: 'days-in-period', table: 'rows', column: 'present', period: 'month' },
    { type: 'days-in-period', table: 'rows', column: 'due', period: 'month' },
    { type: 'unique-rows', table: 'rows', columns: ['person'] },
  ],
  voice: [
    '{unit}公开{month}驻村出勤。',
    '一共{rows.count}人，应到{rows.due.sum}天，实到{rows.present.sum}天。',
    '每个人到了几天，公开栏上都有。',
  ],
  message: ['{month}驻村出勤：{rows.count}人，应到{rows.due.sum}天，实到{rows.present.sum}天。'],
  card: ['month', 'rows', 'checker'],
  paper: A4,
};
