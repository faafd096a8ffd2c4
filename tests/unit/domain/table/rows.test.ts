import { describe, expect, it } from 'vitest';
import { tableFieldOf } from '../../../../src/domain/kind/kind.ts';
import { accounts } from '../../../../src/domain/kind/kinds/accounts.ts';
import { benefitList } from '../../../../src/domain/kind/kinds/benefit-list.ts';
import { KIND_LIMITS, fieldValue, jsonBytes } from '../../../../src/domain/kind/values.ts';
import type { RawRow, RawSheet } from '../../../../src/domain/table/cells.ts';
import { findHeader, mapColumns } from '../../../../src/domain/table/header.ts';
import { typedRows } from '../../../../src/domain/table/rows.ts';
import { separatedRows } from '../../../../src/domain/table/separated.ts';

const list = tableFieldOf(benefitList, 'rows')!;
const spending = tableFieldOf(accounts, 'spendingRows')!;

const sheetOf = (rows: RawRow[], merges: RawSheet['merges'] = []): RawSheet => ({
  name: 'Sheet1',
  hidden: false,
  rows,
  merges,
});

function read(rows: RawRow[], field = list, merges: RawSheet['merges'] = []) {
  const header = findHeader(rows, field.columns)!;
  const mapping = mapColumns(header.names, field.columns);
  return { header, mapping, ...typedRows(sheetOf(rows, merges), header, mapping, field) };
}

const HEADINGS = ['序号', '组别', '户主姓名', '补贴面积（亩）', '补贴标准（元/亩）', '补贴金额(元)', '备注'];

describe('a list as a village keeps it', () => {
  const rows: RawRow[] = [
    ['示范一村2026年耕地地力保护补贴公示表', null, null, null, null, null, null],
    ['单位：元、亩', null, null, null, null, null, null],
    HEADINGS,
    [1, '一社', '李某', 12.5, 102.5, 1281.25, null],
    ['２', null, '王　某', '８．２', '102.50', '840.50元', '—'],
    [null, null, null, null, null, null, null],
    [3, '二社', '赵某', 15, '102.5', '1,537.50', '新开户'],
    ['合 计', null, null, 35.7, null, 3659.25, null],
    ['填表人：马某', null, '审核人：陈某', null, null, null, null],
  ];
  const found = read(rows);

  it('is read under its heading, whatever stands above', () => {
    expect(found.header.row).toBe(2);
    expect(found.mapping).toEqual([null, 'group', 'person', 'quantity', 'rate', 'amount', 'note']);
  });

  it('becomes typed rows, groups filled down, totals, notes and empty rows left out', () => {
    expect(found.table.columns.map(({ id }) => id)).toEqual([
      'group',
      'person',
      'quantity',
      'rate',
      'amount',
      'note',
    ]);
    expect(found.table.rows).toEqual([
      ['一社', '李某', '12.5', 10250, 128125, null],
      ['一社', '王 某', '8.2', 10250, 84050, '—'],
      ['二社', '赵某', '15', 10250, 153750, '新开户'],
    ]);
    expect(found.sources).toEqual([3, 4, 6]);
    expect(found.leftOut).toEqual([
      { row: 5, why: 'empty' },
      { row: 7, why: 'total' },
      { row: 8, why: 'note' },
    ]);
    expect(found.problems).toEqual([]);
    expect(fieldValue.safeParse(found.table).success).toBe(true);
  });

  it('is told when its own total row is wrong', () => {
    const wrong = rows.map((row, at) => (at === 7 ? ['合计', null, null, 35.7, null, 3700, null] : row));
    expect(read(wrong as RawRow[]).problems).toEqual([
      {
        code: 'total-row-differs',
        severity: 'warning',
        row: 7,
        column: 'amount',
        values: { said: '3\u202f700.00', found: '3\u202f659.25' },
      },
    ]);
  });
});

describe('cells that do not fit', () => {
  it('are named by row and column, and the other rows are read', () => {
    const found = read([
      HEADINGS,
      [1, '一社', '李某', '十二亩半', 102.5, '约一千', null],
      [2, '一社', '王某', 8, 102.5, '#REF!', null],
    ]);
    expect(
      found.problems.map(({ code, row, column, values }) => [code, row, column, values['value']]),
    ).toEqual([
      ['not-a-number', 1, 'quantity', '十二亩半'],
      ['not-an-amount', 1, 'amount', '约一千'],
      ['formula-error', 2, 'amount', '#REF!'],
    ]);
    expect(found.table.rows).toHaveLength(2);
  });

  it('an amount finer than a cent is rounded, and that is said', () => {
    const found = read([
      HEADINGS,
      [1, '一社', '李某', 12.345, 102.5, 1265.3625, null],
      [2, '一社', '王某', 8, 102.5, 819.9999999999999, null],
    ]);
    expect(found.table.rows.map((row) => row[4])).toEqual([126536, 82000]);
    expect(found.problems.map(({ code, severity, row }) => [code, severity, row])).toEqual([
      ['rounded', 'warning', 1],
    ]);
  });

  it('identity numbers that the spreadsheet cut are an error, whole ones as text are taken', () => {
    const names = ['姓名', '身份证号码', '一卡通账号', '金额'];
    const found = read([
      names,
      ['李某', '62040219700101123X', "'6217001234567890123", 100],
      ['王某', 620402197001011200, '6.21700123456789E+18', 100],
      ['赵某', '６２０４０２７００１０１１２３', '6217 0012 3456 7890', 100],
    ]);
    expect(found.table.rows.map((row) => [row[1], row[3]])).toEqual([
      ['62040219700101123X', '6217001234567890123'],
      [null, null],
      ['620402700101123', '6217001234567890'],
    ]);
    expect(found.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['digits-lost', 2, 'idNumber'],
      ['digits-lost', 2, 'card'],
    ]);
  });

  it('a missing required column is said once, for the sheet', () => {
    const found = read([
      ['姓名', '面积'],
      ['李某', 3],
    ]);
    expect(found.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['missing-column', null, 'amount'],
    ]);
  });
});

