import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields, mayPublish } from '../../../../src/domain/kind/check.ts';
import { computedFields } from '../../../../src/domain/kind/figures.ts';
import type { Check, NoticeKind } from '../../../../src/domain/kind/kind.ts';
import { A4 } from '../../../../src/domain/kind/kind.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { PROBLEMS, problemText } from '../../../../src/domain/kind/problems.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { Cell, FieldValue, KindFields, TableValue } from '../../../../src/domain/kind/values.ts';

const sample = (id: string, changes: Record<string, FieldValue | undefined> = {}) => {
  const fields: KindFields = { ...SAMPLES[id]!.content.fields };
  for (const [field, value] of Object.entries(changes)) {
    if (value) fields[field] = value;
    else delete fields[field];
  }
  return fields;
};
const problemsOf = (id: string, changes: Record<string, FieldValue | undefined>) =>
  checkFields(kindOf(id)!, sample(id, changes));
const codes = (id: string, changes: Record<string, FieldValue | undefined>) =>
  problemsOf(id, changes).map(({ code, field, row, column }) =>
    [code, field, row, column].filter((part) => part !== undefined),
  );

const rowsOf = (id: string, field: string): TableValue => SAMPLES[id]!.content.fields[field] as TableValue;

/** The sample's table with one cell changed. */
function withCell(id: string, field: string, row: number, column: string, cell: Cell): TableValue {
  const table = rowsOf(id, field);
  const at = table.columns.findIndex((one) => one.id === column);
  const rows = table.rows.map((own, index) =>
    own.map((held, place) => (index === row && place === at ? cell : held)),
  );
  return { ...table, rows };
}

const money = (value: number): FieldValue => ({ type: 'money', value });
const text = (value: string): FieldValue => ({ type: 'text', value });
const date = (value: string): FieldValue => ({ type: 'date', value });

describe('accounts', () => {
  it('that do not balance by one cent are stopped, and the difference is said', () => {
    const found = problemsOf('accounts', { closing: money(2_070_421) });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['balance-differs', 'error']]);
    expect(problemText(found[0]!)).toBe(
      '按上期结余加收入减支出应是 20\u202f704.20，写的是 20\u202f704.21，差 +0.01',
    );
    expect(mayPublish(found)).toBe(false);
  });

  it('of which the items do not come to the total are stopped', () => {
    expect(
      codes('accounts', { incomeRows: withCell('accounts', 'incomeRows', 1, 'amount', 270_001) }),
    ).toEqual([['total-differs', 'income']]);
  });

  it('balance exactly when opening, income and spending make the closing balance, to the cent', () => {
    const fen = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(fen, fen, fen, fc.integer({ min: -2, max: 2 }), (opening, income, spending, off) => {
        const fields = {
          opening: money(opening),
          income: money(income),
          spending: money(spending),
          closing: money(opening + income - spending + off),
        };
        const found = checkFields(kindOf('accounts')!, fields).filter(
          ({ code }) => code === 'balance-differs',
        );
        expect(found.length).toBe(off === 0 ? 0 : 1);
      }),
      { seed: 4 },
    );
  });

  it('offer what they come to, and do not put it over what is in the book', () => {
    const fields = sample('accounts', { income: undefined, spending: undefined, closing: undefined });
    expect(computedFields(kindOf('accounts')!, fields)).toEqual({
      income: money(1_230_000),
      spending: money(984_620),
      closing: money(2_070_420),
    });
  });
});

describe('a benefit list', () => {
  it('says in its own words how many and how much, and is stopped when the rows say otherwise', () => {
    const table = rowsOf('benefit-list', 'rows');
    expect(codes('benefit-list', { rows: { ...table, rows: table.rows.slice(1) } })).toEqual([
      ['count-differs', 'households'],
      ['total-differs', 'total'],
    ]);
  });

  it('warns of the same household twice, and may still be published', () => {
    const table = rowsOf('benefit-list', 'rows');
    const rows = [...table.rows, table.rows[0]!];
    const found = checkFields(
      kindOf('benefit-list')!,
      sample('benefit-list', {
        rows: { ...table, rows },
        households: { type: 'quantity', value: '6', unit: '户' },
        total: money(540_688 + 128_125),
      }),
    );
    expect(found.map(({ code, row, values }) => [code, row, values?.['other']])).toEqual([
      ['duplicate-row', 5, '1'],
    ]);
    expect(mayPublish(found)).toBe(true);
  });

  it('warns of an amount that is not area times rate', () => {
    const rows = withCell('benefit-list', 'rows', 0, 'amount', 12_812_500);
    const found = problemsOf('benefit-list', { rows, total: money(540_688 - 128_125 + 12_812_500) });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['product-differs', 'warning'],
      ['unusual-amount', 'warning'],
    ]);
  });

  it('that was paid says when', () => {
    expect(codes('benefit-list', { stage: { type: 'choice', value: '发放结果' } })).toEqual([
      ['required', 'paidOn'],
    ]);
  });
});

