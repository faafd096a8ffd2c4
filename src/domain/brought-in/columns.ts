/** What the columns of an old list mean: which a record needs, and how spreadsheets call them. */
import type { Column } from '../kind/kind.ts';

const column = (
  id: string,
  type: Column['type'],
  [zh, en]: [string, string],
  synonyms: string[],
): Column => ({
  id,
  type,
  name: { zh, en },
  synonyms,
});

export const OLD_FIELDS = ['day', 'title', 'unit', 'entry', 'officer', 'text', 'files'] as const;
export type OldField = (typeof OLD_FIELDS)[number];

/** In the order in which they are offered. */
export const OLD_COLUMNS: Column[] = [
  column(
    'day',
    'date',
    ['公开日期', 'day of disclosure'],
    [
      '日期',
      '时间',
      '公开时间',
      '公示日期',
      '公示时间',
      '发布日期',
      '发布时间',
      '张贴日期',
      '张贴时间',
      'date',
    ],
  ),
  column(
    'title',
    'text',
    ['标题', 'title'],
    ['名称', '题目', '事项', '公开事项', '公开内容名称', '信息名称', '文件名称', '内容摘要', '主题'],
  ),
  column(
    'unit',
    'text',
    ['单位', 'unit'],
    ['村', '村名', '行政村', '公开单位', '发布单位', '村（社区）', '单位名称'],
  ),
  column(
    'entry',
    'text',
    ['公开目录', 'catalogue entry'],
    ['类别', '分类', '目录', '栏目', '公开类别', '信息类别', '事项类别', 'category'],
  ),
  column(
    'officer',
    'person',
    ['负责人', 'person responsible'],
    ['责任人', '经办人', '经办', '承办人', '公开责任人', 'responsible'],
  ),
  column('text', 'text', ['内容', 'text'], ['正文', '公开内容', '具体内容', '主要内容', '备注', '说明']),
  column(
    'files',
    'text',
    ['附件', 'files'],
    ['文件', '文件名', '附件名称', '照片', '图片', '扫描件', 'file'],
  ),
];
