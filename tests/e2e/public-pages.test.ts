/** A link in a chat, on any phone: the notice is there at once, without a script; then the app takes its place. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser as Chromium, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/domain/notice/events.ts';
import { findChromium } from '../helpers/chromium.ts';
import { startTownship, type Township } from './harness/township.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TITLE = '冬季取暖补贴';
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'zh-CN' };

let township: Township;
let browser: Chromium;
let origin: string;
let notice: string;

beforeAll(async () => {
  township = await startTownship();
  origin = `http://127.0.0.1:${township.server.port}`;
  notice = await township.publishes({
    ...PLAIN,
    entry: { id: 'general-affairs', name: '其他村务' },
    title: TITLE,
    officer: '李某',
    sections: [{ heading: '', text: '每户 300 元。\n打到一卡通。' }],
    photos: [],
  });
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser.close();
  await township.end();
});

/** Rules of axe that the page breaks. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
    return (await axe.run()).violations.map(({ id }) => id);
  });
  return found;
}

describe('a link to a notice', () => {
  it('shows all of it with JavaScript switched off, and leads on to the board', async () => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${origin}/b/v1/n/${notice}`);
    expect(await page.title()).toBe(TITLE);
    await page.getByText('打到一卡通。').waitFor();
    await page.getByText('怎么核对').click();
    await page.getByText(notice).waitFor();
    await page.getByRole('link', { name: /公开栏首页/ }).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
    await page
      .getByRole('link', { name: /各村公开栏/ })
      .first()
      .click();
    await page.getByText('看哪个村的？').waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('never shows an empty screen while the app takes the page’s place', async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.addInitScript((title) => {
      const seen: boolean[] = [];
      Object.assign(window, { seen });
      const look = (): void => {
        // From the moment on which the text is there at all.
        const text = document.body?.innerText ?? '';
        if (text.includes(title) || seen.length > 0) seen.push(text.includes(title));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, TITLE);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    await page.goto(`${origin}/b/v1/n/${notice}?p=none`);
    await page.locator('#plain').waitFor({ state: 'detached' });
    await page.getByText('已核对，没被改过').waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).not.toContain(false);
    expect(complaints).toEqual([]);
    expect(page.url()).toBe(`${origin}/b/v1/n/${notice}`);
    await context.close();
  });

  it('never shows the app without its stylesheets, although they are lost on the way at first', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const lost = new Map<string, number>();
    // Those that the page names; a screen that loads later says itself when its part did not come.
    await page.route(/\/assets\/index-[^/]+\.css$/, async (route) => {
      const count = (lost.get(route.request().url()) ?? 0) + 1;
      lost.set(route.request().url(), count);
      if (count === 1) await route.abort();
      else if (count === 2) await route.fulfill({ status: 503, contentType: 'text/css', body: '' });
      else await route.continue();
    });
    await page.addInitScript(() => {
      const heads: string[] = [];
      Object.assign(window, { heads });
      const look = (): void => {
        const head = document.querySelector('#app:not([hidden]) .board-head');
        if (head) heads.push(getComputedStyle(head).backgroundColor);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto((await township.invitation('tablet', origin)).replace('/join#', '/b/v1#'));
    await page.locator('#plain').waitFor({ state: 'detached' });
    await page.locator('.board-head').waitFor();
    const heads = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const { heads } = window as unknown as { heads: string[] };
          const ask = (): unknown => (heads.length > 1 ? resolve(heads) : requestAnimationFrame(ask));
          ask();
        }),
    );
    expect(Math.min(...lost.values())).toBeGreaterThan(2);
    expect(heads).not.toContain('rgba(0, 0, 0, 0)');
    await context.close();
  });

  it('is clean by axe, as page of a notice, a board, the township and of nothing', async () => {
    const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
    const page = await context.newPage();
    // The app is kept away: it is the plain page that is looked at.
    await page.route(/\/assets\//, (route) => route.abort());
    for (const path of [`/b/v1/n/${notice}`, '/b/v1', '/', '/b/v1/n/none']) {
      await page.goto(origin + path);
      expect([path, await faults(page)]).toEqual([path, []]);
    }
    await context.close();
  });
});

/** What the app wrote on its icon. */
declare global {
  interface Window {
    onIcon: number | 'none' | null;
  }
}

describe('a resident who follows a village on his own phone', () => {
  it('finds the number of new notices beside its name and on the icon, and no more once he has looked', async () => {
    const context = await browser.newContext(PHONE);
    // A browser shows a number on the icon of an installed app alone: here it is kept instead.
    await context.addInitScript(() => {
      window.onIcon = null;
      Object.assign(navigator, {
        setAppBadge: async (count: number) => void (window.onIcon = count),
        clearAppBadge: async () => void (window.onIcon = 'none'),
      });
    });
    const page = await context.newPage();
    await page.goto(`${origin}/b/v1`);
    await page.getByRole('button', { name: /常看这里/ }).click();
    await page.getByText('记下了').waitFor();
    await page.waitForFunction(() => window.onIcon === 'none');
    await page.getByRole('button', { name: '不用提醒' }).click();
    await page.getByRole('link', { name: '各村公开栏' }).first().click();
    const tile = page.getByRole('link', { name: /示范一村.*常看/ });
    await tile.waitFor();
    await township.publishes({
      ...PLAIN,
      entry: { id: 'general-affairs', name: '其他村务' },
      title: '停水一天',
      officer: '李某',
      sections: [{ heading: '', text: '明天修管子。' }],
      photos: [],
    });
    await tile.getByText('新 1 条').waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => window.onIcon === 1);
    await tile.click();
    await page.getByText('停水一天').first().waitFor();
    await page.waitForFunction(() => window.onIcon === 'none');
    await context.close();
  });
});