describe('single values', () => {
  it('are checked by their field', () => {
    expect(codes('letter', { text: undefined })).toEqual([['required', 'text']]);
    expect(codes('letter', { text: date('2026-10-01') })).toEqual([['wrong-type', 'text']]);
    expect(codes('plain', { other: text('x') })).toEqual([['unknown-field', 'other']]);
    expect(codes('policy', { number: text('长'.repeat(61)) })).toEqual([['too-long', 'number']]);
    expect(codes('policy', { state: { type: 'choice', value: '有效' } })).toEqual([
      ['unknown-choice', 'state'],
    ]);
    expect(codes('attendance', { month: { type: 'period', value: '2026-Q4' } })).toEqual([
      ['wrong-period', 'month'],
    ]);
    expect(codes('project', { percent: { type: 'quantity', value: '101', unit: '%' } })).toEqual([
      ['out-of-range', 'percent'],
    ]);
    expect(codes('project', { percent: { type: 'quantity', value: '65', unit: '米' } })).toEqual([
      ['wrong-unit', 'percent'],
    ]);
    expect(codes('service-guide', { fee: money(-1) })).toEqual([['out-of-range', 'fee']]);
  });

  it('dates go in order', () => {
    expect(codes('policy', { inForce: date('2026-10-08') })).toEqual([['dates-out-of-order', 'inForce']]);
  });

  it('a relief notice has money or goods', () => {
    expect(codes('relief-goods', { moneyIn: undefined, goods: undefined })).toEqual([
      ['one-of-needed', 'moneyIn'],
    ]);
  });
});

describe('tables', () => {
  it('are checked cell by cell, with row and column', () => {
    expect(
      codes('accounts', { spendingRows: withCell('accounts', 'spendingRows', 1, 'item', null) }),
    ).toEqual([['required', 'spendingRows', 1, 'item']]);
    expect(codes('attendance', { rows: withCell('attendance', 'rows', 0, 'role', '书记') })).toEqual([
      ['bad-cell', 'rows', 0, 'role'],
    ]);
  });

  it('have their required columns and rows', () => {
    const table = rowsOf('attendance', 'rows');
    const narrow: TableValue = {
      type: 'table',
      columns: table.columns.slice(0, 3),
      rows: table.rows.map((row) => row.slice(0, 3)),
    };
    expect(codes('attendance', { rows: narrow })).toEqual([
      ['missing-column', 'rows', 'due'],
      ['missing-column', 'rows', 'present'],
    ]);
    expect(codes('attendance', { rows: { ...table, rows: [] } })).toEqual([['no-rows', 'rows']]);
  });

  it('nobody is present on more days than the month has', () => {
    expect(codes('attendance', { rows: withCell('attendance', 'rows', 0, 'present', '31.5') })).toEqual([
      ['more-than-allowed', 'rows', 0, 'present'],
    ]);
  });

  it.each([
    ['71.7', true],
    ['71.67', true],
    ['72', true],
    ['71', false],
    ['71.6', false],
  ])('86 of 120 may be said as %s %%: %s', (percent, right) => {
    const found = codes('progress', { items: withCell('progress', 'items', 0, 'percent', percent) });
    expect(found).toEqual(right ? [] : [['percent-differs', 'items', 0, 'percent']]);
  });

  it('contracts end after they begin, and no more goods go out than came in', () => {
    expect(codes('assets', { contracts: withCell('assets', 'contracts', 0, 'until', '2023-01-01') })).toEqual(
      [['dates-out-of-order', 'contracts', 0, 'until']],
    );
    expect(codes('relief-goods', { goods: withCell('relief-goods', 'goods', 0, 'went', '121') })).toEqual([
      ['more-than-allowed', 'goods', 0, 'went'],
    ]);
  });
});

describe('checks that a kind of the future may use', () => {
  const w = { zh: '甲', en: 'a' };
  const kind = (checks: Check[]): NoticeKind => ({
    id: 'test',
    name: w,
    hint: w,
    fields: [
      { id: 'part', name: w, type: 'quantity', unit: '亩' },
      { id: 'whole', name: w, type: 'quantity', unit: '亩' },
      { id: 'percent', name: w, type: 'quantity', unit: '%' },
    ],
    checks,
    voice: [],
    message: [],
    card: [],
    paper: A4,
  });
  const quantity = (value: string, unit: string): FieldValue => ({ type: 'quantity', value, unit });

  it('percent of two fields, and parts that make a total', () => {
    const fields = { part: quantity('86', '亩'), whole: quantity('120', '亩'), percent: quantity('80', '%') };
    const percent = kind([{ type: 'percent', part: 'part', whole: 'whole', percent: 'percent' }]);
    expect(checkFields(percent, fields).map(({ code, values }) => [code, values?.['found']])).toEqual([
      ['percent-differs', '71.7'],
    ]);
    const sum = kind([{ type: 'sum', parts: ['part'], total: 'whole' }]);
    expect(checkFields(sum, fields).map(({ code, values }) => [code, values?.['found']])).toEqual([
      ['total-differs', '86'],
    ]);
  });

  it('every problem has words in both languages, with all its places filled by the values it names', () => {
    for (const [code, words] of Object.entries(PROBLEMS)) {
      const places = (one: string) => [...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(places(words.en), code).toEqual(places(words.zh));
    }
  });
});
