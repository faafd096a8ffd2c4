/** What becomes of a notice after it was published: corrected, withdrawn, and always with its history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('a correction', () => {
  it('shows the current text, marked as corrected, with the history of what it was', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '秋季树苗发放';
    await phone.writesAndPublishes({ title, text: '每户 20 株' });
    await phone.isTakenIn();
    await tablet.row(title).first().waitFor();

    await phone.goes('/');
    await phone.link(title).tap();
    await phone.link(/^更正$/).tap();
    await phone.field('为什么更正（会公开）').fill('株数写错了，应为 30 株');
    await phone.fills({ text: '每户 30 株' });
    await phone.publishes();
    await phone.isTakenIn();

    await tablet.row(title).getByText('已更正 1 次').waitFor();
    await tablet.opens(title);
    await tablet.sees('每户 30 株');
    expect(await tablet.showsNow('每户 20 株')).toBe(false);
    await tablet.heading('这一条的经过').waitFor();
    await tablet.sees('原因：株数写错了，应为 30 株');
    await tablet.button('看改了什么').tap();
    await tablet.page.getByRole('deletion').filter({ hasText: '20' }).waitFor();
    await tablet.page.getByRole('insertion').filter({ hasText: '30' }).waitFor();
    await tablet.button('看这一版原文').tap();
    await tablet.sees('每户 20 株');
    await tablet.sees(/公开以后更正过 1 次/);
    expect(await tablet.row(title).count()).toBeLessThanOrEqual(1);
  });

  it('made without a network says that the board has not changed yet', async () => {
    const phone = await township.cadresPhone();
    const title = '值班表';
    await phone.writesAndPublishes({ title, text: '周一：李某' });
    await phone.isTakenIn();
    await phone.goes('/');
    await phone.link(title).waitFor();
    phone.loses();
    await phone.link(title).tap();
    await phone.link(/^更正$/).tap();
    await phone.field('为什么更正（会公开）').fill('换人了');
    await phone.fills({ text: '周一：王某' });
    await phone.publishes();
    await phone.goes('/');
    await phone.link(title).tap();
    await phone.sees(/对这一条的.*改动还在这部手机里/);
    await phone.sees('周一：李某');
    await phone.networkReturns();
    await phone.sees('周一：王某');
    await phone.seesNoMore(/对这一条的.*改动还在这部手机里/);
  });
});

describe('a withdrawal', () => {
  it('needs a reason, and leaves a line with it on the board', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '发重了的公告';
    await phone.writesAndPublishes({ title, text: '这一段不再显示' });
    await phone.isTakenIn();
    await tablet.row(title).first().waitFor();
    await phone.goes('/');
    await phone.link(title).tap();
    await phone.button('撤回').tap();
    const dialog = phone.page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: '撤回', exact: true }).tap();
    await phone.sees('请写一句原因，居民会看到。');
    await phone.field('为什么撤回（必填）').fill('和上一条重复');
    await dialog.getByRole('button', { name: '撤回', exact: true }).tap();

    await tablet
      .row(title)
      .getByText(/原因：和上一条重复/)
      .waitFor({ timeout: 30_000 });
    await tablet.opens(title);
    await tablet.sees('这一条已撤回');
    expect(await tablet.showsNow('这一段不再显示')).toBe(false);
    await tablet.button('看这一版原文').tap();
    await tablet.sees('这一段不再显示');
  });
});
