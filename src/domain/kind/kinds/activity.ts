import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const activity: NoticeKind = {
  id: 'activity',
  name: w('文化活动', 'Cultural activity'),
  hint: w(
    '文化站、农家书屋、演出、培训：什么时候、在哪里、谁能参加、花了多少。',
    'When, where, for whom, and what it cost.',
  ),
  fields: [
    {
      id: 'state',
      name: w('是预告还是已办', 'Before or after'),
      type: 'choice',
      required: true,
      reuse: 'empty',
      options: options(['预告', 'announced'], ['已举办', 'held'], ['长期开放', 'always open']),
    },
    { id: 'date', name: w('日期', 'Date'), type: 'date' },
    {
      id: 'time',
      name: w('时间', 'Time'),
      type: 'text',
      max: 80,
      required: true,
      hint: w('如 晚上 7 点半，或每周二、四开放。', 'As in: 19:30, or Tuesdays and Thursdays.'),
    },
    { id: 'place', name: w('地点', 'Place'), type: 'text', required: true },
    { id: 'content', name: w('内容', 'What'), type: 'text', long: true, max: 2000, required: true },
    { id: 'who', name: w('谁能参加', 'For whom'), type: 'text', required: true },
    {
      id: 'price',
      name: w('收费', 'Price'),
      type: 'money',
      min: 0,
      reuse: 'keep',
      hint: w('不收费填 0。', '0 when free.'),
    },
    { id: 'attended', name: w('参加人数', 'Attended'), type: 'quantity', unit: '人', min: 0 },
    { id: 'cost', name: w('花了多少', 'Cost'), type: 'money', min: 0 },
    { id: 'source', name: w('钱从哪里来', 'Paid from'), type: 'text' },
    { id: 'contact', name: w('找谁', 'Whom to ask'), type: 'person', required: true },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone' },
  ],
  checks: [
    { type: 'needed-when', field: 'date', when: { field: 'state', is: '预告' } },
    { type: 'needed-when', field: 'date', when: { field: 'state', is: '已举办' } },
    { type: 'needed-when', field: 'attended', when: { field: 'state', is: '已举办' } },
  ],
  voice: [
    '{unit}通知：{title}。',
    '{date}，{time}，在{place}。',
    { when: { field: 'state', is: '长期开放' }, say: '{time}，在{place}。' },
    '{content}',
    '{who}都可以来。',
    '找{contact}。',
  ],
  message: ['{title}：', '{date}', '{time}，{place}。', '{content}'],
  card: ['state', 'date', 'time', 'place', 'content', 'who', 'price', 'contact', 'phone'],
  paper: A4,
};
