/** A benefit list from an office's spreadsheet: typed by nobody, masked on the phone, summed, shown in a table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gbk, identityNumber } from './harness/spreadsheet.ts';
import { startTownship, type Township } from './harness/township.ts';

const HOUSEHOLDS = 40;
const AMOUNT = 205;

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const numbers = Array.from({ length: HOUSEHOLDS }, (_, n) => identityNumber(n));
const list = gbk(
  [
    '2026年耕地地力保护补贴发放名单,,,',
    '组,户主姓名,身份证号,补贴金额',
    ...numbers.map((number, n) => `一组,村民${n + 1}号,${number},"${AMOUNT}.00"`),
    `合计,,,"${(HOUSEHOLDS * AMOUNT).toLocaleString('en')}.00"`,
  ].join('\r\n'),
);

/** All files under a folder that hold these bytes. */
const filesWith = (folder: string, words: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));

describe('a list of 40 households from a spreadsheet', () => {
  it('is read, summed and masked on the phone without a network, and shown as a table', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '耕地地力保护补贴公示';
    phone.loses();
    await phone.goes('/write?new');
    await phone.link(/公开什么/).tap();
    await phone
      .button(/^耕地地力保护补贴/)
      .first()
      .tap();
    await phone.fills({ title, text: '', officer: '李某' });
    await phone.page.getByLabel('阶段（必填）').selectOption('拟发放公示');
    await phone.field('标准（必填）').fill('每户 205 元');
    await phone.field('有意见找谁（必填）').fill('王某');
    await phone.field('电话（必填）').fill('0943-6850168');

    await phone.link(/^名单/).tap();
    await phone.button('粘贴或导入表格').tap();
    await phone.page.getByLabel('选一个表格文件（.xlsx 或 .csv）').setInputFiles({
      name: '补贴.csv',
      mimeType: 'text/csv',
      buffer: list,
    });
    await phone.sees(`能放进来 ${HOUSEHOLDS} 行`);
    await phone.button('放进来').tap();
    await phone.sees(/8\s200\.00/);
    await phone.page.goBack();
    await phone.button(/按明细算出 40/).tap();
    await phone.button(/按明细算出 8\s200/).tap();
    await phone.link('看看样子').or(phone.button('看看样子')).first().tap();
    await phone.sees('村民40号');
    // The masked part is marked, so it stands apart.
    const preview = (await phone.text()).replace(/\s/g, '');
    for (const number of numbers) {
      expect(preview).toContain(`620403********${number.slice(-4)}`);
      expect(preview).not.toContain(number);
    }
    // The catalogue wants this list reviewed by the committee first.
    await phone.submits();
    await phone.networkReturns();
    const committee = await township.committeesPhone();
    await committee.goes('/review');
    await committee.link(new RegExp(title)).tap();
    await committee.button('同意，公开').tap();
    await committee.page.getByRole('alertdialog').getByRole('button', { name: '公开' }).tap();

    await tablet.row(title).first().waitFor({ timeout: 30_000 });
    await tablet.opens(title);
    await tablet.page.getByRole('cell', { name: '村民40号', exact: true }).waitFor();
    expect((await tablet.text()).replace(/\s/g, '')).toContain(`620403********${numbers[39]!.slice(-4)}`);
    await tablet.sees(/8\s200\.00/);
    for (const number of numbers)
      expect(filesWith(join(township.folder, 'data'), number), number).toEqual([]);
  });
});
