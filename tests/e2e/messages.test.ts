/**
 * A text message (农政通): ordered on the phone without a network, sent by the township's server through SMPP when there is
 * one, reported as delivered, and seen so in the ladder of the notice.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureMessage } from '../../src/domain/forms/text-message.ts';
import { type SmppServer, startSmppServer } from '../helpers/smpp-server.ts';
import { PHONE_RULES, problemsOf } from './harness/looks.ts';
import type { Office } from './harness/office.ts';
import type { Phone } from './harness/phone.ts';
import { startTownship, type Township } from './harness/township.ts';

const TITLE = '公示：低保名单';
const LONG =
  '第二季度低保名单从今天起公示七个工作日，张贴在村委会门口的公开栏。有意见请在公示期内到村委会找李某说，也可以打乡里的电话。'.repeat(
    2,
  );
const NUMBERS = ['13812345001', '13812345002', '15912345003'];

let township: Township;
let smsc: SmppServer;

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

async function registersReceivers(office: Office): Promise<void> {
  await office.goes('/office/messages');
  await office.sees('正常 · 走 SMPP 网关');
  await office.link('加一组').click();
  await office.field('名称').fill('一村村民代表');
  await office.button('存好').click();
  await office
    .field(/粘贴在这里/)
    .fill(`姓名\t手机\n张三\t${NUMBERS[0]}\n李四 159 1234 5003\n王五，${NUMBERS[1]}\n没有号码`);
  await office.sees('读到 3 个号码');
  await office.sees('第 5 行没有看到手机号，没有读进来');
  expect(await problemsOf(office.page, 'receivers', null)).toEqual([]);
  await office.button('加进去 3 人').click();
  await office.sees('138****5001');
  expect(await office.text()).not.toContain(NUMBERS[0]);
}

async function ordersOffline(phone: Phone): Promise<string> {
  await phone.item(TITLE).getByRole('link', { name: '张贴、广播' }).tap();
  await phone.link('发短信').tap();
  await phone.sees('一村村民代表 · 全乡（3 人）');
  phone.loses();
  await phone.page.getByRole('combobox', { name: '最多几条' }).selectOption('3');
  const text = `【示范一村】${LONG}`;
  await phone.field('短信内容').fill(text);
  await phone.page.getByRole('checkbox', { name: /一村村民代表/ }).check();
  const segments = measureMessage(text).segments.length;
  await phone.sees(`最多 3 人 × ${segments} 条 = ${segments * 3} 条`);
  expect(await problemsOf(phone.page, 'ordering a text message', PHONE_RULES)).toEqual([]);
  await phone.button('让乡里发出去').tap();
  await phone.sees('短信：请乡里发给 3 人');
  await phone.sees('记在手机里，有网自动发');
  return text;
}

describe('a text message', () => {
  it('is ordered offline, sent once through SMPP, and proved by delivery reports', async () => {
    const office = await township.office();
    await registersReceivers(office);
    const phone = await township.cadresPhone();
    await phone.writesAndPublishes({ title: TITLE });
    await phone.isTakenIn();
    await phone.goes('/sent');
    const text = await ordersOffline(phone);
    expect(smsc.came).toEqual([]);

    await phone.networkReturns();
    const segments = measureMessage(text).segments;
    await expect.poll(() => smsc.came.length, { timeout: 30_000 }).toBe(3 * segments.length);
    for (const number of NUMBERS) {
      const parts = smsc.came.filter((one) => one.number === `86${number}`);
      expect(parts.map((one) => one.text)).toEqual(segments);
      expect(parts.map((one) => one.joined?.part)).toEqual(segments.map((_, index) => index + 1));
      expect(new Set(parts.map((one) => one.dataCoding))).toEqual(new Set([8]));
    }
    const [last, ...others] = smsc.came.toReversed();
    for (const { id } of others) await smsc.reports(id);
    await smsc.reports(last!.id, 'UNDELIV');
    await phone.sees('送到 2 人，共 3 人', { within: 30_000 });
    await phone.sees('没送到 1 人');
    expect(await problemsOf(phone.page, 'the ladder with a text message', PHONE_RULES)).toEqual([]);

    await township.serverIsKilledAndStartedAgain();
    await office.goes('/office/messages');
    await office.sees('送到 2 人，共 3 人');
    expect(await problemsOf(office.page, 'text messages', null)).toEqual([]);
    await office.button('没送到的再发一次').first().click();
    await office.page.getByRole('alertdialog').getByRole('button', { name: '没送到的再发一次' }).click();
    await expect.poll(() => smsc.came.length, { timeout: 30_000 }).toBe(4 * segments.length);
  });
});
