import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

/** An empty period is said, not passed over: silence would look like forgetting. */
export const nothing: NoticeKind = {
  id: 'nothing',
  name: w('本期没有', 'Nothing to report'),
  hint: w('这一期没有发生要公开的事，也要说一声。', 'Nothing happened in this period, and that is said.'),
  fields: [
    {
      id: 'period',
      name: w('哪一期', 'Period'),
      type: 'period',
      periods: ['month', 'quarter', 'half-year', 'year'],
      required: true,
    },
    { id: 'matter', name: w('哪件事', 'What'), type: 'text', max: 80, required: true },
    { id: 'last', name: w('上一次公开', 'Last published'), type: 'date' },
    { id: 'note', name: w('说明', 'Note'), type: 'text', max: 200, reuse: 'empty' },
    { id: 'phone', name: w('有疑问打', 'Questions to'), type: 'phone' },
  ],
  checks: [],
  voice: ['{unit}公开：{period}，{matter}没有发生。', '有疑问打电话{phone}。'],
  message: ['{period}，{matter}没有发生。'],
  card: ['period', 'matter', 'note', 'phone'],
  paper: A4,
};
