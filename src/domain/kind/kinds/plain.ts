import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

export const plain: NoticeKind = {
  id: 'plain',
  name: w('普通公告', 'Plain notice'),
  hint: w('一段话能说清的事。', 'What a few sentences can say.'),
  fields: [
    { id: 'place', name: w('地点', 'Place'), type: 'text' },
    { id: 'until', name: w('有效到', 'Valid until'), type: 'date' },
    { id: 'contact', name: w('联系人', 'Contact'), type: 'person' },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone' },
  ],
  checks: [],
  voice: ['{unit}通知：{title}。', '{words}', '地点：{place}。', '有效到{until}。', '有事打电话{phone}。'],
  message: ['{title}。', '{words}', '电话{phone}。'],
  card: ['place', 'until', 'contact', 'phone'],
  paper: A4,
};
