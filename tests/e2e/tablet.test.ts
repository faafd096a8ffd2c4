/** A shared tablet that nobody looks after: its hours, its updates, urgent notices, its code, its clock, a power cut. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/domain/kiosk/settings.ts';
import { type NoticeContent, ORDINARY, PLAIN } from '../../src/domain/notice/events.ts';
import { makeExitCode } from '../../src/sync/client/exit-code.ts';
import { ALWAYS_BRIGHT } from './harness/bright.ts';
import type { Tablet } from './harness/tablet.ts';
import type { Township } from './harness/township.ts';

const HOUR = 3_600_000;
const BOARD = '示范一村 · 村务公开栏';
const FLOOD = '暴雨红色预警：三社低洼户马上转移';
const flood: NoticeContent = {
  ...PLAIN,
  entry: { id: 'general-affairs', name: '其他村务' },
  title: FLOOD,
  officer: '李某',
  sections: [{ heading: '', text: '到村小学集合。带上身份证和药。' }],
  photos: [],
};

/** A copy of the app that can become a newer version. */
const dist = mkdtempSync(join(tmpdir(), 'gongkailan-dist-'));
let township: Township;
let tablet: Tablet;

beforeAll(async () => {
  cpSync(process.env['E2E_DIST'] ?? join(import.meta.dirname, '../../dist'), dist, { recursive: true });
  process.env['E2E_DIST'] = dist;
  const { startTownship } = await import('./harness/township.ts');
  township = await startTownship();
});
afterAll(async () => {
  await township.end();
  rmSync(dist, { recursive: true, force: true });
});

/** Puts a mark into the page and a new revision of it into the service worker, as another build would. */
function buildsNewer(): void {
  const page = join(dist, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('</head>', '<meta name="newer" content="yes" /></head>'),
  );
  const worker = join(dist, 'sw.js');
  const revision = /"revision":"[0-9a-f]+","url":"index\.html"/;
  writeFileSync(
    worker,
    readFileSync(worker, 'utf8').replace(revision, '"revision":"0123456789abcdef","url":"index.html"'),
  );
}

const pass = (ms: number): Promise<void> => tablet.page.clock.runFor(ms);
const isIdle = (): Promise<void> => pass((DEFAULTS.idleSeconds + 5) * 1000);
/** By the township's time, which the tablet knows before it draws anything, the flood is not over. */
const putsWarningAway = (): Promise<void> => tablet.button('知道了，看公开栏').tap();
const newer = (): Promise<number> => tablet.page.locator('meta[name=newer]').count();

describe('a shared tablet', () => {
  it('shows one notice after another when nobody is there, and the board at a touch', async () => {
    tablet = await township.tablet();
    await tablet.page.clock.install();
    await tablet.goes('/b/v1');
    await tablet.heading(BOARD).waitFor();
    await isIdle();
    const show = tablet.page.getByRole('region', { name: '公开栏轮流放' });
    await show.waitFor();
    const first = await show.getByRole('heading').innerText();
    await pass(15_100);
    expect(await show.getByRole('heading').innerText()).not.toBe(first);
    await show.tap();
    await show.waitFor({ state: 'detached' });
    await tablet.heading(BOARD).waitFor();
  });

  it('opens its settings only to the code, and leaves tablet mode there', async () => {
    const { page } = tablet;
    const exitCode = await makeExitCode('240815');
    await township.takesIn(await township.sample.tablets({ ...ALWAYS_BRIGHT, exitCode }));
    await tablet.link('平板设置').tap();
    const keys = async (code: string): Promise<void> => {
      for (const key of code) await page.getByRole('button', { name: key, exact: true }).tap();
    };
    await tablet.heading('请输入 6 位密码').waitFor({ timeout: 30_000 });
    await keys('111111');
    await tablet.sees('密码不对');
    await keys('240815');
    await tablet.heading('平板的情况').waitFor();
    await tablet.button('先离开公开栏模式').tap();
    await tablet.sees('已经离开公开栏模式');
    await isIdle();
    await tablet.sees('已经离开公开栏模式');
    await tablet.button('回到公开栏模式').tap();
    await isIdle();
    await page.waitForURL((url) => url.pathname === '/b/v1');
  });

  it('gives its whole screen to an urgent notice, without a network too, until its time is over', async () => {
    const { page } = tablet;
    const until = new Date(Date.now() + 3 * HOUR).toISOString();
    const urgent = { ...ORDINARY, urgent: { until } };
    await township.takesIn(await township.sample.villageNotice(flood, urgent));
    const alert = page.getByRole('alertdialog', { name: '紧急公告' });
    await alert.getByRole('heading', { name: FLOOD }).waitFor({ timeout: 30_000 });
    tablet.loses();
    await page.reload();
    await alert.waitFor();
    await alert.getByRole('button', { name: '知道了，看公开栏' }).tap();
    await tablet.heading(BOARD).waitFor();
    await isIdle();
    await alert.waitFor();
    await pass(3 * HOUR);
    await alert.waitFor({ state: 'detached' });
    tablet.network.set();
  });

  it('takes a newer version of itself in its dark hours, and nobody is asked', async () => {
    const { page } = tablet;
    const wakes = Array.from({ length: 7 }, () => null);
    await township.takesIn(await township.sample.tablets({ ...DEFAULTS, wakes }));
    await tablet.goes('/b/v1');
    await tablet.isReadyForOffline();
    buildsNewer();
    await township.serverIsKilledAndStartedAgain();
    await page.mouse.click(5, 5);
    // Dark by then, it takes what it finds at once: awake, it would want ten minutes more without a touch.
    await pass(HOUR + 1000);
    await page.locator('meta[name=newer]').waitFor({ state: 'attached', timeout: 20_000 });
    expect(await tablet.showsNow('公开栏有了新版本')).toBe(false);
    await putsWarningAway();
    await tablet.heading(BOARD).waitFor();
    expect(await newer()).toBe(1);
  });

  it('opens at its board after a power cut, and knows that its clock is wrong', async () => {
    await tablet.goes('/b/v1/find');
    await putsWarningAway();
    await tablet.page.getByLabel('找什么').fill('断电的时候');
    tablet.loses();
    await tablet.browser.kill();
    const page = await tablet.browser.open();
    await page.clock.install({ time: new Date('2020-01-01T09:00:00+08:00') });
    await tablet.goes('/');
    await putsWarningAway();
    await tablet.heading(BOARD).waitFor();
    await tablet.sees(/这台平板的时钟不对（慢了 \d+ 天）/);
    const inShanghai = new Date(Date.now() + 8 * HOUR);
    expect(await tablet.text()).toContain(`${inShanghai.getUTCMonth() + 1}月`);
    expect(await tablet.text()).not.toContain('断电的时候');
    expect(tablet.browser.complaints).toEqual([]);
  });
});
