import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

export const letter: NoticeKind = {
  id: 'letter',
  name: w('公开信', 'Public letter'),
  hint: w('写给全体村民的信。', 'A letter to all residents.'),
  fields: [
    {
      id: 'greeting',
      name: w('称呼', 'Greeting'),
      type: 'text',
      max: 60,
      required: true,
      hint: w('如 各位村民：', 'As in: Dear residents,'),
    },
    {
      id: 'text',
      name: w('正文', 'Text'),
      type: 'text',
      long: true,
      max: 5000,
      required: true,
      reuse: 'empty',
    },
    { id: 'signed', name: w('落款', 'Signed'), type: 'text', max: 80, required: true },
    { id: 'date', name: w('日期', 'Date'), type: 'date', required: true },
    { id: 'phone', name: w('回信或电话', 'Answers to'), type: 'phone' },
  ],
  checks: [],
  voice: ['{unit}给大家的一封信：{title}。', '{greeting}', '{text}', '{signed}，{date}。'],
  message: ['{greeting}{text}', '{signed}。'],
  card: ['greeting', 'text', 'signed', 'date', 'phone'],
  paper: { ...A4, letter: { greeting: 'greeting', text: 'text', signed: ['signed', 'date'] } },
};
