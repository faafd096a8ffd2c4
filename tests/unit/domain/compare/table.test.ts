import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTables, keyColumnsOf } from '../../../../src/domain/compare/table.ts';
import type { ComparedCell, ComparedTable } from '../../../../src/domain/compare/table.ts';

const columns = [
  { id: 'name', name: '姓名', type: 'person' },
  { id: 'group', name: '组', type: 'group' },
  { id: 'area', name: '面积', type: 'quantity' },
  { id: 'amount', name: '金额', type: 'money' },
];
const table = (rows: ComparedCell[][]): ComparedTable => ({ columns, rows });

describe('two versions of a table', () => {
  const before = table([
    ['张三', '一组', '3.5', 35_000],
    ['李四', '一组', '2', 20_000],
    ['王五', '二组', '4', 40_000],
  ]);
  const after = table([
    ['李四', '一组', '2', 20_000],
    ['王五', '二组', '4.25', 42_500],
    ['赵六', '三组', '1', 10_000],
  ]);

  it('are matched by who the row is about, and say what came, went and changed', () => {
    const found = compareTables(before, after);
    expect(found.rows).toEqual([
      { kind: 'gone', key: ['张三', '一组'], before: 0, after: null, cells: [] },
      { kind: 'same', key: ['李四', '一组'], before: 1, after: 0, cells: [] },
      {
        kind: 'changed',
        key: ['王五', '二组'],
        before: 2,
        after: 1,
        cells: [
          { column: 'area', before: '4', after: '4.25', difference: { type: 'number', text: '0.25' } },
          { column: 'amount', before: 40_000, after: 42_500, difference: { type: 'money', fen: 2_500 } },
        ],
      },
      { kind: 'new', key: ['赵六', '三组'], before: null, after: 2, cells: [] },
    ]);
    expect(found.counts).toEqual({ same: 1, changed: 1, new: 1, gone: 1 });
    expect(found.totals).toEqual([{ column: 'amount', before: 95_000, after: 72_500, difference: -22_500 }]);
    expect(found.repeatedKeys).toEqual([]);
  });

  it('take an amount written in another way for the same', () => {
    const text = compareTables(
      table([['张三', '一组', '3.5', '1,350.00']]),
      table([['张 三', '一组', '3.50', '1350']]),
      ['group'],
    );
    expect(text.rows[0]?.cells.map((cell) => cell.column)).toEqual(['name']);
    expect(text.totals[0]?.difference).toBe(0);
  });

  it('say which columns came and went', () => {
    const narrow = { columns: columns.slice(0, 3), rows: before.rows.map((row) => row.slice(0, 3)) };
    expect(compareTables(narrow, before).newColumns.map(({ id }) => id)).toEqual(['amount']);
    expect(compareTables(before, narrow)).toMatchObject({
      goneColumns: [{ id: 'amount' }],
      totals: [],
      counts: { same: 3 },
    });
  });

  it('pair equal rows first where a key is repeated, and say that it is', () => {
    const twice = table([
      ['张三', '一组', '1', 100],
      ['张三', '一组', '2', 200],
    ]);
    const later = table([
      ['张三', '一组', '2', 200],
      ['张三', '一组', '1', 150],
    ]);
    const found = compareTables(twice, later);
    expect(found.rows.map((row) => [row.kind, row.before, row.after])).toEqual([
      ['same', 1, 0],
      ['changed', 0, 1],
    ]);
    expect(found.repeatedKeys).toEqual([['张三', '一组']]);
  });

  it('choose the number for a key where there is one', () => {
    expect(keyColumnsOf(columns)).toEqual(['name', 'group']);
    expect(keyColumnsOf([...columns, { id: 'no', name: '身份证号', type: 'id' }])).toEqual(['no']);
    expect(keyColumnsOf([{ id: 'a', name: '甲', type: 'text' }])).toEqual(['a']);
    expect(keyColumnsOf([])).toEqual([]);
  });

  it('account for every row of both, and swapped they say the opposite', () => {
    const cell = fc.oneof(fc.constantFrom('张三', '李四', '王五', ''), fc.constant(null));
    const rows = fc.array(
      fc
        .tuple(cell, fc.constantFrom('一组', '二组'), fc.constantFrom('1', '2.5', ''), fc.nat(300))
        .map((row) => [...row]),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const found = compareTables(table(one), table(other));
        const numbers = (side: 'before' | 'after') =>
          found.rows.flatMap((row) => (row[side] === null ? [] : [row[side]])).sort((a, b) => a - b);
        expect(numbers('before')).toEqual([...one.keys()]);
        expect(found.rows.flatMap((row) => (row.after === null ? [] : [row.after]))).toEqual([
          ...other.keys(),
        ]);
        const swapped = compareTables(table(other), table(one));
        expect(swapped.counts.new).toBe(found.counts.gone);
        expect(swapped.totals[0]?.difference).toBe(0 - (found.totals[0]?.difference ?? 0));
        expect(compareTables(table(one), table(one)).counts.same).toBe(one.length);
      }),
      { numRuns: 300 },
    );
  });

  it('of 2,000 rows are compared in a moment, also when every key is the same', () => {
    const many = (key: (index: number) => string) =>
      table(Array.from({ length: 2000 }, (_, index) => [key(index), '一组', String(index), index]));
    for (const key of [(index: number) => `户${index}`, () => '同名']) {
      const started = performance.now();
      compareTables(
        many(key),
        many((index) => key(index + 1)),
      );
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});
