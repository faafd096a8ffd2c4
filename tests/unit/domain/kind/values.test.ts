import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenBlocks } from '../../../../src/domain/kind/blocks.ts';
import { decimalOf, isDecimal, parseDecimal, scaledOf } from '../../../../src/domain/kind/decimal.ts';
import { accounts } from '../../../../src/domain/kind/kinds/accounts.ts';
import { benefitList } from '../../../../src/domain/kind/kinds/benefit-list.ts';
import { emptyFor } from '../../../../src/domain/kind/reuse.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { KindFields, TableValue } from '../../../../src/domain/kind/values.ts';
import { KIND_LIMITS, jsonBytes, kindContent, kindFields } from '../../../../src/domain/kind/values.ts';

const fieldsOf = (id: string): KindFields => SAMPLES[id]!.content.fields;

describe('what a notice holds', () => {
  const accepts = (fields: unknown): boolean => kindFields.safeParse(fields).success;
  const table = (columns: number, rows: number, cell: string | number | null = null): TableValue => ({
    type: 'table',
    columns: Array.from({ length: columns }, (_, at) => ({ id: `c${at}`, name: `第${at}列`, type: 'text' })),
    rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
  });

  it('of a kind that is not known here is stored all the same', () => {
    expect(
      kindContent.safeParse({
        kind: 'water-quality',
        fields: { ph: { type: 'quantity', value: '7.2', unit: '' } },
      }).success,
    ).toBe(true);
  });

  it('holds 2,000 rows of 12 columns of a real list, and not one more', () => {
    const row = [
      '1社',
      '户主某',
      '620402********1234',
      '耕地',
      '4',
      '12.5',
      '102.5',
      128_125,
      '***********0123',
      '',
      null,
      1,
    ];
    const full = { ...table(12, 0), rows: Array.from({ length: KIND_LIMITS.rows }, () => row) };
    expect(jsonBytes({ rows: full })).toBeLessThan(KIND_LIMITS.bytes);
    expect(accepts({ rows: full })).toBe(true);
    expect(accepts({ rows: { ...full, rows: [...full.rows, row] } })).toBe(false);
    expect(accepts({ rows: table(13, 1) })).toBe(false);
  });

  it('is refused when all of it together is too much, though each part fits', () => {
    expect(accepts({ rows: table(12, 2_000, '字'.repeat(10)) })).toBe(false);
    expect(accepts({ rows: table(2, 2_000, '字'.repeat(10)) })).toBe(true);
  });

  it.each([
    ['rows of another length', { rows: { ...table(2, 0), rows: [['x']] } }],
    [
      'a column twice',
      { rows: { ...table(1, 0), columns: [...table(1, 0).columns, ...table(1, 0).columns] } },
    ],
    ['half a cent', { a: { type: 'money', value: 0.5 } }],
    ['a decimal that is not canonical', { a: { type: 'quantity', value: '1.50', unit: '亩' } }],
    ['a day that never was', { a: { type: 'date', value: '2026-02-30' } }],
    ['a period that is none', { a: { type: 'period', value: '2026-Q5' } }],
    ['a type that is not known', { a: { type: 'html', value: '<b>' } }],
    ['more than it should', { a: { type: 'date', value: '2026-02-03', extra: 1 } }],
    ['a field named like every object’s', { constructor: { type: 'date', value: '2026-02-03' } }],
    ['a text of spaces', { a: { type: 'text', value: '  ' } }],
    ['a cell that is a truth', { rows: { ...table(1, 0), rows: [[true]] } }],
  ])('is refused with %s', (_, fields) => {
    expect(accepts(fields)).toBe(false);
  });

  it('is shown without its kind under the labels and columns that it carries', () => {
    const blocks = screenBlocks(null, {
      ph: { type: 'quantity', label: '酸碱度', value: '7.2', unit: '' },
      rows: { ...table(1, 1, '一社'), label: '取水点' },
    });
    expect(blocks).toEqual([
      { type: 'facts', facts: [{ label: '酸碱度', value: '7.2' }] },
      { type: 'heading', text: '取水点' },
      {
        type: 'table',
        field: 'rows',
        name: '取水点',
        columns: [{ id: 'c0', name: '第0列', align: 'start', isKey: false }],
        rows: [['一社']],
        totals: null,
      },
    ]);
  });

  it('keeps the label of its day when the kind changes its words', () => {
    const fields: KindFields = { period: { type: 'period', label: '月份（旧名）', value: '2026-10' } };
    expect(JSON.stringify(screenBlocks(accounts, fields))).toContain('月份（旧名）');
  });
});

describe('the next period', () => {
  it('of accounts opens with the closing balance of the last, in the month after it', () => {
    const next = emptyFor(accounts, fieldsOf('accounts'));
    expect(next['opening']).toEqual({ type: 'money', label: '上期结余', value: 2_070_420 });
    expect(next['period']).toEqual({ type: 'period', label: '哪一期', value: '2026-11' });
    expect(next['income']).toBeUndefined();
    expect((next['spendingRows'] as TableValue).rows[0]).toEqual([
      null,
      '水渠清淤',
      null,
      null,
      '李某',
      '陈某',
    ]);
  });

  it('of a list keeps the households and their areas, without amounts', () => {
    const next = emptyFor(benefitList, fieldsOf('benefit-list'));
    expect((next['rows'] as TableValue).rows[0]).toEqual(['一社', '李某', '12.5', null, null, null]);
  });

  it('leaves the notice that it came from as it was', () => {
    const before = JSON.stringify(fieldsOf('accounts'));
    emptyFor(accounts, fieldsOf('accounts'));
    expect(JSON.stringify(fieldsOf('accounts'))).toBe(before);
  });
});

describe('decimals', () => {
  it('have one text for one figure, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (scaled) => {
        expect(isDecimal(decimalOf(scaled))).toBe(true);
        expect(scaledOf(decimalOf(scaled))).toBe(scaled === 0 ? 0 : scaled);
      }),
      { seed: 4 },
    );
  });

  it.each([
    ['１２．５０', '12.5', false],
    ['1,234.5', '1234.5', false],
    ['102.49999999999999', '102.5', false],
    ['0.00005', '0.0001', true],
    ['-0', '0', false],
    ['.5', '0.5', false],
  ])('%s is %s', (typed, text, rounded) => {
    expect(parseDecimal(typed)).toEqual({ ok: true, text, rounded });
  });

  it.each(['十二', '1.2.3', '1,23', '--1', '1e5'])('%s is none', (typed) => {
    expect(parseDecimal(typed)).toEqual({ ok: false, code: 'not-a-number' });
  });
});
