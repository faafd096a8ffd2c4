/** A request for disclosure: from a tablet without a network to the office's answer, lengthened on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Office } from './harness/office.ts';
import type { Tablet } from './harness/tablet.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;
let office: Office;
let tablet: Tablet;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const NAME = '张秀英';
const NUMBER = '11010519491231002X';
const ASKED = '二社水渠去年修了多少米';
const ANSWER = '去年修了 820 米，账在村委会可以看。';

async function next(): Promise<void> {
  await tablet.button('下一步').tap();
}
const choose = (name: RegExp) => tablet.page.getByRole('radio', { name }).check({ force: true });

/** Fills in the form at the tablet. @returns the receipt code's digits. */
async function asks(): Promise<string> {
  await tablet.link('申请公开信息').first().tap();
  await tablet.button('开始填写').tap();
  await choose(/我自己/);
  await next();
  await tablet.field(/姓名/).fill(NAME);
  await next();
  await tablet.field(/证件号码/).fill(NUMBER);
  await next();
  await tablet.field(/电话/).fill('13900000000');
  await next();
  await tablet.field(/想知道/).fill(ASKED);
  await next();
  await choose(/电子的/);
  await next();
  await choose(/凭回执号看/);
  await next();
  await tablet.button('密封交上去').tap();
  await tablet.sees('已经密封，等网络送出去');
  const code = (await tablet.page.locator('.receipt-groups').innerText()).replace(/\D/g, '');
  await tablet.button('抄好了，完成').tap();
  await tablet.heading('示范一村 · 村务公开栏').waitFor();
  return code;
}

/** All that the page's storage holds, as text. */
const stored = (): Promise<string> =>
  tablet.page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, location.href, document.title];
    const all = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('storage')));
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await all(indexedDB.open(name!));
      for (const table of db.objectStoreNames)
        found.push(table, await all(db.transaction(table).objectStore(table).getAll()));
      db.close();
    }
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    return JSON.stringify(found);
  });

async function takes(step: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
  await office.button(step).click();
  await fill();
  await office.button('签名，办理这一步').click();
  await office.button('签名，办理这一步').waitFor({ state: 'hidden' });
}

async function looksUp(code: string): Promise<void> {
  await tablet.link('申请公开信息').first().tap();
  await tablet.link('凭回执号查询').tap();
  await tablet.field(/回执号/).fill(code);
  await tablet.button('查询').tap();
}

describe('a request for disclosure', () => {
  it('goes sealed from a tablet without a network to the office, is lengthened and answered under its code', async () => {
    office = await township.office();
    tablet = await township.tablet();
    // The desk opens by itself once the office's computer is there; the tablet learns of it.
    await tablet.page.waitForFunction(async () => {
      const open = indexedDB.open('gongkailan');
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const got = open.result.transaction('registry').objectStore('registry').getAll();
      await new Promise((resolve) => got.addEventListener('success', resolve));
      open.result.close();
      return (got.result as { state: { desks: object } }[]).some(({ state }) => 'township' in state.desks);
    });
    tablet.loses();
    const code = await asks();
    expect(code).toHaveLength(20);
    const kept = await stored();
    for (const words of [NAME, NUMBER, ASKED, '水渠去年', code]) expect(kept).not.toContain(words);
    await tablet.page.goBack().catch(() => null);
    expect(await tablet.text()).not.toContain(NAME);
    await tablet.goes('/b/v1');

    await tablet.networkReturns();
    await office.goes('/office/desk');
    await office.link(new RegExp(ASKED)).click();
    await office.sees(NUMBER);
    await takes('登记收到');
    await office.sees('还有 20 个工作日');

    await takes('延长期限', async () => {
      await office.field('批准人').fill('郑某');
      const tell = office.field('告诉申请人的话');
      await tell.fill((await tell.inputValue()).replace('【写明原因】', '要到档案室找旧账'));
    });
    await office.sees(/还有 40 个工作日/);

    office.loses();
    await takes('答复', () => office.field('告诉申请人的话').fill(ANSWER));
    await office.sees('还没送到乡服务器');
    await office.networkReturns();
    await office.seesNoMore('还没送到乡服务器');

    await looksUp(code);
    await tablet.sees(ANSWER);
    await tablet.sees(/延长 20 个工作日，郑某 批准/);
    await tablet.sees('已经办结');
    await tablet.page.getByText('一天一天看怎么算的').tap();
    await tablet.sees('第 40 天');
    expect(await stored()).not.toContain('820 米');
  });

  it('says that a code is mistyped or unknown, and what to do', async () => {
    tablet = await township.tablet();
    await looksUp('1'.repeat(20));
    await tablet.sees('回执号打错了');
    await tablet.field(/回执号/).fill('00000000000000000001');
    await tablet.button('查询').tap();
    await tablet.sees(/没有找到这个回执号|回执号打错了/);
  });
});
