/** A year at the office, with the sample’s 2018: what was due, who was reminded, scored, inspected, reported, closed, archived. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from './harness/looks.ts';
import type { Office } from './harness/office.ts';
import { startTownshipOf2018, type Township } from './harness/township.ts';

const WITHIN = { timeout: 40_000 };
const folder = mkdtempSync(join(tmpdir(), 'gongkailan-year-'));
let township: Township;
let office: Office;

beforeAll(async () => {
  township = await startTownshipOf2018();
});
afterAll(async () => {
  await township.end();
  rmSync(folder, { recursive: true, force: true });
});

const looksRight = async (what: string): Promise<void> =>
  expect(await problemsOf(office.page, what, null), what).toEqual([]);

/** The second column of the report’s rows, by their names. */
async function figures(): Promise<Record<string, string>> {
  const rows = await office.page.locator('.report-paper tbody tr').allInnerTexts();
  return Object.fromEntries(rows.map((row) => row.split('\t')).map(([name, value]) => [name!, value!]));
}

interface Parts {
  parts: { blocks: { rows?: { name: string; cells: unknown[] }[] }[] }[];
}

/** The same out of a report as data. */
const figuresOf = (json: string): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(json) as Parts).parts
      .flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows ?? []))
      .map(({ name, cells }) => [name, String(cells[0])]),
  );

/** What the report says on the screen. */
let computed: Record<string, string> = {};

describe('a year at the office', () => {
  it('begins with a calendar in which every gap shows, and people who are reminded', async () => {
    office = await township.office();
    await office.goes('/office/calendar?view=year&year=2018');
    const table = office.page.getByRole('table', { name: '各单位每个月办了几项' });
    const row = table.getByRole('row').filter({ hasText: '示范一村' });
    await row.getByText('1/1').first().waitFor(WITHIN);
    expect(await row.getByText('0/1').count()).toBe(2);
    await office.goes('/office/messages/reminders');
    await office.button('开始提醒').click();
    await office.sees('正在提醒');
    await office.button('填号码：马某').click();
    await office.field('马某的手机号').fill('13812345001');
    await office.button('存好').click();
    await office.sees('138****5001');
    await looksRight('reminders of the office');
  });

  it('has scores of which every number opens its records', async () => {
    await office.goes('/office/scores?year=2018');
    await office.page.getByRole('link', { name: /示范一村，公开齐全：3 条里做到 1 条/ }).click(WITHIN);
    await office.sees(/2018年第二季度/);
    await looksRight('a scorecard of 2018');
  });

  it('is inspected by a draw that can be drawn again', async () => {
    await office.goes('/inspect/rounds/new');
    await office.page.getByLabel('从哪天登的').fill('2018-01-01');
    await office.page.getByLabel('到哪天登的').fill('2018-12-31');
    await office.field('种子').fill('双色球 2018153 期 01 09 17');
    await office.field('抽几条').fill('3');
    await office.heading(/45 条里抽出 3 条/).waitFor(WITHIN);
    await office.button('开始检查').click();
    await office.button('重抽一遍，核对').click();
    await office.sees('重抽的结果一样');
  });

  it('is reported with figures that are computed, released as a notice with the Word file', async () => {
    await office.goes('/office/report?year=2018');
    await office.sees('都对得上，可以公布。', { within: 40_000 });
    computed = await figures();
    expect(computed).toMatchObject({
      在公开平台公开: '45',
      以其他方式公开: '160',
      '公开目录（含指南、目录、补充公开）': '8',
      '公开栏（个）': '9',
      '公开墙（个）': '20',
      收到申请: '0',
      行政复议: '0',
      行政诉讼: '0',
      组长: '1',
      副组长: '1',
      兼职工作人员: '1',
    });
    await office.button('公布：做成公告').click();
    await office.page.waitForURL(/\/write\//, WITHIN);
    await office.sees(/\.docx/);
    await office.button('公开').last().click();
    await expect
      .poll(() => township.eventsWith('township', '复兴乡2018年政府信息公开工作年度报告'), WITHIN)
      .toBe(1);
  });

  it('is closed for good, with what is missing on a sheet to be signed', async () => {
    await office.goes('/office/closing?year=2018');
    const missing = Number(/\d+/.exec(await office.heading(/还没公开的/).innerText())![0]);
    await looksRight('the yearly closing');
    await office.button('结 2018 年的账').click();
    await office.button('结账').last().click();
    await office.sees('2018年已结账', { within: 40_000 });
    await office.heading('2018 年公开档案封面').waitFor();
    await office.sees(`${missing} 项`);
    expect(await office.page.locator('main .cover-logs tbody tr').count()).toBe(10);
    await looksRight('the cover sheet');
  });

  it('is archived in a bag that Python alone finds good, and from which the report comes again', async () => {
    const waits = office.page.waitForEvent('download', WITHIN);
    await office.button('做 2018 年的档案').click();
    const zip = join(folder, 'archive.zip');
    await (await waits).saveAs(zip);
    await office.sees('档案做好了');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const bag = join(folder, 'gongkailan-2018');
    const verified = spawnSync('python3', ['-B', join(bag, 'verify.py'), bag], { encoding: 'utf8' });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    const file = join(folder, 'report.json');
    const args = ['report', '--archive', bag, '--year', '2018', '--form', '2018', '--out', file];
    const made = spawnSync(process.execPath, ['src/server/main.ts', ...args], { encoding: 'utf8' });
    expect(made.status, made.stderr).toBe(0);
    expect(figuresOf(readFileSync(file, 'utf8'))).toEqual(computed);
  });

  it('marks for everybody what is changed afterwards', async () => {
    await office.goes('/b/township');
    await office
      .link(/第六次/)
      .first()
      .click(WITHIN);
    await office.link(/^更正$/).click();
    await office.field('为什么更正（会公开）').fill('补一个数');
    await office.button('公开更正').click();
    await office.heading('已存好').waitFor();
    await office.goes('/office/closing?year=2018');
    await office.heading('结账以后动过的 1 件').waitFor(WITHIN);
    const page = await fetch(`http://127.0.0.1:${township.server.port}/b/township`);
    expect(await page.text()).toContain('2018年结账后改过');
    expect(office.browser.complaints).toEqual([]);
  });
});
