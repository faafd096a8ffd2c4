/** Bad input is said in words or shown as plain text, and nothing that was written is lost. */
import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('a notice with', () => {
  it('an empty title is not published, and says what is missing', async () => {
    const phone = await township.cadresPhone();
    await phone.writes({ title: '   ', text: '写好的正文' });
    await phone.button('公开').tap();
    await phone.sees('写一个标题');
    await phone.page.waitForFunction(() => document.activeElement?.id === 'write-title');
    expect(await phone.field('内容').inputValue()).toBe('写好的正文');
    expect(await township.eventsWith('v1', '写好的正文')).toBe(0);
    await phone.fills({ title: '现在有标题了' });
    await phone.publishes();
    await phone.isTakenIn();
  });

  it('100,000 characters says by how much it is too long, and keeps every one of them', async () => {
    const phone = await township.cadresPhone();
    const text = '村务公开'.repeat(25_000);
    await phone.writes({ title: '很长的公告', text });
    await phone.button('公开').tap();
    await phone.sees(/多了 80[ ,]?000 ?个?字/);
    await phone.keepsDraftWith(text);
    await phone.isKilledAndOpenedAgain('/write');
    await phone.link(/很长的公告/).tap();
    expect(await phone.field('内容').inputValue()).toBe(text);
    await phone.fills({ text: text.slice(0, 20_000) });
    await phone.publishes();
    await phone.isTakenIn();
  });

  it('rare characters, emoji, right-to-left marks and HTML is shown as exactly that text', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '𠮷㐂👨‍👩‍👧 <b>补贴</b> \u202eabc\u202c';
    const text =
      '<img src=x onerror="document.title=\'x\'">\n<script>alert(1)</script>\n𠮷野家 &amp; \u200f右';
    tablet.page.on('dialog', () => expect.unreachable('a notice opened a dialog'));
    await phone.writesAndPublishes({ title, text });
    await phone.isTakenIn();
    const row = tablet.page.getByText(title).first();
    await row.waitFor();
    await row.tap();
    await tablet.sees('<script>alert(1)</script>');
    const article = await tablet.page.locator('article').innerText();
    for (const line of text.split('\n')) expect(article).toContain(line);
    expect(await tablet.page.locator('article img, article script, article b').count()).toBe(0);
    expect(await tablet.page.title()).not.toBe('x');
    await tablet.sees('已核对，没被改过');
    // A mark that turns the reading direction ends with the title, and does not turn what stands beside it.
    const contained = await tablet.page
      .getByRole('heading', { name: title })
      .evaluate((element) => getComputedStyle(element).display === 'block');
    expect(contained).toBe(true);
  });
});

describe('a photo that is', () => {
  it('no image, or broken, says so by name, and the others are kept', async () => {
    const phone = await township.cadresPhone();
    await phone.writes({ title: '有一张坏照片', photos: [photoFile(21)] });
    const bad = { name: '坏的.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>no photo</html>') };
    await phone.page.getByLabel('从相册选').setInputFiles(bad);
    await phone.sees(/“坏的\.jpg”打不开/);
    const half = { ...photoFile(22), name: '半张.png' };
    await phone.page.getByLabel('从相册选').setInputFiles({ ...half, buffer: half.buffer.subarray(0, 20) });
    await phone.sees(/“半张\.png”打不开/);
    expect(await phone.photosInForm().count()).toBe(1);
    await phone.publishes();
    await phone.reaches('照片 1/1', { within: 30_000 });
  });

  it('a file of 200 MB is refused at once, and what was written stays', async () => {
    const phone = await township.cadresPhone();
    await phone.writes({ title: '带大文件的公告' });
    const path = join(township.folder, '录像.jpg');
    const file = openSync(path, 'w');
    ftruncateSync(file, 200 * 1024 * 1024);
    closeSync(file);
    await phone.page.getByLabel('从相册选').setInputFiles(path);
    await phone.sees(/“录像\.jpg”太大了/);
    expect(await phone.field('标题').inputValue()).toBe('带大文件的公告');
    await phone.publishes();
  });
});
