/** A report from the tablet, with the network cut, to the inspector and back; and everybody who must not see it, looking for it. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from './harness/device.ts';
import { PHONE_RULES, problemsOf, TABLET_RULES } from './harness/looks.ts';
import type { Phone } from './harness/phone.ts';
import { photoFile } from './harness/pictures.ts';
import type { Tablet } from './harness/tablet.ts';
import { startTownship, type Township } from './harness/township.ts';
import { everythingIn, filesWith, holds } from './harness/traces.ts';

const WORDS = '沟东水渠的石料钱记了两遍';
const MARK_UP = '<img src=x onerror="document.title=1">';
const ANSWER = '石料单据已经核对过了';
const ADDED = '仓库门口还有一车石料';
/** Public words, which must be found wherever the report must not be: a search that finds nothing proves nothing. */
const PUBLIC = '示范一村';
const PLANTED = '这句是故意放在平板里的';
const PLACE = 'GPS-35.9527N-104.8216E';

let township: Township;
let tablet: Tablet;
let inspector: Phone;
let stranger: Phone;
/** Everything that passed over the networks of all of them. */
const heard: string[] = [];
const listen = (device: Device): void => device.network.tap((text) => heard.push(text));

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const keypad = async (device: Device, digits: string): Promise<void> => {
  for (const digit of digits) await device.page.getByRole('button', { name: digit, exact: true }).tap();
};
const shownCode = async (device: Device): Promise<string> =>
  (await device.page.locator('.receipt-groups').innerText()).replace(/\D/g, '');

