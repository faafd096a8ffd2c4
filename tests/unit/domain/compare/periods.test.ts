import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { comparePeriods, earlierOf } from '../../../../src/domain/compare/periods.ts';
import { compareTables } from '../../../../src/domain/compare/table.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { Cell, FieldValue, KindFields, TableValue } from '../../../../src/domain/kind/values.ts';

const accounts = kindOf('accounts');
const list = kindOf('benefit-list');

const fen = (label: string, value: number): FieldValue => ({ type: 'money', label, value });
const account = (opening: number, income: number, spending: number, closing: number): KindFields => ({
  opening: fen('上期结余', opening),
  income: fen('本期收入', income),
  spending: fen('本期支出', spending),
  closing: fen('本期结余', closing),
});

const columns: TableValue['columns'] = [
  { id: 'group', name: '组', type: 'group' },
  { id: 'person', name: '户主', type: 'person' },
  { id: 'amount', name: '金额', type: 'money' },
];
const rowsOf = (rows: Cell[][]): KindFields => ({ rows: { type: 'table', label: '名单', columns, rows } });

describe('an account against the period before', () => {
  it('begins with what the last one ended with', () => {
    const { carried } = comparePeriods(accounts, account(100, 50, 30, 120), account(120, 10, 0, 130), true);
    expect(carried).toEqual({ closing: 120, opening: 120, difference: 0 });
  });

  it('says by how much the balance was not carried over', () => {
    const { carried, same } = comparePeriods(accounts, account(100, 0, 0, 100), account(90, 0, 0, 100), true);
    expect(carried?.difference).toBe(-10);
    expect(same).toBe(false);
  });

  it('is not asked for the balance when a period lies between', () => {
    expect(comparePeriods(accounts, account(1, 0, 0, 1), account(9, 0, 0, 9), false).carried).toBeNull();
  });

  it('points out what doubled or halved, and lets small sums be', () => {
    const before = account(0, 100_000, 2_000, 98_000);
    const { figures } = comparePeriods(accounts, before, account(98_000, 250_000, 6_000, 342_000), true);
    expect(figures.map(({ id, jump }) => [id, jump])).toEqual([
      ['income', true],
      ['spending', false],
      ['closing', true],
    ]);
  });

  it('does not take the entries of one month for those of another', () => {
    const { fields } = SAMPLES.accounts!.content;
    expect(comparePeriods(accounts, fields, fields, false).lists).toEqual([]);
  });
});

describe('a list against the period before', () => {
  it('says who came, who went and whose amount changed, and which change is large', () => {
    const before = rowsOf([
      ['一组', '张某', 30_000],
      ['一组', '李某', 30_000],
      ['二组', '王某', 30_000],
    ]);
    const after = rowsOf([
      ['一组', '张某', 30_000],
      ['一组', '李某', 90_000],
      ['三组', '赵某', 30_000],
    ]);
    const [found] = comparePeriods(list, before, after, true).lists;
    expect(found?.compared.counts).toEqual({ same: 1, changed: 1, new: 1, gone: 1 });
    expect(found?.jumps.map((at) => found.compared.rows[at]?.key)).toEqual([['一组', '李某']]);
  });

  it('compares by what both have: a column that came is no change of every row', () => {
    const before = rowsOf([['一组', '张某', 30_000]]);
    const wide: TableValue = {
      type: 'table',
      columns: [...columns, { id: 'idNumber', name: '身份证号', type: 'id' }],
      rows: [['一组', '张某', 30_000, '622701********1234']],
    };
    expect(comparePeriods(list, before, { rows: wide }, true).lists[0]?.compared.counts.same).toBe(1);
  });

  it('finds nothing in a notice of any kind against itself', () => {
    for (const { content } of Object.values(SAMPLES)) {
      const compared = comparePeriods(kindOf(content.kind), content.fields, content.fields, false);
      expect(compared.same, content.kind).toBe(true);
    }
  });

  it('leads from the one to the other: what it says, done to the list before, makes the list after', () => {
    const row = fc
      .tuple(fc.constantFrom('一组', '二组'), fc.constantFrom('张', '李', '王', '赵', '钱'), fc.nat(500))
      .map(([group, person, amount]): Cell[] => [group, person, amount * 100]);
    const rows = fc.array(row, { maxLength: 14 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const found = compareTables({ columns, rows: one }, { columns, rows: other });
        const made = found.rows.flatMap(({ before, after, cells }) => {
          if (after === null) return [];
          if (before === null) return [other[after]];
          const changed = new Map(cells.map((cell) => [cell.column, cell.after]));
          return [one[before]?.map((cell, at) => changed.get(columns[at]!.id) ?? cell)];
        });
        expect(made).toEqual(other);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

const light = (id: string, period: string, part: Partial<LightNotice> = {}): LightNotice =>
  ({ id, entry: 'e', kind: 'benefit-list', period, withdrawn: null, ...part }) as LightNotice;
const own = { id: 'own', entry: 'e', kind: 'benefit-list', period: '2026-Q4' };

describe('the notice of the period before', () => {
  it('is the one of the quarter before, also over the year', () => {
    expect(earlierOf([light('a', '2026-Q2'), light('b', '2026-Q3')], own)).toMatchObject({
      period: '2026-Q3',
      next: true,
    });
    expect(earlierOf([light('a', '2025-Q4')], { ...own, period: '2026-Q1' })?.next).toBe(true);
  });

  it('is the nearest that was published, and says that one is missing', () => {
    const found = earlierOf([light('a', '2026-Q1'), light('b', '2026-Q2')], own);
    expect(found).toMatchObject({ period: '2026-Q2', next: false });
    expect(found?.notices.map(({ id }) => id)).toEqual(['b']);
  });

  it('is never of another entry, kind, rhythm or a later period, nor withdrawn, nor the notice itself', () => {
    const others = [
      light('a', '2026-Q3', { entry: 'x' }),
      light('b', '2026-Q3', { kind: 'accounts' }),
      light('c', '2026-09'),
      light('d', '2027-Q1'),
      light('e', '2026-Q3', { withdrawn: { acceptedAt: '', reason: '' } }),
      light('own', '2026-Q3'),
    ];
    expect(earlierOf(others, own)).toBeNull();
    expect(earlierOf([light('a', '2026-Q3')], { ...own, period: '' })).toBeNull();
  });
});
