import type { NoticeKind } from '../kind.ts';
import { A3_TURNED } from '../kind.ts';
import { w } from './words.ts';

/** 公开目录 in the columns of the national standard form (标准目录). */
export const disclosureCatalogue: NoticeKind = {
  id: 'disclosure-catalogue',
  name: w('公开目录', 'Catalogue of disclosure'),
  hint: w(
    '每一项公开什么、谁公开、什么时候、在哪里。由系统从目录生成。',
    'Made from the catalogue: what, who, when, where.',
  ),
  fields: [
    { id: 'from', name: w('施行日期', 'In force from'), type: 'date', required: true },
    { id: 'entries', name: w('条数', 'Entries'), type: 'quantity', unit: '条', min: 0, required: true },
    {
      id: 'rows',
      name: w('目录', 'Catalogue'),
      type: 'table',
      required: true,
      columns: [
        { id: 'area', name: w('领域', 'Field'), type: 'text', synonyms: ['公开领域'] },
        { id: 'first', name: w('一级事项', 'First level'), type: 'text', synonyms: ['一级目录'] },
        {
          id: 'second',
          name: w('二级事项', 'Second level'),
          type: 'text',
          required: true,
          synonyms: ['公开事项', '事项', '二级目录'],
        },
        {
          id: 'content',
          name: w('公开内容', 'Content'),
          type: 'text',
          required: true,
          synonyms: ['内容要素', '公开内容（要素）'],
        },
        { id: 'due', name: w('公开时限', 'Deadline'), type: 'text', synonyms: ['时限'] },
        { id: 'who', name: w('公开主体', 'Who'), type: 'text', synonyms: ['责任主体', '责任人', '负责人'] },
        {
          id: 'channels',
          name: w('公开渠道', 'Channels'),
          type: 'text',
          synonyms: ['渠道', '公开渠道和载体'],
        },
        { id: 'audience', name: w('公开对象', 'Audience'), type: 'text', synonyms: ['对象'] },
        { id: 'manner', name: w('公开方式', 'Manner'), type: 'text', synonyms: ['方式'] },
        { id: 'basis', name: w('公开依据', 'Basis'), type: 'text', synonyms: ['依据'] },
      ],
      key: ['second'],
      totals: [],
    },
    {
      id: 'changed',
      name: w('这次改了什么', 'What changed'),
      type: 'text',
      long: true,
      max: 1000,
      reuse: 'empty',
    },
  ],
  checks: [
    { type: 'row-count', table: 'rows', field: 'entries' },
    { type: 'unique-rows', table: 'rows', columns: ['first', 'second'] },
  ],
  computed: { entries: { type: 'row-count', table: 'rows' } },
  voice: ['{unit}公开目录更新了，一共{rows.count}项，{from}起用。', '{changed}', '公开栏和平板上都能看。'],
  message: ['{title}：共{rows.count}项，{from}起用。'],
  card: ['from', 'entries', 'changed'],
  paper: A3_TURNED,
};
