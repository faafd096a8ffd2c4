import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

export const serviceGuide: NoticeKind = {
  id: 'service-guide',
  name: w('办事指南', 'Service guide'),
  hint: w(
    '一件事怎样办：条件、材料、步骤、多久、多少钱、找谁。',
    'How something is done: conditions, papers, steps, time, fee.',
  ),
  fields: [
    { id: 'who', name: w('谁可以办', 'For whom'), type: 'text', long: true, max: 600, required: true },
    {
      id: 'documents',
      name: w('要带的材料', 'What to bring'),
      type: 'documents',
      required: true,
      hint: w('写清原件还是复印件、几份。', 'Original or copy, how many.'),
    },
    { id: 'steps', name: w('步骤', 'Steps'), type: 'steps', required: true },
    {
      id: 'days',
      name: w('多久办好', 'Time needed'),
      type: 'quantity',
      unit: '个工作日',
      min: 0,
      required: true,
      reuse: 'keep',
    },
    {
      id: 'fee',
      name: w('收费', 'Fee'),
      type: 'money',
      min: 0,
      required: true,
      reuse: 'keep',
      hint: w('不收费填 0。', '0 when there is none.'),
    },
    { id: 'feeBasis', name: w('收费依据', 'Basis of the fee'), type: 'text' },
    { id: 'place', name: w('到哪里办', 'Where'), type: 'text', required: true },
    { id: 'hours', name: w('办公时间', 'Hours'), type: 'text', required: true },
    { id: 'contact', name: w('找谁', 'Whom to ask'), type: 'person', required: true },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone', required: true },
    { id: 'basis', name: w('依据', 'Basis'), type: 'text' },
    { id: 'complaint', name: w('不满意找谁', 'Complaints to'), type: 'phone' },
  ],
  checks: [],
  voice: [
    '{unit}告诉大家怎样办：{title}。',
    '{who}',
    '要带{documents.count}样材料，走{steps.count}步，{days}办好。',
    '到{place}办，{hours}。',
    '找{contact}，电话{phone}。',
  ],
  message: ['{title}：到{place}办，', '{hours}，', '{days}办好，', '材料见公开栏，', '电话{phone}。'],
  card: ['who', 'documents', 'steps', 'days', 'fee', 'place', 'hours', 'contact', 'phone'],
  paper: A4,
};
