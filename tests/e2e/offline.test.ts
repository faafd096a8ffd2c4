/** The main job: a notice written without a network reaches the village's board. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('a notice written without a network', () => {
  it('is kept, survives SIGKILL, is sent by itself, and is on the tablet within two seconds', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '三社水渠清淤用工';
    phone.loses();
    await phone.writes({ title, text: '用工 12 人，每人每天 150 元。', photos: [photoFile(1)] });
    await phone.publishes();
    await phone.sees('存在这部手机里了，有网就会自己发出去');

    await phone.isKilledAndOpenedAgain('/sent');
    await phone.item(title).waitFor();
    await phone.reaches('存在这部手机里');
    await phone.sees('手机里还有 1 条');
    expect(await phone.showsNow(/乡里收到，第/)).toBe(false);
    expect(await township.eventsWith('v1', title)).toBe(0);
    expect(await tablet.row(title).count()).toBe(0);

    await phone.networkReturns();
    await phone.isTakenIn();
    await tablet.row(title).first().waitFor({ timeout: 2_000 });
    await phone.reaches('照片 1/1', { within: 30_000 });
    await phone.sees('全部到了');
    await phone.reaches('出现在示范一村平板上');
    await phone.link('看公告').tap();
    await phone.sees('用工 12 人，每人每天 150 元。');
    await tablet.opens(title);
    await tablet.seesPhotos(1);
    await tablet.sees('已核对，没被改过');
    expect(await township.eventsWith('v1', title)).toBe(1);
  });

  it('is a draft that loses at most the last second of typing when the browser is killed', async () => {
    const phone = await township.cadresPhone();
    phone.loses();
    await phone.writes({ title: '还没写完的公告', text: '写到一半', photos: [photoFile(2)] });
    await phone.keepsDraftWith('写到一半');
    await phone.isKilledAndOpenedAgain('/write');
    await phone.link(/还没写完的公告/).tap();
    expect(await phone.field('标题').inputValue()).toBe('还没写完的公告');
    expect(await phone.field('内容').inputValue()).toBe('写到一半');
    await phone.photosInForm().first().waitFor();
    await phone.publishes();
  });
});

describe('a tablet without a network', () => {
  it('shows the board after a restart, with photos already seen, and says since when it is not up to date', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '路灯维修账目';
    await phone.writesAndPublishes({ title, photos: [photoFile(3)] });
    await phone.isTakenIn();
    await tablet.opens(title);
    await tablet.seesPhotos(1);

    tablet.loses();
    await tablet.isKilledAndOpenedAgain('/');
    await tablet.row(title).first().waitFor();
    await tablet.sees(/网络断开 · 内容更新到/);
    await tablet.opens(title);
    await tablet.seesPhotos(1);
  });
});
