/** WCAG 2.2 on all residents' screens, in every way they are set; `wcag.ts` says of each criterion how it is met. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from './harness/device.ts';
import { brokenRules, nextStop, tooWide } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';
import { announced, spokenTree, treeFaults } from './harness/tree.ts';

let township: Township;
let tablet: Device;
let routes: string[] = [];

/** The screens that a resident can open, beside the notices themselves. */
const FIXED = [
  '/b/v1',
  '/b/v1/c/subsidy',
  '/b/v1/c/money',
  '/b/v1/find',
  '/b/v1/find/me',
  '/b/v1/projects',
  '/b/v1/people',
  '/b/v1/paper',
  '/units',
  '/ask',
  '/box',
];
const NOTICES = 6;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

/** One tablet for all: enrolled by whichever test is the first. */
async function atTheTablet(): Promise<void> {
  if (routes.length > 0) return;
  tablet = await township.tablet();
  await tablet.sees('冬季值班安排');
  const links = await tablet.page.$$eval('main a[href*="/n/"]', (all) =>
    all.map((one) => one.getAttribute('href') ?? ''),
  );
  routes = [...FIXED, ...[...new Set(links)].slice(0, NOTICES)];
}

/** Waits until the screen stands: its heading is there, and nothing says that it is loading. */
async function opens(path: string): Promise<void> {
  await tablet.goes(path);
  await tablet.page.locator('h1').first().waitFor();
  await tablet.page.waitForFunction(() => !document.querySelector('.splash'));
}

interface Way {
  name: string;
  width: number;
  height: number;
  size?: string;
  contrast?: string;
}

/** As the person has set it, without pressing through each screen's buttons. */
async function sets({ width, height, size = 'normal', contrast = 'normal' }: Way): Promise<void> {
  await atTheTablet();
  const { page } = tablet;
  await page.setViewportSize({ width, height });
  await page.evaluate(
    ([wanted, ground]) => {
      localStorage.setItem('gongkailan.size', wanted);
      localStorage.setItem('gongkailan.contrast', ground);
    },
    [size, contrast] as const,
  );
}

const WAYS: Way[] = [
  { name: 'lying', width: 1280, height: 800 },
  { name: 'standing, in the largest type', width: 800, height: 1280, size: 'largest' },
  { name: 'in high contrast', width: 1280, height: 800, contrast: 'high' },
  { name: 'at 320 px', width: 320, height: 640, size: 'larger' },
  { name: 'at 400 %', width: 320, height: 200 },
];

/** ms: all screens, one after the other, on a slow machine. */
const LONG = 400_000;

describe.each(WAYS)('a resident’s screen $name', { timeout: LONG }, (way) => {
  it('breaks no rule that axe knows, and needs no scrolling to the side', async () => {
    await sets(way);
    const problems: string[] = [];
    for (const path of routes) {
      await opens(path);
      problems.push(...(await brokenRules(tablet.page, path)), ...(await tooWide(tablet.page, path)));
    }
    expect(problems).toEqual([]);
  });
});

describe('a resident', () => {
  it('bears wider spacing of lines, words and letters without losing any', async () => {
    await sets(WAYS[0]!);
    const problems: string[] = [];
    for (const path of routes) {
      await opens(path);
      // By the script interface: the pages allow no styles but their own.
      await tablet.page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLElement>('body *')) {
          one.style.lineHeight = '1.5';
          one.style.letterSpacing = '0.12em';
          one.style.wordSpacing = '0.16em';
        }
      });
      problems.push(...(await tooWide(tablet.page, path)));
    }
    expect(problems).toEqual([]);
  });

  it('goes through a screen by keyboard alone: each stop is ringed, none is hidden, and it ends', async () => {
    await sets(WAYS[0]!);
    for (const path of ['/b/v1', '/b/v1/find', routes[routes.length - 1]!, '/box']) {
      await opens(path);
      const stops = [];
      for (let stop = await nextStop(tablet.page); stop && stops.length < 120;) {
        stops.push(stop);
        stop = await nextStop(tablet.page);
      }
      expect(stops.length, path).toBeGreaterThan(2);
      expect(stops.length, path).toBeLessThan(120);
      expect(
        stops.filter(({ ringed, hidden }) => !ringed || hidden),
        path,
      ).toEqual([]);
    }
  });

  it('hears every screen by its accessibility tree: names in Chinese, headings in order, no silent stop', async () => {
    await sets(WAYS[0]!);
    const notice = routes[routes.length - 1]!;
    const problems: string[] = [];
    const bars = new Map<string, string>();
    for (const path of [...routes, '/b/v1/day', `${notice}/say`, `${notice}/day`]) {
      await opens(path);
      problems.push(...treeFaults(await spokenTree(tablet.page), path));
      const bar = await tablet.page.$$eval('nav.bar .bar-item', (all) => all.map((one) => one.textContent));
      // What is printed has none, and the report box a short one without ways out.
      if (bar.length > 0) bars.set(bar.join(' '), path);
    }
    expect(problems).toEqual([]);
    expect([...bars].slice(1), `one bar on all screens, as on ${[...bars][0]!.join(': ')}`).toEqual([]);
  });

  it('hears what changes without looking for it: what was found, how large the type is, what is missing', async () => {
    await sets(WAYS[0]!);
    const hears = async (words: RegExp): Promise<void> =>
      expect
        .poll(async () => announced(await spokenTree(tablet.page)).join(' · '), { timeout: 15_000 })
        .toMatch(words);
    await opens('/b/v1/find');
    await tablet.page.locator('input').first().fill('值班');
    await hears(/找到 \d+ 条/);
    await tablet.button(/字更大/).tap();
    await hears(/现在是大字/);
    await opens('/b/v1/find/me');
    await tablet.page.getByRole('button', { name: '7', exact: true }).tap();
    await hears(/已经按了：7/);
  });

  it('chooses by number, on the keys of the screen and of a keyboard, without a voice too', async () => {
    await sets(WAYS[0]!);
    await opens('/b/v1');
    await tablet.button('按数字').tap();
    await tablet.sees('按号码选');
    await tablet.page.locator('.number-mark').first().waitFor();
    expect(await brokenRules(tablet.page, 'numbered')).toEqual([]);
    await tablet.page.getByRole('button', { name: '1', exact: true }).tap();
    // The address stays on a shared tablet: the way back tells that a page was opened.
    await tablet.page.locator('.page-back').waitFor();
    await tablet.page.keyboard.press('0');
    await tablet.page.locator('.page-back').waitFor({ state: 'detached' });
    await tablet.button('不用数字了').tap();
    await tablet.seesNoMore('按号码选');
  });

  it('is told once that the tablet has no Chinese voice, and how it gets one', async () => {
    await sets(WAYS[0]!);
    await opens('/b/v1');
    await tablet.button('读给我听').tap();
    await tablet.sees('这台机器没有装中文朗读的声音');
    await tablet.sees(/文字转语音/);
    await tablet.button('知道了').tap();
    await tablet.seesNoMore('这台机器没有装中文朗读的声音');
  });
});
