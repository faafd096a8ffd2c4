import type { Column, NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { ACCOUNT_BALANCE, ACCOUNT_TOTALS } from '../listed.ts';
import { w } from './words.ts';

const entries: Column[] = [
  { id: 'date', name: w('日期', 'Date'), type: 'date', synonyms: ['时间', '记账日期'] },
  {
    id: 'item',
    name: w('项目', 'Item'),
    type: 'text',
    required: true,
    synonyms: ['摘要', '事项', '内容', '用途', '科目', '名称'],
  },
  {
    id: 'amount',
    name: w('金额', 'Amount'),
    type: 'money',
    required: true,
    synonyms: ['收入', '支出', '收入金额', '支出金额', '发生额'],
  },
  {
    id: 'voucher',
    name: w('凭证号', 'Voucher'),
    type: 'text',
    reuse: 'empty',
    synonyms: ['凭证', '票据号', '单据号'],
  },
  { id: 'handler', name: w('经手人', 'Handled by'), type: 'person', synonyms: ['经办人'] },
  { id: 'approver', name: w('审批人', 'Approved by'), type: 'person', synonyms: ['签批人', '证明人'] },
];

export const accounts: NoticeKind = {
  id: 'accounts',
  name: w('收支账目', 'Accounts'),
  hint: w(
    '按月或按季：上期结余、收入、支出、本期结余，凭证拍照附上。',
    'By month or quarter, with photos of the vouchers.',
  ),
  fields: [
    {
      id: 'period',
      name: w('哪一期', 'Period'),
      type: 'period',
      periods: ['month', 'quarter', 'half-year', 'year'],
      required: true,
    },
    {
      id: 'opening',
      name: w('上期结余', 'Opening balance'),
      type: 'money',
      required: true,
      reuse: { from: 'closing' },
      hint: w('和上期公布的结余一样。', 'The same as the closing balance published last time.'),
    },
    { id: 'income', name: w('本期收入', 'Income'), type: 'money', min: 0, required: true },
    { id: 'spending', name: w('本期支出', 'Spending'), type: 'money', min: 0, required: true },
    {
      id: 'closing',
      name: w('本期结余', 'Closing balance'),
      type: 'money',
      required: true,
      hint: w('照账本填，系统会核对到分。', 'From the book; it is checked to the cent.'),
    },
    {
      id: 'incomeRows',
      name: w('收入明细', 'Income in detail'),
      type: 'table',
      columns: entries,
      key: ['date', 'item', 'voucher'],
      totals: ['amount'],
    },
    {
      id: 'spendingRows',
      name: w('支出明细', 'Spending in detail'),
      type: 'table',
      columns: entries,
      key: ['date', 'item', 'voucher'],
      totals: ['amount'],
    },
    { id: 'owed', name: w('别人欠村里', 'Owed to us'), type: 'money', min: 0 },
    { id: 'owing', name: w('村里欠别人', 'Owed by us'), type: 'money', min: 0 },
    { id: 'note', name: w('说明', 'Note'), type: 'text', long: true, max: 1000, reuse: 'empty' },
    { id: 'bookkeeper', name: w('记账人', 'Bookkeeper'), type: 'person', required: true },
    {
      id: 'reviewer',
      name: w('审核人', 'Reviewed by'),
      type: 'person',
      hint: w('村务监督委员会主任。', 'Head of the supervision committee.'),
    },
  ],
  checks: [
    ACCOUNT_BALANCE,
    ...ACCOUNT_TOTALS,
    { type: 'unique-rows', table: 'spendingRows', columns: ['date', 'item', 'amount', 'voucher'] },
    { type: 'usual-range', table: 'spendingRows', column: 'amount', min: 0, max: 5_000_000 },
  ],
  computed: {
    income: { type: 'column-total', table: 'incomeRows', column: 'amount' },
    spending: { type: 'column-total', table: 'spendingRows', column: 'amount' },
    closing: { type: 'sum', plus: ['opening', 'income'], minus: ['spending'] },
  },
  voice: [
    '{unit}公开{period}账目。',
    '上期结余{opening}。',
    '本期收入{income}，支出{spending}。',
    '本期结余{closing}。',
    '每一笔和凭证都在公开栏上，请大家看。',
  ],
  message: ['{period}账目：上期结余{opening}，收入{income}，支出{spending}，结余{closing}。'],
  card: ['period', 'opening', 'income', 'spending', 'closing', 'bookkeeper', 'reviewer'],
  paper: A4,
};
