/** A year's page from the archive, opened from the file system in a real browser: no server, no network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeYearPage } from '../../src/server/archive/archive.ts';
import { readYearScript } from '../../src/server/archive/year/script.ts';
import { makeYear2018 } from '../../src/server/demo/year-2018/year.ts';
import { readLogKey } from '../../src/server/log-key.ts';
import { openStorage } from '../../src/server/storage.ts';
import { findChromium } from '../helpers/chromium.ts';
import { SCREENS } from './harness/browser.ts';

const DIST = process.env['E2E_DIST'] ?? join(import.meta.dirname, '../../dist');
const work = mkdtempSync(join(tmpdir(), 'gongkailan-year-'));
let browser: Browser;
let file = '';

/** Opens a page from a file, and waits until it has said what it found. */
async function opened(markup: string, before?: (page: Page) => Promise<unknown>): Promise<Page> {
  const path = join(work, '示范一村 2018.html');
  writeFileSync(path, markup);
  const context = await browser.newContext({ ...SCREENS.phone, offline: true });
  const page = await context.newPage();
  await before?.(page);
  await page.goto(pathToFileURL(path).href);
  return page;
}
async function said(markup: string, before?: (page: Page) => Promise<unknown>): Promise<string> {
  const page = await opened(markup, before);
  const text = await page.locator('#check.green, #check.red').innerText();
  await page.context().close();
  return text;
}
/** The first place after `near` where a text stands, changed. */
function changed(near: string, from: string, to: string): string {
  const at = file.indexOf(from, file.indexOf(near));
  expect(at).toBeGreaterThan(0);
  return file.slice(0, at) + to + file.slice(at + from.length);
}

beforeAll(async () => {
  const data = join(work, 'data');
  await makeYear2018(data);
  const storage = await openStorage(data);
  const signer = (await readLogKey(data))?.signer ?? null;
  const script = await readYearScript(DIST);
  file = await makeYearPage({ log: storage.log, blobs: storage.blobs, signer, script }, 2018, 'v1');
  await storage.close();
  browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
});

describe('a village’s year as one file', () => {
  it('opens without a server, checks itself, and finds what somebody types', async () => {
    const page = await opened(file);
    const complaints: string[] = [];
    page.on('console', (one) => void (one.type() === 'error' && complaints.push(one.text())));
    await page.getByRole('heading', { name: '刚刚核对过，没有改动' }).waitFor();
    await page.getByText('证明了什么').click();
    const proved = await page.locator('#check').innerText();
    expect(proved).toContain('原始记录 84 条');
    expect(proved).toContain('下面显示的 5 件事、5 张照片');
    expect(await page.locator('article').nth(2).innerText()).toContain('张贴 · 公开墙 2');
    const shown = (): Promise<number> => page.locator('article:visible').count();
    expect(await shown()).toBe(5);
    await page.getByLabel('查找').fill('低保 发放');
    await page.getByText('找到 1 件').waitFor();
    expect(await shown()).toBe(1);
    expect(await page.locator('article:visible h1').innerText()).toBe('第二季度农村低保发放名单');
    expect(await page.locator('mark').first().innerText()).toBe('低保');
    await page.getByLabel('查找').fill('没有这样的词');
    await page.getByText('没有找到').waitFor();
    await page.getByLabel('查找').fill('');
    await expect.poll(shown).toBe(5);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('checks itself in a browser without Ed25519, and in one without WebCrypto', async () => {
    const without = (what: 'importKey' | 'subtle') => (page: Page) =>
      page.addInitScript((name) => {
        if (name === 'subtle') Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });
        else SubtleCrypto.prototype.importKey = () => Promise.reject(new Error('NotSupportedError'));
      }, what);
    expect(await said(file, without('importKey'))).toContain('刚刚核对过，没有改动');
    expect(await said(file, without('subtle'))).toContain('刚刚核对过，没有改动');
  });

  it('says in words what was changed, and shows what was signed in its place', async () => {
    const page = await opened(changed('<article', '650.00', '651.00'));
    const words = '《第一季度村集体收支账目》：显示的和签过名的不一样';
    await page.getByText(words).waitFor();
    expect(await page.locator('article.foreign + article').innerText()).toContain('650.00');
    await page.context().close();
    const own = '/v1/public">';
    expect(await said(changed(own, '村道硬化', '村道软化'))).toContain('正文不是当时签名的那份');
    expect(await said(changed(own, '"seen":0', '"seen":1'))).toContain('签名不对');
    expect(await said(changed(own, '.000Z ', '.001Z '))).toContain('改了收到时间');
  });

  it('runs no script that was put into it, and then claims nothing', async () => {
    const other = await opened(changed('<script>', '没有改动', '没有问题'));
    expect(await other.locator('#check').innerText()).toContain('这一页还没有核对');
    await other.context().close();
    const more = await opened(
      changed('</main>', '<script>', '<script>document.title="坏";</script><script>'),
    );
    await more.getByText('页面里多了别的东西').waitFor();
    expect(await more.title()).toBe('示范一村 2018 年公开档案');
    await more.context().close();
  });
});
