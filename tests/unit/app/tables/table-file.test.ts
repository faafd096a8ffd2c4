import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/app/tables/encoding.ts';
import { TABLE_FILE_LIMITS, readTableFile } from '../../../../src/app/tables/table-file.ts';
import { tableFieldOf } from '../../../../src/domain/kind/kind.ts';
import { benefitList } from '../../../../src/domain/kind/kinds/benefit-list.ts';
import { findHeader, mapColumns } from '../../../../src/domain/table/header.ts';
import { typedRows } from '../../../../src/domain/table/rows.ts';
import { changed, compoundDocument, fileOf, inGbk, workbook, workbookOf } from './files.ts';

const list = tableFieldOf(benefitList, 'rows')!;

const sheetsOf = async (name: string, bytes: Uint8Array) => {
  const found = await readTableFile(fileOf(name, bytes));
  if (!found.ok) throw new Error(found.code);
  return found.sheets;
};

const codeOf = async (name: string, bytes: Uint8Array) => {
  const found = await readTableFile(fileOf(name, bytes));
  return found.ok ? 'read' : found.code;
};

const FIRST_SHEET = 'xl/worksheets/sheet1.xml';

describe('a workbook', () => {
  it('is read with its texts, figures, days and merged cells', async () => {
    const bytes = await workbook([
      [{ value: '补贴公示表', columnSpan: 3 }, null, null],
      ['社', '姓名', '金额', '日期'],
      [
        { value: '一社', rowSpan: 2 },
        '李某',
        1281.25,
        { value: new Date(Date.UTC(2026, 9, 1)), format: 'yyyy/mm/dd' },
      ],
      [null, '王<某>&', 840.5],
    ]);
    const [sheet] = await sheetsOf('a.xlsx', bytes);
    expect(sheet!.rows).toEqual([
      ['补贴公示表', null, null, null],
      ['社', '姓名', '金额', '日期'],
      ['一社', '李某', 1281.25, { date: '2026-10-01' }],
      [null, '王<某>&', 840.5, null],
    ]);
    expect(sheet!.merges).toContainEqual({ top: 2, left: 0, bottom: 3, right: 0 });
  });

  it('lists its sheets by name, hidden ones last, empty ones not at all', async () => {
    const bytes = await workbookOf([
      { data: [['备用']], sheet: '草稿' },
      { data: [['姓名'], ['李某']], sheet: '一社' },
      { data: [], sheet: '空表' },
    ]);
    const hidden = changed(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('name="草稿"', 'name="草稿" state="hidden"'),
    );
    const sheets = await sheetsOf('a.xlsx', hidden);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一社', false],
      ['草稿', true],
    ]);
  });

  it('shows errors of formulas instead of silence', async () => {
    const bytes = changed(
      await workbook([
        ['姓名', '金额'],
        ['李某', 12],
      ]),
      FIRST_SHEET,
      (xml) => xml.replace(/<c r="B2"[^>]*><v>12<\/v><\/c>/, '<c r="B2" t="e"><f>A1</f><v>#REF!</v></c>'),
    );
    expect((await sheetsOf('a.xlsx', bytes))[0]!.rows[1]).toEqual(['李某', '#REF!']);
  });

  it('with formatted empty cells down to the last row is as long as its data', async () => {
    const bytes = changed(await workbook([['姓名'], ['李某']]), FIRST_SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="1048576" spans="1:1"><c r="XFD1048576" s="1"/></row></sheetData>'),
    );
    expect((await sheetsOf('a.xlsx', bytes))[0]!.rows).toHaveLength(2);
  });

  it('with a cell in the last row and column is refused before it fills the memory', async () => {
    const bytes = changed(await workbook([['姓名']]), FIRST_SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(await codeOf('a.xlsx', bytes)).toBe('too-many-cells');
  });

  it('whose sheet is one endless broken tag is given up at once', async () => {
    const bytes = changed(await workbook([['姓名']]), FIRST_SHEET, () =>
      '<c r="A1" <mergeCell '.repeat(200_000),
    );
    const start = performance.now();
    expect(await codeOf('a.xlsx', bytes)).toBe('corrupt');
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('of 2,000 rows and 12 columns is read and typed in under two seconds', async () => {
    const names = [
      '序号',
      '社',
      '户主',
      '身份证号',
      '类别',
      '人数',
      '面积',
      '标准',
      '金额',
      '一卡通账号',
      '电话',
      '备注',
    ];
    const rows = Array.from({ length: 2_000 }, (_, at) => [
      at + 1,
      `${1 + (at % 9)}社`,
      `户主${at}`,
      '62040219700101123X',
      '耕地地力',
      4,
      12.5,
      102.5,
      1281.25,
      '6217001234567890123',
      '13800000000',
      '已核对',
    ]);
    const bytes = await workbook([names, ...rows]);
    const start = performance.now();
    const [sheet] = await sheetsOf('a.xlsx', bytes);
    const header = findHeader(sheet!.rows, list.columns)!;
    const found = typedRows(sheet!, header, mapColumns(header.names, list.columns), list);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(found.table.rows).toHaveLength(2_000);
    expect(found.problems).toEqual([]);
  });
});

describe('a file of commas', () => {
  const text = '组,姓名,金额\r\n一社,李某,"1,281.25"\r\n二社,龚某,840.50\r\n';
  const rows = [
    ['组', '姓名', '金额'],
    ['一社', '李某', '1,281.25'],
    ['二社', '龚某', '840.50'],
  ];
  const utf16 = (mark: [number, number], low: 0 | 1): Uint8Array =>
    new Uint8Array([
      ...mark,
      ...[...text].flatMap((one) => {
        const pair = [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8];
        return low === 0 ? pair : pair.reverse();
      }),
    ]);

  it.each([
    ['GBK', inGbk(text)],
    ['UTF-8', strToU8(text)],
    ['UTF-8 with its mark', strToU8(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16([0xff, 0xfe], 0)],
    ['UTF-16, high byte first', utf16([0xfe, 0xff], 1)],
  ])('in %s is read the same', async (_, bytes) => {
    const [sheet] = await sheetsOf('名单.csv', bytes);
    expect(sheet).toMatchObject({ name: '名单', rows });
  });

  it('in GB18030 holds rare characters of names', () => {
    // 㼆 in four bytes.
    expect(decodeText(new Uint8Array([0x81, 0x39, 0xef, 0x30, 0x2c]))?.encoding).toBe('gb18030');
  });
});

describe('a file that cannot be read', () => {
  it('is refused with what the person can do about it', async () => {
    const good = await workbook([['姓名'], ['李某']]);
    expect(await codeOf('a.csv', new Uint8Array())).toBe('empty');
    expect(await codeOf('a.csv', strToU8('\r\n,,\r\n'))).toBe('empty');
    expect(await codeOf('a.xls', compoundDocument('Workbook'))).toBe('old-format');
    expect(await codeOf('a.xlsx', compoundDocument('EncryptedPackage'))).toBe('encrypted');
    expect(await codeOf('a.xlsx', good.slice(0, good.length / 2))).toBe('corrupt');
    expect(await codeOf('a.docx', zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not-a-table');
    expect(await codeOf('a.xlsb', zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('old-format');
    expect(await codeOf('a.xls', strToU8('<html><table><tr><td>1</td></tr></table></html>'))).toBe(
      'not-a-table',
    );
    expect(await codeOf('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('not-a-table');
  });

  it('is refused by its size, packed or unpacked, without being read', async () => {
    const large = {
      name: 'a.xlsx',
      size: TABLE_FILE_LIMITS.packed + 1,
      arrayBuffer: () => Promise.reject(new Error()),
    };
    expect(await readTableFile(large)).toEqual({ ok: false, code: 'too-large' });
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      [FIRST_SHEET]: new Uint8Array(TABLE_FILE_LIMITS.unpacked),
    });
    expect(await codeOf('a.xlsx', bomb)).toBe('too-large');
  });

  it('is refused when it goes away while it is read', async () => {
    const gone = { name: 'a.xlsx', size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await readTableFile(gone)).toEqual({ ok: false, code: 'corrupt' });
  });

  it('never throws, wherever a workbook is damaged', async () => {
    const good = await workbook([
      ['姓名', '金额'],
      ['李某', 3],
    ]);
    for (let at = 0; at < good.length; at += 7) {
      const damaged = good.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await readTableFile(fileOf('a.xlsx', damaged));
      await readTableFile(fileOf('a.xlsx', good.slice(0, at)));
    }
  });
});
