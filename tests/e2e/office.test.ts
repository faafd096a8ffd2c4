/** The office sees every device, makes invitations, and closes a phone that was lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('the office', () => {
  it('makes an invitation that a phone joins by, sees the phone, and closes it; what it signs then is refused', async () => {
    const [office, phone] = [await township.office(), await township.newPhone()];
    await office.goes('/office/invite');
    await office.page.getByRole('combobox', { name: '给谁' }).selectOption({ label: '马某（村文书）' });
    await office.button('做一个邀请').click();
    await office.sees('乡里已收下，现在可以用了。');
    expect(await problemsOf(office.page, 'an invitation that was made', null)).toEqual([]);
    const link = (await office.text()).match(/(?:[0-9A-Z]{4} )+[0-9A-Z .]+/)?.[0] ?? '';
    await phone.goes(`/join#${link.replaceAll(' ', '')}`);
    await phone.button('这是我，加入').tap();
    await phone.sees('没有网也能写');
    await office.sees('已经用过了。登记的设备在“手机和平板”里。');

    await phone.writesAndPublishes({ title: '停用以前的公告' });
    await phone.isTakenIn();
    await office.goes('/office/devices');
    const row = office.page.getByRole('row').filter({ hasText: '马某的手机' });
    await row.getByText('没有', { exact: true }).waitFor();

    phone.loses();
    await phone.writesAndPublishes({ title: '停用以后的公告', text: '这段文字不能丢' });
    await row.getByRole('button', { name: /停用/ }).click();
    await office.field('为什么停用（会写进公开的名册）').fill('手机丢了');
    expect(await problemsOf(office.page, 'a question before closing a device', null)).toEqual([]);
    await office.page.getByRole('alertdialog').getByRole('button', { name: '停用', exact: true }).click();
    await office.sees(/乡里已收下/);

    await phone.networkReturns();
    await phone.goes('/sent');
    await phone.sees(/这部手机已经被乡里停用/, { within: 30_000 });
    expect(await township.eventsWith('v1', '停用以后的公告')).toBe(0);
    expect(await township.eventsWith('v1', '停用以前的公告')).toBe(1);
    const saved = phone.page.waitForEvent('download');
    await phone.item('停用以后的公告').getByRole('button', { name: '存成文件' }).tap();
    const file = await (await saved).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of file) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain('这段文字不能丢');
  });
});
