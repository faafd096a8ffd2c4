import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInTable, maskTable } from '../../../../src/domain/personal-data/table.ts';

import { residentIds, soup } from './samples.ts';

const id = '11010519491231002X';

describe('personal data in a table', () => {
  it('is known by the heading, also where a figure is missing', () => {
    const header = ['姓名', '身份证号', '手机号', '卡号', '家庭住址', '金额'];
    const rows = [
      ['张三', id, '13800001234', '4111111111111111', '示范一村二组12号', '13812345678'],
      ['李四', '6204031985010112', '1380000123', '411111111111', '示范一村3社院内5', '350.00'],
      ['王五', '无', '0943-6621234', '', '示范一村', '350.00'],
    ];
    expect(findInTable(header, rows).columns).toEqual([
      null,
      'resident-id',
      'mobile',
      'bank-card',
      'address',
      null,
    ]);
    expect(maskTable(header, rows)).toEqual([
      ['张三', '110105********002X', '138****1234', '************1111', '示范一村二组***', '13812345678'],
      ['李四', '620403******0112', '138****0123', '********1111', '示范一村3社***', '350.00'],
      ['王五', '无', '0943-6621234', '', '示范一村', '350.00'],
    ]);
  });

  it('is known by most of the cells where the heading says nothing', () => {
    const rows = [
      ['张三', id],
      ['李四', id],
      ['王五', '620403198501011'],
      ['赵六', id],
    ];
    const found = findInTable([], rows);
    expect(found.columns).toEqual([null, 'resident-id']);
    expect(found.findings.map(({ row, column }) => [row, column])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('leaves numbers of documents, offices and amounts alone', () => {
    const header = ['文号', '单位电话', '面积'];
    const rows = [['13800001234号', '0943-6621234', '12.5亩']];
    expect(findInTable(header, rows)).toEqual({ columns: [null, null, null], findings: [] });
  });

  it('is shown where the cadre lifted it', () => {
    expect(maskTable(['电话'], [['13800001234'], ['13900001234']], ['13800001234'])).toEqual([
      ['13800001234'],
      ['139****1234'],
    ]);
  });

  it('is gone after masking, and masking again changes nothing', () => {
    const cells = fc.oneof(soup, residentIds, fc.constant(''));
    const tables = fc.array(fc.array(cells, { maxLength: 3 }), { maxLength: 6 });
    const headers = fc.array(fc.constantFrom('姓名', '身份证', '卡号', '手机', '住址', ''), { maxLength: 3 });
    fc.assert(
      fc.property(headers, tables, (header, rows) => {
        const masked = maskTable(header, rows);
        expect(findInTable(header, masked).findings).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is found in 2,000 rows of 12 columns well within a second or two', () => {
    const row = [
      '张三',
      id,
      '13800001234',
      '示范一村二组12号',
      '4',
      '350.00',
      '2026-11-24',
      '低保',
      '二组',
      '1',
      '',
      '无',
    ];
    const started = performance.now();
    const found = findInTable(
      [],
      Array.from({ length: 2000 }, () => row),
    );
    expect(found.findings).toHaveLength(6000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
