import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { w } from './words.ts';

export const peopleDuty: NoticeKind = {
  id: 'people-duty',
  name: w('机构、分工和值班', 'Organisation and duty'),
  hint: w('谁管什么、电话、什么时候在。', 'Who does what, phone, when they are there.'),
  fields: [
    { id: 'functions', name: w('职能', 'Functions'), type: 'text', long: true, max: 3000 },
    { id: 'address', name: w('地址', 'Address'), type: 'text' },
    { id: 'hours', name: w('办公（值班）时间', 'Hours'), type: 'text', required: true },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone', required: true },
    {
      id: 'rows',
      name: w('人员', 'People'),
      type: 'table',
      required: true,
      columns: [
        { id: 'person', name: w('姓名', 'Name'), type: 'person', required: true },
        { id: 'post', name: w('职务', 'Post'), type: 'text', required: true, synonyms: ['岗位'] },
        { id: 'duties', name: w('分管工作', 'Duties'), type: 'text', synonyms: ['分工', '职责', '负责工作'] },
        { id: 'phone', name: w('电话', 'Phone'), type: 'phone', synonyms: ['联系电话', '手机'] },
        { id: 'duty', name: w('值班时间', 'On duty'), type: 'text', synonyms: ['值班', '值班日'] },
      ],
      key: ['person'],
      totals: [],
    },
    { id: 'from', name: w('从哪天起', 'From'), type: 'date' },
    { id: 'until', name: w('到哪天止', 'Until'), type: 'date' },
  ],
  checks: [
    { type: 'dates-in-order', fields: ['from', 'until'] },
    { type: 'unique-rows', table: 'rows', columns: ['person', 'post', 'duty'] },
  ],
  voice: ['{unit}公开：{title}。', '{hours}有人，电话{phone}。', '{rows.count}个人各管什么，公开栏上都有。'],
  message: ['{title}：{hours}，电话{phone}。'],
  card: ['hours', 'phone', 'address', 'rows', 'from'],
  paper: A4,
};
