/**
 * A list of 500 households from an office's spreadsheet, from the clerk's phone to the last word on it: reviewed by the
 * committee, published, printed, posted, broadcast, sent as a text message, objected to, corrected, and closed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmppServer, startSmppServer } from '../helpers/smpp-server.ts';
import { PHONE_RULES, problemsOf, TABLET_RULES } from './harness/looks.ts';
import { pagesOf } from './harness/pdf.ts';
import type { Phone } from './harness/phone.ts';
import { photoFile } from './harness/pictures.ts';
import { gbk, identityNumber } from './harness/spreadsheet.ts';
import type { Tablet } from './harness/tablet.ts';
import { startTownship, type Township } from './harness/township.ts';

const HOUSEHOLDS = 500;
const AMOUNT = 480;
const TITLE = '农村低保拟保对象公示';
const COMMENT = '标准要写清是每月还是每季度。';
const RIGHT_STANDARD = '每户每月 480 元';
const OBJECTION = '村民7号家里已经有人在城里上班了，请再核一核。';
const ANSWER = '入户看过，工资刚停，符合条件。';
const SEALED = '四组村民49号去年就搬到城里去了。';
const SEALED_ANSWER = '上个月已经搬回来住，核过。';
const RESULT = '公示期间收到两条意见，核实后都不成立。拟保对象不变。';
const NUMBER = '13812345001';

const numbers = Array.from({ length: HOUSEHOLDS }, (_, n) => identityNumber(n));
const spreadsheet = gbk(
  [
    '2026年农村低保拟保对象,,,',
    '组,户主姓名,身份证号,月保障金',
    ...numbers.map((number, n) => `${'一二三四五'[n % 5]}组,村民${n + 1}号,${number},"${AMOUNT}.00"`),
    `合计,,,"${(HOUSEHOLDS * AMOUNT).toLocaleString('en')}.00"`,
  ].join('\r\n'),
);

let township: Township;
let smsc: SmppServer;
let phone: Phone;
let committee: Phone;
let tablet: Tablet;

beforeAll(async () => {
  smsc = await startSmppServer();
  township = await startTownship({
    GONGKAILAN_SMS_GATEWAY: 'smpp',
    GONGKAILAN_SMS_SMPP_URL: `smpp://127.0.0.1:${smsc.port}`,
    GONGKAILAN_SMS_SMPP_SYSTEM_ID: 'fuxing',
    GONGKAILAN_SMS_SMPP_PASSWORD: 'geheim',
  });
});
afterAll(async () => {
  await township.end();
  await smsc.close();
});

/** The form, filled in without a network, with the list read from the file. */
async function writesTheList(): Promise<void> {
  await phone.goes('/write?new');
  await phone.link(/公开什么/).tap();
  await phone
    .button(/^农村低保/)
    .first()
    .tap();
  await phone.sees('这一类要先让村务监督委员会看过，同意了才公开。');
  await phone.fills({ title: TITLE, text: '', officer: '李某' });
  await phone.page.getByLabel('阶段（必填）').selectOption('拟发放公示');
  await phone.field('标准（必填）').fill('480 元');
  await phone.field('有意见找谁（必填）').fill('王某');
  await phone.field('电话（必填）').fill('0943-6850168');
  await phone.link(/^名单/).tap();
  await phone.button('粘贴或导入表格').tap();
  await phone.page.getByLabel('选一个表格文件（.xlsx 或 .csv）').setInputFiles({
    name: '低保.csv',
    mimeType: 'text/csv',
    buffer: spreadsheet,
  });
  await phone.sees(`能放进来 ${HOUSEHOLDS} 行`);
  await phone.button('放进来').tap();
  await phone.sees(/240\s000\.00/);
  await phone.page.goBack();
  await phone.button(/按明细算出 500/).tap();
  await phone.button(/按明细算出 240\s000/).tap();
}

/** The committee's queue, and the one that waits in it. */
async function opensWaiting(): Promise<void> {
  await committee.goes('/review');
  // The same title stands below, too, among the open publicity periods.
  await committee.page.locator('a[href*="/s/"]', { hasText: TITLE }).first().tap();
  await committee.heading('审这一件').waitFor();
}

async function approves(): Promise<void> {
  await committee.button('同意，公开').tap();
  await committee.page.getByRole('alertdialog').getByRole('button', { name: '公开' }).tap();
  await committee.sees('已同意，有网自动公开');
}

/** From the notice on the clerk's phone to how it goes out. */
async function opensNotice(on: Phone): Promise<void> {
  await on.goes('/b/v1');
  await on.link(TITLE).first().tap();
  await on.heading(TITLE).first().waitFor();
}

