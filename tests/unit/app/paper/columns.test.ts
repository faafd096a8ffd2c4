import { describe, expect, it } from 'vitest';
import { columnsOf, emsOf } from '../../../../src/app/paper/columns.ts';

const column = (id: string, name: string, align: 'start' | 'end' = 'start') => ({
  id,
  name,
  align,
  isKey: false,
});
const COLUMNS = [column('group', '组'), column('person', '户主'), column('amount', '金额（元）', 'end')];
const ROWS = [
  ['一组', '王某', '1 205.00'],
  ['二组', '欧阳某某', '98.50'],
];

describe('the columns of a table on paper', () => {
  it('share the whole width', () => {
    const { widths } = columnsOf(COLUMNS, ROWS, 35);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100);
    expect(widths[2]).toBeGreaterThan(widths[0]!);
  });

  it('keep the type of the sheet while there is room, and shrink it to no less than can be read', () => {
    expect(columnsOf(COLUMNS, ROWS, 35).scale).toBe(1);
    const wide = Array.from({ length: 12 }, (_, n) => column(`c${n}`, '补贴面积（亩）', 'end'));
    const rows = [wide.map(() => '123 456 789.00')];
    expect(columnsOf(wide, rows, 60).scale).toBeLessThan(1);
    expect(columnsOf(wide, rows, 20).scale).toBe(0.6);
  });

  it('let words wrap, and figures never', () => {
    const words = columnsOf([column('a', '事项'), column('b', '号')], [['很'.repeat(60), '1']], 35);
    expect(words.scale).toBe(1);
    const digits = columnsOf([column('a', '身份证号')], [['620403********1000'.repeat(4)]], 35);
    expect(digits.scale).toBeLessThan(1);
  });

  it('count a Chinese character as one em and a digit as a little more than half', () => {
    expect(emsOf('王某12')).toBeCloseTo(3.16);
  });
});