describe('the report box', () => {
  it('says that nobody can open it yet, and where to go instead', async () => {
    tablet = await township.tablet();
    listen(tablet);
    await tablet.link(/举报箱/).tap();
    await tablet.sees('举报箱现在还不能用');
    await tablet.sees(/12388/);
    expect(await tablet.button('写举报').count()).toBe(0);
    await tablet.button('离开，全部抹掉').tap();
    await tablet.heading('示范一村 · 村务公开栏').waitFor();
  });

  it('opens once the inspector has a phone', async () => {
    inspector = await township.inspectorsPhone();
    listen(inspector);
    await inspector.link(/^举报箱$/).tap();
    await inspector.sees('还没有人交举报');
    await tablet.link(/举报箱/).tap();
    await tablet.button('写举报').waitFor();
    expect(await problemsOf(tablet.page, 'what is protected', TABLET_RULES)).toEqual([]);
  });

  let code: string;

  it('takes a report without a network, and has its code noted before it is gone from the screen', async () => {
    tablet.loses();
    await tablet.button('写举报').tap();
    await tablet.button('封好，交上去').tap();
    await tablet.sees('还没有写。请先写一句。');
    await tablet.field(/要说的事/).fill(`${WORDS}\n${MARK_UP}`);
    expect(await problemsOf(tablet.page, 'writing', TABLET_RULES)).toEqual([]);
    await tablet.button('封好，交上去').tap();
    await tablet.heading('记下回执号').waitFor();
    code = await shownCode(tablet);
    expect(code).toHaveLength(20);
    expect(await problemsOf(tablet.page, 'the code', TABLET_RULES)).toEqual([]);
    await tablet.button('离开，全部抹掉').tap();
    await tablet.sees('回执号还没有对过');
    await tablet.button('先不走').tap();

    await tablet.button('记好了，对一遍').tap();
    expect(holds(await tablet.text(), code.slice(0, 4))).toBe(false);
    await keypad(tablet, `${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`);
    await tablet.sees('跟给您的不一样');
    expect(await problemsOf(tablet.page, 'the check', TABLET_RULES)).toEqual([]);
    await tablet.button('退一格').tap();
    await keypad(tablet, code.slice(19));
    await tablet.sees('记对了，回执号已经从屏幕上抹掉');
    await tablet.sees(/封好的存在这台机器里/);
    expect(await problemsOf(tablet.page, 'handed in', TABLET_RULES)).toEqual([]);
  });

  const isNowhereOnTheTablet = async (): Promise<void> => {
    const kept = await everythingIn(tablet.page);
    expect(holds(kept, PUBLIC)).toBe(true);
    for (const words of [WORDS, MARK_UP, code]) expect(holds(kept, words), words).toBe(false);
    expect(kept).not.toContain((code.match(/.{4}/g) ?? []).join(' '));
  };

  it('leaves no trace on the tablet: storage, caches, history, title and screen, before and after it has gone', async () => {
    await isNowhereOnTheTablet();
    await tablet.button('离开，全部抹掉').first().tap();
    await tablet.heading('示范一村 · 村务公开栏').waitFor();
    await tablet.page.goBack({ waitUntil: 'commit' }).catch(() => null);
    await isNowhereOnTheTablet();
    await tablet.goes('/b/v1').catch(() => undefined);
    await tablet.networkReturns();
    await inspector.sees('没看过', { within: 60_000 });
    await isNowhereOnTheTablet();
  });

  it('shows it to the inspector alone, as plain text, and takes his answer back to who has the code', async () => {
    await inspector.link(/举报箱 1/).waitFor();
    await inspector.page.locator('.inspect-line').first().tap();
    await inspector.sees(new RegExp(WORDS));
    await inspector.sees(MARK_UP);
    expect(await inspector.page.title()).toBe('一件举报');
    await inspector.field('答复').fill(ANSWER);
    await inspector.page.getByRole('combobox').selectOption('partly');
    expect(await problemsOf(inspector.page, 'a report', PHONE_RULES)).toEqual([]);
    await inspector.button('封好，答复').tap();
    await inspector.page.locator('.inspect-answer').getByText(ANSWER).waitFor();
    await inspector.goes('/inspect/box');
    await inspector.sees('已办结');
    await inspector.link(/^举报箱$/).waitFor();

    await tablet.link(/举报箱/).tap();
    await tablet.button(/凭回执号/).tap();
    await keypad(tablet, code);
    await tablet.sees(ANSWER, { within: 30_000 });
    await tablet.sees('结果：部分查实');
    expect(await tablet.text()).not.toContain(WORDS);
    await tablet.button('离开，全部抹掉').tap();
    await tablet.heading('示范一村 · 村务公开栏').waitFor();
    await isNowhereOnTheTablet();
    expect(holds(await everythingIn(tablet.page), ANSWER)).toBe(false);
  });

  it('says at once that a code is mistyped, and of a wrong one no more than that there is nothing', async () => {
    stranger = await township.newPhone();
    listen(stranger);
    await stranger.goes('/box');
    await stranger.button(/凭回执号/).tap();
    await stranger.field(/回执号/).fill(`${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`);
    await stranger.sees('回执号打错了');
    await stranger.button('重打').tap();
    // Another code whose check digit is right.
    await stranger.field(/回执号/).fill('00000000000000000002');
    await stranger.sees(/没有找到这个回执号|回执号打错了/);
    expect(await problemsOf(stranger.page, 'a wrong code', PHONE_RULES)).toEqual([]);
  });

  it('takes more under the same code from any phone, with a photo that has lost where it was taken', async () => {
    await stranger.button('重打').tap();
    await stranger.field(/回执号/).fill(code);
    await stranger.sees(ANSWER);
    await stranger.button('再补充一些').tap();
    await stranger.field(/要说的事/).fill(ADDED);
    const photo = photoFile(7, 'IMG_0815.png');
    const marked = { ...photo, buffer: Buffer.concat([photo.buffer, Buffer.from(PLACE)]) };
    await stranger.page.locator('input[type=file]').setInputFiles(marked);
    await stranger.page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await stranger.button('封好，交上去').tap();
    await stranger.sees('补充的也封好了');
    await stranger.sees('乡里的总账已经收下', { within: 30_000 });
    const kept = await everythingIn(stranger.page);
    expect(holds(kept, PUBLIC)).toBe(true);
    for (const words of [WORDS, ADDED, ANSWER, code, PLACE]) expect(holds(kept, words), words).toBe(false);

    await inspector.sees('又有补充', { within: 60_000 });
    await inspector.page.locator('.inspect-line').first().tap();
    await inspector.sees(ADDED);
    const source = await inspector.page.locator('.inspect-photo').getAttribute('src');
    const bytes = Buffer.from(source!.split(',')[1]!, 'base64');
    expect([bytes[0], bytes[1], bytes.includes('Exif'), holds(bytes, PLACE)]).toEqual([
      0xff,
      0xd8,
      false,
      false,
    ]);
  });

  it('was readable to nobody on the way: not on the wire, not on the server’s disk, not in the tablet’s profile', async () => {
    const secrets = [WORDS, MARK_UP, ADDED, ANSWER, code, PLACE];
    expect(heard.filter((text) => holds(text, PUBLIC)).length).toBeGreaterThan(0);
    expect(filesWith(join(township.folder, 'data'), PUBLIC).length).toBeGreaterThan(0);
    await tablet.page.evaluate((words) => localStorage.setItem('planted', words), PLANTED);
    for (const words of secrets)
      expect(
        heard.filter((text) => holds(text, words)).map((text) => text.slice(0, 80)),
        words,
      ).toEqual([]);
    for (const words of secrets) expect(filesWith(join(township.folder, 'data'), words), words).toEqual([]);
    const { profile } = tablet.browser;
    await tablet.browser.close();
    expect(filesWith(profile, PLANTED).length).toBeGreaterThan(0);
    for (const words of secrets) expect(filesWith(profile, words), words).toEqual([]);
  });
});
