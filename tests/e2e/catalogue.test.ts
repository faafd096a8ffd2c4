/** The office keeps the catalogue: by form, by spreadsheet, and as a notice that residents read. */
import writeExcelFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/app/tables/workbook.ts';
import { textOf } from '../../src/domain/table/cells.ts';
import type { Office } from './harness/office.ts';
import { problemsOf } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;
let office: Office;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const keeps = async (): Promise<void> => {
  await office.button('存好').click();
  await office.sees(/乡里已收下/, { within: 30_000 });
};

/** The file that the office exports, as rows of text. */
async function exported(): Promise<string[][]> {
  const saved = office.page.waitForEvent('download');
  await office.button('导出成表格').click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/公开目录\.xlsx$/);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  const read = await readWorkbook(new Uint8Array(Buffer.concat(parts)));
  if (!read.ok) throw new Error(read.code);
  return read.sheets[0]!.rows.map((row) => row.map(textOf));
}

describe('the catalogue', () => {
  it('is changed by form: who reviews an entry, and from when another is no longer used', async () => {
    office = await township.office();
    await office.goes('/office/catalogue/money-accounts');
    await office.page.getByLabel('公开以前谁先看（先审后公开）').selectOption({ label: '党政办' });
    expect(await problemsOf(office.page, 'the form for an entry', null)).toEqual([]);
    // What was filled in stays through a reload.
    await office.page.reload();
    expect(await office.page.getByLabel('公开以前谁先看（先审后公开）').inputValue()).toBe('office');
    await keeps();
    const row = office.page.getByRole('row').filter({ hasText: '村集体收支账目' });
    await row.getByText('先由党政办看').waitFor();

    await office.goes('/office/catalogue/gov-plan');
    await office.page.getByLabel('用到哪天').fill('2026-01-31');
    await keeps();
    await office.sees('2026-01-31 停用');
    expect(await problemsOf(office.page, 'the catalogue', null)).toEqual([]);
  });

  it('goes out as a notice that nobody typed, and residents read it on the tablet', async () => {
    const tablet = await township.tablet();
    await office.goes('/office/catalogue');
    await office.button('做公开目录公告').click();
    await office.page.waitForURL('**/write/*');
    await office.button(/^公开$/).click();
    await office.heading('已存好').waitFor();
    await tablet.goes('/b/township');
    await tablet.sees(/政府信息公开目录（\d{4}年）/, { within: 30_000 });
    await tablet
      .link(/政府信息公开目录/)
      .first()
      .tap();
    await tablet.sees('村集体收支账目');
    expect(await tablet.showsNow('工作计划和目标')).toBe(false);
  });

  it('goes out as a spreadsheet, comes in again with its changes shown first, and asks for a supplement', async () => {
    await office.goes('/office/catalogue');
    const rows = await exported();
    const headings = rows[0]!;
    const at = rows.findIndex((row) => row.includes('村集体收支账目'));
    rows[at]![headings.indexOf('负责人（岗位）')] = '村会计';
    const bad = rows.findIndex((row) => row.includes('集体资产和合同'));
    rows[bad]![headings.indexOf('公开时限')] = '尽快';
    const file = await writeExcelFile(rows.map((row) => row.map((value) => value || null))).toBuffer();

    await office.link('从表格改').click();
    await office.page.getByLabel('选表格文件（.xlsx）').setInputFiles({
      name: '目录.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(file),
    });
    await office.sees(`第 ${bad + 1} 行“公开时限”`);
    await office.sees('村集体收支账目：改了负责人（岗位）');
    expect(await problemsOf(office.page, 'what a spreadsheet would change', null)).toEqual([]);
    await office.button('签了，改这 1 项').click();
    await office.sees(/乡里已收下/, { within: 30_000 });
    await office.sees('修改1项：村集体收支账目（公开主体）。');
    await office.button('做补充目录公告').click();
    await office.page.waitForURL('**/write/*');
    expect(await office.field('标题').inputValue()).toContain('目录补充');
  });

  it('leaves on the board who answered before, when people change', async () => {
    await office.goes('/office/units/v1');
    const leader = office.page.getByRole('group', { name: '公开领导小组组长' });
    const before = await leader.getByLabel('姓名').inputValue();
    await leader.getByLabel('姓名').fill('新来某');
    await leader.getByLabel('从哪天起（可不填）').fill('2026-03-01');
    await keeps();
    await office.goes('/b/v1/people');
    await office.sees('2026年3月1日 起');
    await office.page.getByRole('listitem').filter({ hasText: before }).first().waitFor();
    expect(await problemsOf(office.page, 'who answers', null)).toEqual([]);
  });
});