describe('shapes of sheets', () => {
  it('money in 万元 becomes yuan', () => {
    const found = read([
      ['单位：万元', null],
      ['姓名', '金额'],
      ['李某', 1.2],
      ['王某', '0.35'],
    ]);
    expect(found.table.rows.map((row) => row[1])).toEqual([1_200_000, 350_000]);
  });

  it('a heading of two rows is read as one', () => {
    const found = read([
      ['组别', '姓名', '补贴情况', null, '备注'],
      [null, null, '面积', '金额', null],
      ['一社', '李某', 2, 205, null],
    ]);
    expect(found.header).toMatchObject({ row: 0, rows: 2 });
    expect(found.table.rows).toEqual([['一社', '李某', '2', 20_500, null]]);
  });

  it('merged names are filled down, a merged amount stays one amount', () => {
    const found = read(
      [
        ['组别', '姓名', '金额'],
        ['一社', '李某', 205],
        [null, '李某之子', null],
      ],
      list,
      [
        { top: 1, left: 0, bottom: 2, right: 0 },
        { top: 1, left: 2, bottom: 2, right: 2 },
      ],
    );
    expect(found.table.rows).toEqual([
      ['一社', '李某', 20_500],
      ['一社', '李某之子', null],
    ]);
  });

  it('a heading repeated on each page is left out', () => {
    const found = read([
      HEADINGS,
      [1, '一社', '李某', 1, 102.5, 102.5, null],
      HEADINGS,
      [2, '一社', '王某', 2, 102.5, 205, null],
    ]);
    expect(found.table.rows).toHaveLength(2);
    expect(found.leftOut).toEqual([{ row: 2, why: 'heading-again' }]);
  });

  it('dates are read as days in every way that they are written', () => {
    const dates: RawRow[0][] = [
      '2026-10-1',
      '2026/10/01',
      '2026.10.1',
      '2026年10月1日',
      '20261001',
      46296,
      '46296',
      { date: '2026-10-01' },
      '２０２６-１０-１',
    ];
    const found = read(
      [
        ['日期', '摘要', '金额'],
        ...dates.map((date): RawRow => [date, '水费', 1]),
        ['2026-02-30', '电费', 1],
      ],
      spending,
    );
    expect(found.table.rows.slice(0, dates.length).map((row) => row[0])).toEqual(
      dates.map(() => '2026-10-01'),
    );
    expect(found.problems.map(({ code, row }) => [code, row])).toEqual([['not-a-date', 10]]);
  });

  it('a sheet without any known heading has none', () => {
    expect(
      findHeader(
        [
          ['甲', '乙'],
          [1, 2],
        ],
        list.columns,
      ),
    ).toBeNull();
  });
});

describe('what is pasted', () => {
  it('from a spreadsheet comes with tabs, quotes and line ends', () => {
    const text = '姓名\t金额\t备注\r\n李某\t"1,281.25"\t"两行\n""备注"""\r\n王某\t840.5\t\r\n';
    expect(read(separatedRows(text)).table.rows).toEqual([
      ['李某', 128_125, '两行 "备注"'],
      ['王某', 84_050, null],
    ]);
  });
});

describe('a big list', () => {
  it('of 2,000 rows and 12 columns is typed in under two seconds and fits a notice', () => {
    const names = [
      '组',
      '户主',
      '身份证号',
      '类别',
      '人数',
      '面积',
      '标准',
      '金额',
      '一卡通账号',
      '备注',
      '序号',
      '签字',
    ];
    const rows = Array.from({ length: KIND_LIMITS.rows }, (_, at): RawRow => [
      `${1 + (at % 9)}社`,
      `户主${at}`,
      '620402********1234',
      '耕地地力',
      4,
      12.5,
      102.5,
      '1,281.25',
      '***************0123',
      '无',
      at + 1,
      null,
    ]);
    const start = performance.now();
    const found = read([names, ...rows]);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(found.problems).toEqual([]);
    expect(found.table.rows).toHaveLength(KIND_LIMITS.rows);
    expect(jsonBytes({ rows: found.table })).toBeLessThan(KIND_LIMITS.bytes);
    expect(read([names, ...rows, rows[0]!]).problems.map(({ code }) => code)).toEqual(['too-many-rows']);
  });
});
