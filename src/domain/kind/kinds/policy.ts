import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const policy: NoticeKind = {
  id: 'policy',
  name: w('政策文件', 'Policy document'),
  hint: w(
    '上级或本级发的文件：文号、日期、原文或要点。',
    'A document with number and date: its text or its gist.',
  ),
  fields: [
    {
      id: 'number',
      name: w('文号', 'Number'),
      type: 'text',
      max: 60,
      required: true,
      reuse: 'empty',
      hint: w(
        '照文件头抄，如 复政发〔2026〕12号。没有文号的写“无文号”。',
        'As it stands at the head of the document.',
      ),
    },
    { id: 'issuer', name: w('发文机关', 'Issued by'), type: 'text', required: true },
    { id: 'issued', name: w('成文日期', 'Dated'), type: 'date', required: true },
    { id: 'inForce', name: w('施行日期', 'In force from'), type: 'date' },
    { id: 'ends', name: w('有效期至', 'In force until'), type: 'date' },
    {
      id: 'state',
      name: w('效力', 'State'),
      type: 'choice',
      options: options(['现行有效', 'in force'], ['已修改', 'amended'], ['已废止', 'repealed']),
      required: true,
    },
    {
      id: 'gist',
      name: w('说的是什么', 'In short'),
      type: 'text',
      long: true,
      max: 600,
      required: true,
      reuse: 'empty',
      hint: w(
        '两三句大白话：谁能得到什么，要做什么。',
        'Two or three plain sentences: who gets what, and what to do.',
      ),
    },
    { id: 'text', name: w('原文', 'Text'), type: 'text', long: true, reuse: 'empty' },
    { id: 'contact', name: w('咨询', 'Ask'), type: 'person' },
    { id: 'phone', name: w('电话', 'Phone'), type: 'phone' },
  ],
  checks: [{ type: 'dates-in-order', fields: ['issued', 'inForce', 'ends'] }],
  voice: [
    '{unit}公开一份文件：{title}。',
    '{issuer}发，{issued}成文。',
    '{inForce}起施行。',
    '{gist}',
    '不清楚的打电话{phone}。',
  ],
  message: ['{title}（{number}）。', '{gist}', '咨询{phone}。'],
  card: ['number', 'issuer', 'issued', 'inForce', 'gist', 'contact', 'phone'],
  paper: A4,
};