describe('a list of 500 households that the committee reviews', () => {
  it('is handed in by a phone without a network, and the committee returns it with a comment', async () => {
    phone = await township.cadresPhone();
    committee = await township.committeesPhone();
    tablet = await township.tablet();
    phone.loses();
    await writesTheList();
    expect(await problemsOf(phone.page, 'writing what is reviewed', PHONE_RULES)).toEqual([]);
    await phone.submits();
    await phone.sees('审过以后才上公开栏');
    expect(await problemsOf(phone.page, 'kept for review', PHONE_RULES)).toEqual([]);
    await phone.networkReturns();
    await phone.sees('乡里已经收到', { within: 30_000 });
    expect(await township.eventsWith('v1', TITLE)).toBe(0);

    await committee.goes('/review');
    await committee.sees(TITLE, { within: 30_000 });
    expect(await problemsOf(committee.page, 'the queue', PHONE_RULES)).toEqual([]);
    committee.loses();
    await opensWaiting();
    await committee.sees('480 元');
    expect(await problemsOf(committee.page, 'one submission', PHONE_RULES)).toEqual([]);
    expect(await committee.text()).not.toContain(numbers[0]);
    await committee.button('退回去改').tap();
    await committee.page.getByRole('textbox', { name: /^要改什么/ }).fill(COMMENT);
    await committee.page.getByRole('alertdialog').getByRole('button', { name: '退回' }).tap();
    await committee.sees('已退回，有网自动送到');
    await committee.networkReturns();
  });

  it('is mended, handed in again, approved on the other phone, and shown on the tablet', async () => {
    await phone.goes('/review');
    await phone.sees('退回了', { within: 30_000 });
    await phone.link(new RegExp(TITLE)).tap();
    await phone.sees(COMMENT);
    await phone.button('改好再送').tap();
    await phone.field('标准（必填）').fill(RIGHT_STANDARD);
    await phone.submits();
    await phone.sees('乡里已经收到', { within: 30_000 });
    await committee.goes('/review');
    await committee.sees('改过再送', { within: 30_000 });
    await opensWaiting();
    await committee.sees(RIGHT_STANDARD);
    await committee.sees(COMMENT);
    await approves();
    await tablet.row(TITLE).first().waitFor({ timeout: 30_000 });
    await tablet.opens(TITLE);
    await tablet.sees(RIGHT_STANDARD);
    await tablet.sees('马某（村文书）写，陈某（村务监督委员会主任）审');
    expect(await problemsOf(tablet.page, 'a reviewed notice', TABLET_RULES)).toEqual([]);
    const shown = (await tablet.text()).replace(/\s/g, '');
    expect(shown).toContain(`620403********${numbers[0]!.slice(-4)}`);
    expect(await township.eventsWith('v1', numbers[0]!)).toBe(0);
  });

  it('is printed without a network, each household once and no number in full', async () => {
    await opensNotice(phone);
    phone.loses();
    await phone.link('打印出来').first().tap();
    const button = phone.button(/^打印（\d+ 页）$/);
    await button.waitFor();
    const count = Number(/\d+/.exec(await button.innerText())![0]);
    const pdf = await phone.page.pdf({ preferCSSPageSize: true, printBackground: false });
    const pages = await pagesOf(pdf);
    expect(pages).toHaveLength(count);
    expect(count).toBeGreaterThan(12);
    const all = pages.join('');
    for (const [n, number] of numbers.entries()) {
      expect(all.split(`村民${n + 1}号`)).toHaveLength(2);
      expect(all).not.toContain(number);
    }
    expect(all).toContain('240000.00');
    await phone.networkReturns();
  });

  it('is posted with a photo, broadcast, and sent as a text message', async () => {
    const office = await township.office();
    await office.goes('/office/messages');
    await office.link('加一组').click();
    await office.field('名称').fill('一村村民代表');
    await office.button('存好').click();
    await office.field(/粘贴在这里/).fill(`张三\t${NUMBER}`);
    await office.button('加进去 1 人').click();
    await office.sees('138****5001');

    await opensNotice(phone);
    phone.loses();
    await phone.link('张贴、广播、走到了哪一步').tap();
    await phone.link('贴好了，拍张照').tap();
    await phone.page.getByRole('combobox', { name: '贴在哪里' }).selectOption('v1-board');
    await phone.page.getByLabel('拍贴好的样子').setInputFiles(photoFile(9));
    await phone.button('记下：贴好了').tap();
    await phone.sees(/贴在村务公开栏/);
    await phone.link('用广播播').tap();
    await phone.page.getByRole('textbox', { name: '播了几遍' }).fill('3');
    await phone.button('记下：播过了').tap();
    await phone.sees(/广播过/);
    await phone.networkReturns();
    smsc.reportsAtOnce = true;
    await phone.link('发短信').tap();
    await phone.page.getByRole('checkbox', { name: /一村村民代表/ }).check();
    await phone.button('让乡里发出去').tap();
    await expect.poll(() => smsc.came.length, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(smsc.came.map(({ text }) => text).join('')).toContain('低保');
    await phone.sees('送到 1 人，共 1 人', { within: 30_000 });
    await expect.poll(() => township.eventsWith('v1', 'v1-board'), { timeout: 30_000 }).toBe(1);
  });

  it('takes an objection in its publicity period, and the answer to it', async () => {
    await opensNotice(phone);
    await phone.sees(/公示中，还剩 7 天/);
    await phone.link('公示意见和结果').tap();
    await phone.button('记一条意见').tap();
    await phone.page.getByRole('textbox', { name: /^说了什么/ }).fill(OBJECTION);
    await phone.button('记下').tap();
    await phone.sees(OBJECTION, { within: 30_000 });
    expect(await problemsOf(phone.page, 'objections', PHONE_RULES)).toEqual([]);
    await phone.button('答复').tap();
    await phone.page.getByRole('textbox', { name: /^怎么答复/ }).fill(ANSWER);
    await phone.button('答复').tap();
    await phone.sees(ANSWER, { within: 30_000 });
  });

  it('takes another one sealed on the tablet, which the committee opens and answers under the receipt code', async () => {
    await tablet.goes('/b/v1');
    await tablet.sees('正在公示，有意见现在说');
    expect(
      await problemsOf(tablet.page, 'the board with what is in its publicity period', TABLET_RULES),
    ).toEqual([]);
    await tablet.opens(TITLE);
    await tablet.link('我有意见').tap();
    await tablet.page.getByRole('textbox', { name: /^哪里不对/ }).fill(SEALED);
    expect(await problemsOf(tablet.page, 'objecting', TABLET_RULES)).toEqual([]);
    await tablet.button('封好，交上去').tap();
    await tablet.sees('封好了，已经记下');
    const code = (await tablet.page.locator('.receipt-groups').innerText()).replace(/\D/g, '');
    expect(code).toMatch(/^\d{20}$/);
    await tablet.link('回到这条公示').tap();
    await tablet.heading(TITLE).first().waitFor();

    await opensNotice(committee);
    await committee.link('公示意见和结果').tap();
    await committee.sees(SEALED, { within: 30_000 });
    expect(await problemsOf(committee.page, 'a sealed objection', PHONE_RULES)).toEqual([]);
    await committee.button('答复').first().tap();
    await committee.page.getByRole('textbox', { name: /^怎么答复/ }).fill(SEALED_ANSWER);
    await committee.button('答复').tap();
    await committee.sees('封着交来的，', { within: 30_000 });
    await committee.sees(SEALED_ANSWER, { within: 30_000 });
    await tablet.goes('/ask/receipt');
    await tablet.page.getByRole('textbox').first().fill(code);
    await tablet.button('查询').first().tap();
    await tablet.sees(`您的意见不成立。${SEALED_ANSWER}`, { within: 30_000 });
    expect(await township.eventsWith('v1', SEALED)).toBe(0);
    await tablet.goes('/b/v1');
    await tablet.opens(TITLE);
  });

  it('is corrected through the committee, and everybody sees what was changed', async () => {
    await opensNotice(phone);
    await phone.link('更正').tap();
    await phone.field('为什么更正（会公开）').fill('电话印错了');
    await phone.field('电话（必填）').fill('0943-6850199');
    await phone.submits();
    await phone.sees('乡里已经收到', { within: 30_000 });
    expect(await township.eventsWith('v1', '0943-6850199')).toBe(0);
    await committee.goes('/review');
    await committee.sees('更正', { within: 30_000 });
    await opensWaiting();
    await committee.sees('跟现在公开的比，改了这些');
    await approves();
    await tablet.sees('已更正 1 次', { within: 30_000 });
    await tablet.button('看改了什么').tap();
    await tablet.page.locator('del', { hasText: '0943-6850168' }).first().waitFor();
    await tablet.page.locator('ins', { hasText: '0943-6850199' }).first().waitFor();
  });

  it('ends with the result of its publicity, the objections counted', async () => {
    await opensNotice(phone);
    await phone.link('公示意见和结果').tap();
    await phone.button('公布公示结果').tap();
    await phone.page.getByRole('textbox', { name: /^结果怎样/ }).fill(RESULT);
    await phone.button('公布').tap();
    await tablet.sees(RESULT, { within: 30_000 });
    await tablet.sees('公示期间收到 2 条意见');
    expect(await problemsOf(tablet.page, 'the result of a publicity period', TABLET_RULES)).toEqual([]);
  });
});
