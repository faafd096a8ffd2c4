import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

/** 公开指南: what the law asks every body to say about how it discloses (条例 art. 12). */
export const disclosureGuide: NoticeKind = {
  id: 'disclosure-guide',
  name: w('公开指南', 'Guide to disclosure'),
  hint: w(
    '公开什么、怎样公开、怎样申请、找谁、向谁投诉。',
    'What is disclosed and how, how to ask, where to complain.',
  ),
  fields: [
    { id: 'scope', name: w('公开哪些', 'What is disclosed'), type: 'text', long: true, required: true },
    { id: 'classes', name: w('信息分类', 'Classes'), type: 'steps' },
    { id: 'ways', name: w('在哪里看', 'Where to read'), type: 'steps', required: true },
    { id: 'asking', name: w('怎样申请公开', 'How to ask'), type: 'steps', required: true },
    { id: 'office', name: w('公开工作机构', 'Office'), type: 'text', required: true },
    { id: 'address', name: w('地址', 'Address'), type: 'text', required: true },
    { id: 'hours', name: w('办公时间', 'Hours'), type: 'text', required: true },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone', required: true },
    { id: 'oversight', name: w('监督和投诉', 'Complaints'), type: 'text', required: true },
    { id: 'updated', name: w('更新日期', 'Updated'), type: 'date', required: true },
  ],
  checks: [],
  voice: ['{unit}公开指南更新了。', '要查要问，找{office}，地址{address}，{hours}。', '电话{phone}。'],
  message: ['{title}：{office}，{address}，{hours}，电话{phone}。'],
  card: ['ways', 'asking', 'office', 'address', 'hours', 'phone', 'oversight'],
  paper: A4,
};
