/** What is scored is what the records say; a unit can object, and the office's answer changes the score everywhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE_RULES, problemsOf } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const ENTRY = '驻村工作队和第一书记出勤';
const REASON = '十月工作队在县里培训，没有出勤可公开';

describe('the scorecard', () => {
  it('is seen on the phone, objected to without a network, answered by the office, and counted anew', async () => {
    const phone = await township.cadresPhone();
    await phone.goes('/due');
    await phone.link('日历').tap();
    await phone.heading('日历').waitFor();
    await phone.page.locator('.calendar-list').getByText(ENTRY).first().waitFor();
    expect(await problemsOf(phone.page, 'calendar on the phone', PHONE_RULES)).toEqual([]);
    await phone.goes('/due/calendar?view=list');
    await phone.heading('有事就要公开的').waitFor();
    expect(await problemsOf(phone.page, 'list of what is due on the phone', PHONE_RULES)).toEqual([]);
    await phone.goes('/due');
    await phone.link('本单位考核').tap();
    const lost = phone.page.getByRole('listitem').filter({ hasText: ENTRY }).first();
    await lost.getByText(/没公开，晚了 \d+ 天/).waitFor();
    expect(await problemsOf(phone.page, 'scorecard on the phone', PHONE_RULES)).toEqual([]);
    phone.loses();
    await lost.getByRole('button', { name: '不同意，说明理由' }).tap();
    await lost.getByRole('textbox').fill(REASON);
    await lost.getByRole('button', { name: '交给党政办' }).tap();
    await lost.getByText('已存好，有网络就交给党政办').waitFor();
    await phone.networkReturns();

    const office = await township.office();
    await office.goes('/office/scores');
    await office.page.getByRole('heading', { name: '考核', exact: true, level: 1 }).waitFor();
    const complete = office.page.getByRole('link', { name: /示范一村，公开齐全/ });
    const before = Number(/(\d+) 条里/.exec((await complete.getAttribute('aria-label')) ?? '')?.[1]);
    await office.page.getByText(`单位说：${REASON}`).waitFor({ timeout: 30_000 });
    expect(await problemsOf(office.page, 'scores at the office', null)).toEqual([]);
    await office.button('答复').click();
    await office.page.getByRole('textbox', { name: /^答复/ }).fill('查过，属实');
    await office.button('同意，不算这一条').click();
    await office.page
      .getByRole('link', { name: new RegExp(`示范一村，公开齐全：${before - 1} 条里`) })
      .waitFor({ timeout: 30_000 });

    await office.goes('/office/calendar');
    await office.heading('日历').waitFor();
    expect(await problemsOf(office.page, 'calendar of the office', null)).toEqual([]);
    await office.goes('/office/calendar?view=year');
    await office.page.getByRole('table', { name: '各单位每个月办了几项' }).waitFor();
    expect(await problemsOf(office.page, 'year of the office', null)).toEqual([]);
    await office.goes('/office/messages/reminders');
    await office.heading('什么时候提醒').waitFor();
    expect(await problemsOf(office.page, 'reminders of the office', null)).toEqual([]);
    await office.goes('/inspect?list=missing');
    await office.heading(/该公开没公开 \d+ 条/).waitFor();
    expect(await problemsOf(office.page, 'lists of the discipline commission', null)).toEqual([]);

    await phone.goes('/scores/v1?part=completeness');
    await phone.heading(new RegExp(`公开齐全：算进去的 ${before - 1} 条`)).waitFor({ timeout: 30_000 });
  });
});
