/** Silence is public: what a village owes stands on its tablet, until its cadre has said something, be it 'nothing'. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE_RULES, problemsOf, TABLET_RULES } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const ENTRY = '驻村工作队和第一书记出勤';

describe('what is due and not published', () => {
  it('stands on the tablet without a network, goes when the cadre says that there is nothing, and is counted', async () => {
    const tablet = await township.tablet();
    const silence = tablet.page.getByRole('region', { name: '该公开还没公开的' });
    await silence.getByText(ENTRY).waitFor();
    expect(await silence.innerText()).toMatch(/已经晚了 \d+ 天[^]*负责人：第一书记/);
    tablet.loses();
    await tablet.isKilledAndOpenedAgain('/b/v1');
    await tablet.page.getByRole('region', { name: '该公开还没公开的' }).getByText(ENTRY).waitFor();
    expect(await problemsOf(tablet.page, 'silence on the tablet', TABLET_RULES)).toEqual([]);
    await tablet.networkReturns();

    const phone = await township.cadresPhone();
    await phone.goes('/');
    await phone.link(/这周该办的/).tap();
    await phone.heading('这周该办的').waitFor();
    const item = phone.page.getByRole('listitem').filter({ hasText: ENTRY }).first();
    await item.getByText(/晚了 \d+ 天/).waitFor();
    expect(await problemsOf(phone.page, 'yours this week', PHONE_RULES)).toEqual([]);
    phone.loses();
    await item.getByRole('button', { name: '本期没有' }).tap();
    await phone.button('没有，就这样公开').tap();
    await phone.heading('已存好').waitFor();
    await phone.goes('/due');
    await phone.sees('写好了，乡里还没收到');
    await phone.networkReturns();
    await expect.poll(() => township.eventsWith('v1', `${ENTRY}：本期没有`), { timeout: 30_000 }).toBe(1);

    await tablet.goes('/b/v1');
    await tablet.row(`${ENTRY}：本期没有`).first().waitFor({ timeout: 30_000 });
    await tablet.page
      .getByText(/晚了 \d+ 天公开/)
      .first()
      .waitFor();
    await tablet.page
      .getByRole('region', { name: '该公开还没公开的' })
      .getByText(ENTRY)
      .waitFor({ state: 'detached' });

    const office = await township.office();
    await office.goes('/office/figures');
    await office.link(/示范一村，平台公开 \d+ 条/).click();
    const title = await office.heading(/示范一村 · 平台公开 \d+ 条/).innerText();
    const n = Number(/(\d+) 条/.exec(title)?.[1]);
    expect(await office.page.locator('.figures-list li').count()).toBe(n);
    await office.sees(new RegExp(`${ENTRY}：本期没有`));
    expect(await problemsOf(office.page, 'figures of the office', null)).toEqual([]);
    await office.link('墙上贴着什么').click();
    await office.heading('墙上贴着什么').waitFor();
    expect(await problemsOf(office.page, 'what hangs where, for the office', null)).toEqual([]);
  });
});
