import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { KindFields, TableColumn } from '../../../../src/domain/kind/values.ts';
import { findOwnRows, hasOwnNumbers, ownTables } from '../../../../src/domain/search/own-row.ts';

const columns: TableColumn[] = [
  { id: 'person', name: '户主', type: 'person' },
  { id: 'idNumber', name: '身份证号', type: 'id' },
  { id: 'amount', name: '金额', type: 'money' },
];
const list = (...rows: [string, string | null, number][]): KindFields => ({
  rows: { type: 'table', label: '名单', columns, rows },
});
const fields = list(
  ['王小明', '620403********0018', 20_500],
  ['李 某', '620403********123X', 20_500],
  ['王某某', null, 41_000],
);
const rows = (who: Parameters<typeof findOwnRows>[1]): number[] =>
  findOwnRows(fields, who).map(({ row }) => row);

describe('somebody in a list', () => {
  it.each([
    ['王小明', [0]],
    ['小明', [0]],
    ['李某', [1]],
    ['李　某', [1]],
    ['wxm', [0]],
    ['wangxiaoming', [0]],
    ['赵某', []],
  ])('is found by the name %s', (name, at) => {
    expect(rows({ by: 'name', name })).toEqual(at);
  });

  it.each([
    ['0018', [0]],
    ['123X', [1]],
    ['123x', [1]],
    ['9999', []],
  ])('is found by the last four figures %s', (digits, at) => {
    expect(rows({ by: 'last-four', digits })).toEqual(at);
  });

  it('is not looked for by less than two characters or four figures', () => {
    expect(rows({ by: 'name', name: '王' })).toEqual([]);
    expect(rows({ by: 'name', name: '  ' })).toEqual([]);
    expect(rows({ by: 'last-four', digits: '018' })).toEqual([]);
    expect(rows({ by: 'last-four', digits: '****' })).toEqual([]);
  });

  it('is not looked for among figures of money', () => {
    expect(findOwnRows(list(['王某', null, 1234]), { by: 'last-four', digits: '1234' })).toEqual([]);
  });
});

describe('lists for oneself', () => {
  it('are those of benefits and relief, and not those of the accounts, where people only handled the money', () => {
    const withNames = (kind: string): boolean => ownTables(SAMPLES[kind]!.content.fields).length > 0;
    expect(withNames('benefit-list')).toBe(true);
    expect(withNames('relief-goods')).toBe(true);
    expect(withNames('accounts')).toBe(false);
    expect(withNames('plain')).toBe(false);
  });

  it('say whether they have numbers', () => {
    expect(hasOwnNumbers(fields)).toBe(true);
    expect(hasOwnNumbers(SAMPLES['benefit-list']!.content.fields)).toBe(false);
  });
});
