import type { NoticeKind } from '../kind.ts';
import { A4 } from '../kind.ts';
import { options, w } from './words.ts';

export const budget: NoticeKind = {
  id: 'budget',
  name: w('预算和决算', 'Budget and final accounts'),
  hint: w('一年的预算或决算、专项资金怎样用。', 'A year of budget or accounts, and special funds.'),
  fields: [
    {
      id: 'sort',
      name: w('预算还是决算', 'Which'),
      type: 'choice',
      required: true,
      options: options(
        ['预算', 'budget'],
        ['预算调整', 'change of budget'],
        ['决算', 'final accounts'],
        ['专项资金', 'special fund'],
      ),
    },
    {
      id: 'year',
      name: w('年度', 'Year'),
      type: 'period',
      periods: ['year', 'half-year', 'quarter'],
      required: true,
    },
    { id: 'income', name: w('收入合计', 'Income'), type: 'money', min: 0, required: true },
    { id: 'spending', name: w('支出合计', 'Spending'), type: 'money', min: 0, required: true },
    {
      id: 'incomeRows',
      name: w('收入', 'Income in detail'),
      type: 'table',
      columns: [
        {
          id: 'item',
          name: w('科目', 'Item'),
          type: 'text',
          required: true,
          synonyms: ['项目', '名称', '收入项目'],
        },
        {
          id: 'amount',
          name: w('金额', 'Amount'),
          type: 'money',
          required: true,
          synonyms: ['预算数', '决算数', '收入'],
        },
        { id: 'note', name: w('说明', 'Note'), type: 'text', synonyms: ['备注'] },
      ],
      key: ['item'],
      totals: ['amount'],
    },
    {
      id: 'spendingRows',
      name: w('支出', 'Spending in detail'),
      type: 'table',
      columns: [
        {
          id: 'item',
          name: w('科目', 'Item'),
          type: 'text',
          required: true,
          synonyms: ['项目', '名称', '支出项目'],
        },
        {
          id: 'amount',
          name: w('金额', 'Amount'),
          type: 'money',
          required: true,
          synonyms: ['预算数', '决算数', '支出'],
        },
        { id: 'note', name: w('说明', 'Note'), type: 'text', synonyms: ['备注'] },
      ],
      key: ['item'],
      totals: ['amount'],
    },
    { id: 'travel', name: w('其中“三公”经费', 'Of it: receptions, cars, journeys'), type: 'money', min: 0 },
    { id: 'note', name: w('说明', 'Note'), type: 'text', long: true, max: 3000, reuse: 'empty' },
    { id: 'approved', name: w('批准日期', 'Approved'), type: 'date' },
    { id: 'approver', name: w('谁批准的', 'Approved by'), type: 'text' },
  ],
  checks: [
    { type: 'column-total', table: 'incomeRows', column: 'amount', field: 'income' },
    { type: 'column-total', table: 'spendingRows', column: 'amount', field: 'spending' },
  ],
  computed: {
    income: { type: 'column-total', table: 'incomeRows', column: 'amount' },
    spending: { type: 'column-total', table: 'spendingRows', column: 'amount' },
  },
  voice: ['{unit}公开{year}{sort}。', '收入{income}，支出{spending}。', '其中三公经费{travel}。'],
  message: ['{year}{sort}：收入{income}，支出{spending}。'],
  card: ['sort', 'year', 'income', 'spending', 'travel', 'approved'],
  paper: A4,
};
