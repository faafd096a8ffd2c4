import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../src/app/tables/import-panel.tsx';
import {
  addRow,
  appendRows,
  copyRow,
  fullTable,
  isFull,
  removeRow,
  setCell,
} from '../../../../src/app/tables/table-edit.ts';
import { rowLine, totalLines } from '../../../../src/app/tables/table-lines.ts';
import { tableFieldOf } from '../../../../src/domain/kind/kind.ts';
import { benefitList } from '../../../../src/domain/kind/kinds/benefit-list.ts';
import { KIND_LIMITS } from '../../../../src/domain/kind/values.ts';
import { separatedRows } from '../../../../src/domain/table/separated.ts';

const field = tableFieldOf(benefitList, 'rows')!;
const PASTED = '序号\t姓名\t补贴金额\n1\t李某\t1,234.50\n2\t马某\t一百\n合计\t\t1,234.50';

const sheetOf = (text: string) => ({ name: '', hidden: false, rows: separatedRows(text), merges: [] });
const read = (text: string) =>
  readSource({ sheets: [sheetOf(text)], sheet: 0, headerRow: null, mapping: null }, field);

describe('the rows of a table', () => {
  const at = (id: string): number => field.columns.findIndex((column) => column.id === id);

  it('are added, copied, changed and removed without touching the others', () => {
    const one = setCell(addRow(fullTable(field, null)), 0, at('person'), '李某');
    const two = setCell(copyRow(one, 0), 1, at('amount'), 123_450);
    expect(two.rows.map((row) => row[at('person')])).toEqual(['李某', '李某']);
    expect(one.rows[0]?.[at('amount')]).toBeNull();
    expect(removeRow(two, 0).rows).toEqual([two.rows[1]]);
    expect(rowLine(field, two, two.rows[1] ?? [])).toEqual({ name: '李某', amount: '1\u202f234.50' });
    expect(totalLines(field, two, 'zh')).toEqual([{ id: 'amount', name: '金额', value: '1\u202f234.50 元' }]);
  });

  it('are at most as many as a notice holds', () => {
    const row = field.columns.map(() => null);
    const full = { ...fullTable(field, null), rows: Array.from({ length: KIND_LIMITS.rows }, () => row) };
    expect(isFull(full)).toBe(true);
    expect(addRow(full)).toBe(full);
    expect(appendRows(full, full).rows).toHaveLength(KIND_LIMITS.rows);
  });
});

describe('a pasted table', () => {
  it('gives what is good, and names what is not by row and column', () => {
    const found = read(PASTED);
    const table = fullTable(field, found?.imported.table ?? null);
    expect(found?.recognised).toBe(true);
    expect(table.columns).toHaveLength(field.columns.length);
    expect(table.rows).toHaveLength(2);
    expect(found?.imported.problems).toMatchObject([{ code: 'not-an-amount', row: 2, column: 'amount' }]);
    expect(found?.imported.leftOut).toEqual([{ row: 3, why: 'total' }]);
  });
});
