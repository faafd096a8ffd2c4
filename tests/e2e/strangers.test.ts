/**
 * Strangers in a row at a shared tablet, with and without a network: each types words that nobody else types, taps about,
 * goes back, reloads, and walks away in the middle. Nothing of any of them is left.
 * How many: STRANGERS (README.md).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/domain/kiosk/settings.ts';
import { type NoticeContent, ORDINARY, PLAIN } from '../../src/domain/notice/events.ts';
import { dice, doesAnything, type Lying, type Stranger, strangerOf, WAYS } from './harness/strangers.ts';
import type { Tablet } from './harness/tablet.ts';
import { startTownship, type Township } from './harness/township.ts';
import { everythingIn, filesWith, holds } from './harness/traces.ts';

const COUNT = Number(process.env['STRANGERS'] ?? 8);
const SEED = Number(process.env['SEED'] ?? 20261125);
/** What each does after he has begun a form. */
const STEPS = 5;
const BOARD = '示范一村 · 村务公开栏';
const LYING: Lying = { notice: '村道硬化进度通报', inPublicity: '低保对象名单公示' };
const PLANTED = '这句是故意放的';

const about = (title: string): NoticeContent => ({
  ...PLAIN,
  entry: { id: 'general-affairs', name: '其他村务' },
  title,
  officer: '李某',
  sections: [{ heading: '', text: '一社、二社已经修完。' }],
  photos: [],
});

let township: Township;
let tablet: Tablet;
/** Everybody who was here. */
const gone: Stranger[] = [];

beforeAll(async () => {
  township = await startTownship();
  await township.publishes(about(LYING.notice));
  await township.publishes(about(LYING.inPublicity), {
    ...ORDINARY,
    publicity: { days: 7, unit: 'working' },
  });
});
afterAll(() => township.end());

/** He goes, and after its time the tablet is back at its board. */
async function walksAway(): Promise<void> {
  // Time goes on until nobody is there for the tablet: a page that was still loading begins to count when it has loaded.
  const passes = async (): Promise<string> => {
    await tablet.page.clock.runFor((DEFAULTS.idleSeconds + 5) * 1000);
    return new URL(tablet.page.url()).pathname;
  };
  await expect.poll(passes, { timeout: 40_000, interval: 500 }).toBe('/b/v1');
  await tablet.page.locator('.slide, .board').first().waitFor();
}

/** The next one touches the screen and sees the board. */
async function comes(): Promise<void> {
  const show = tablet.page.getByRole('region', { name: '公开栏轮流放' });
  if (await show.isVisible()) await show.tap();
  await tablet.heading(BOARD).waitFor();
  await tablet.link('申请公开信息').first().waitFor();
}

const formsOf = ({ words, digits }: Stranger): string[] => [
  words,
  words.slice(-9),
  digits.slice(0, 19),
  (digits.slice(0, 16).match(/.{4}/g) ?? []).join(' '),
];

async function leftOf(strangers: Stranger[], where: () => Promise<string>): Promise<string[]> {
  const kept = await where();
  return strangers.flatMap(formsOf).filter((words) => holds(kept, words));
}

/** What the next one sees, and what a page keeps beside its tables. */
const atHand = (): Promise<string> =>
  tablet.page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
      document.title,
      location.href,
      JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }]),
    ].join('\n'),
  );

/** Addresses and titles in the history of the window, which 'back' would lead to. */
async function wayBack(): Promise<{ url: string; title: string }[]> {
  const session = await tablet.browser.context.newCDPSession(tablet.page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  return entries.map(({ url, title }) => ({ url, title }));
}

const ways = Object.entries(WAYS);

describe(`${COUNT} strangers in a row at a shared tablet`, () => {
  it('find the desks open to which they could write', async () => {
    // Their computers open the desks for which things are sealed.
    for (const device of [
      await township.office(),
      await township.cadresPhone(),
      await township.inspectorsPhone(),
    ]) {
      await device.browser.close();
    }
    tablet = await township.tablet();
    await tablet.page.clock.install();
    await tablet.goes('/b/v1');
    await tablet.heading(BOARD).waitFor();
  });

  it('leave nothing behind for the next one to see, whatever they were doing', async () => {
    for (let n = 0; n < COUNT; n++) {
      const roll = dice(SEED + n);
      const who = strangerOf(n, roll);
      gone.push(who);
      await comes();
      if (roll(2) === 0) tablet.loses();
      else tablet.network.set();
      const [name, way] = ways[n % ways.length]!;
      await way(tablet, who, LYING);
      expect(await leftOf([who], atHand), `${name}: he sees what he typed`).not.toEqual([]);
      for (let step = 0; step < STEPS; step++) await doesAnything(tablet, who, roll);
      await walksAway();
      expect(await leftOf([who], atHand), `stranger ${n}, who began with ${name}`).toEqual([]);
      const before = (await wayBack()).filter(({ url }) => !['/', '/b/v1'].includes(new URL(url).pathname));
      expect(before.filter(({ url }) => url !== 'about:blank')).toEqual([]);
    }
  });

  it('leave nothing in tables, caches and storage, and the search for it finds what is there', async () => {
    expect(await leftOf(gone, () => everythingIn(tablet.page))).toEqual([]);
    await tablet.page.evaluate(async (words) => {
      localStorage.setItem('planted', words);
      const cache = await caches.open('planted');
      await cache.put('/planted', new Response(`${words}在缓存`));
      const open = indexedDB.open('gongkailan');
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const put = open.result.transaction('meta', 'readwrite').objectStore('meta');
      const done = put.put({ key: 'planted', value: new TextEncoder().encode(`${words}在表里`) });
      await new Promise((resolve) => done.addEventListener('success', resolve));
      open.result.close();
    }, PLANTED);
    const kept = await everythingIn(tablet.page);
    for (const words of [PLANTED, `${PLANTED}在缓存`, `${PLANTED}在表里`])
      expect(holds(kept, words), words).toBe(true);
  });

  it('leave nothing in the browser’s own files', async () => {
    const { profile } = tablet.browser;
    await tablet.browser.close();
    const left = gone.flatMap(formsOf).filter((words) => filesWith(profile, words).length > 0);
    expect(left).toEqual([]);
    expect(filesWith(profile, PLANTED).length).toBeGreaterThan(0);
    expect(tablet.browser.complaints).toEqual([]);
  });
});
