import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const caseNotice: NoticeKind = {
  id: 'case',
  name: w('案件和重要事项', 'Cases and affairs'),
  hint: w(
    '查处的案件、群众关心的其他大事：什么事、怎么处理、依据什么。',
    'What happened, what was decided, on what ground.',
  ),
  fields: [
    {
      id: 'nature',
      name: w('性质', 'Nature'),
      type: 'choice',
      required: true,
      options: options(
        ['违纪案件', 'discipline case'],
        ['违法案件', 'law case'],
        ['行政执法', 'enforcement'],
        ['群众关心事项', 'matter of concern'],
      ),
    },
    { id: 'number', name: w('编号', 'Number'), type: 'text', max: 60, reuse: 'empty' },
    {
      id: 'subject',
      name: w('当事人', 'Subject'),
      type: 'text',
      reuse: 'empty',
      hint: w('能不能写姓名按规定；不能写的写“某某”。', 'By name only where the rules allow.'),
    },
    {
      id: 'facts',
      name: w('什么事', 'What happened'),
      type: 'text',
      long: true,
      max: 3000,
      required: true,
      reuse: 'empty',
    },
    {
      id: 'decision',
      name: w('怎么处理', 'Decision'),
      type: 'text',
      long: true,
      max: 2000,
      required: true,
      reuse: 'empty',
    },
    { id: 'amount', name: w('涉及金额', 'Amount'), type: 'money', min: 0 },
    { id: 'basis', name: w('依据', 'Basis'), type: 'text', required: true, reuse: 'empty' },
    { id: 'decider', name: w('谁决定的', 'Decided by'), type: 'text', required: true },
    { id: 'happened', name: w('发生日期', 'Happened'), type: 'date' },
    { id: 'decided', name: w('决定日期', 'Decided'), type: 'date', required: true },
    { id: 'phone', name: w('监督电话', 'Oversight phone'), type: 'phone', required: true },
  ],
  checks: [{ type: 'dates-in-order', fields: ['happened', 'decided'] }],
  voice: ['{unit}公开：{title}。', '{facts}', '处理结果：{decision}', '监督电话{phone}。'],
  message: ['{title}：{decision}', '监督电话{phone}。'],
  card: ['nature', 'subject', 'facts', 'decision', 'basis', 'decider', 'decided', 'phone'],
  paper: A4,
};
