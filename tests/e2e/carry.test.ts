/** A notice goes from a phone to a tablet though neither has a network, and is one notice once both have one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

/** What a camera before this screen would see: each moving code once, as JPEG pictures of one size. */
async function filmOf(page: Page, codes: number): Promise<Buffer> {
  const pictures = await page.evaluate(async (wanted) => {
    const shown = document.querySelector<HTMLCanvasElement>('canvas[data-shown]');
    if (!shown) throw new Error('no moving code');
    const film: string[] = [];
    const still = document.createElement('canvas');
    still.width = 720;
    still.height = 720;
    const paint = still.getContext('2d')!;
    const take = (): void => {
      paint.fillStyle = '#ffffff';
      paint.fillRect(0, 0, 720, 720);
      paint.imageSmoothingEnabled = false;
      paint.drawImage(shown, 40, 40, 640, 640);
      film.push(still.toDataURL('image/jpeg', 0.9).split(',')[1]!);
    };
    await new Promise<void>((resolve) => {
      const watch = new MutationObserver(() => {
        take();
        if (film.length < wanted) return;
        watch.disconnect();
        resolve();
      });
      watch.observe(shown, { attributes: true, attributeFilter: ['data-shown'] });
    });
    return film;
  }, codes);
  // Each stays before the lens for a while, as it does on a screen.
  return Buffer.concat(
    pictures.flatMap((picture) => Array.from({ length: 4 }, () => Buffer.from(picture, 'base64'))),
  );
}

describe('handing over without a network', () => {
  it('takes a notice from a phone to the tablet by moving codes, and it is one notice when both have a network', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '停水通知';
    phone.loses();
    tablet.loses();
    await phone.writesAndPublishes({ title, text: '修管子，三社明天停水一天。' });
    await phone.goes('/carry');
    await phone.sees('等着送到乡里的有 1 条。');
    expect(await problemsOf(phone.page, 'handing over', null)).toEqual([]);
    await phone.button('放动态码，给对方扫').tap();
    await phone.page.locator('canvas[data-shown]').waitFor();
    const film = join(township.folder, 'codes.mjpeg');
    writeFileSync(film, await filmOf(phone.page, 12));
    await phone.button('扫完了，停').tap();

    await tablet.seesFilm(film, '/carry');
    await tablet.button('扫动态码').tap();
    await tablet.sees('替别人带着 1 条，有网就送到乡里。', { within: 60_000 });
    await tablet.goes('/b/v1');
    await tablet.sees('有人当面带来的，乡里还没收下');
    await tablet.link(title).tap();
    await tablet.sees('修管子，三社明天停水一天。');
    await tablet.sees('乡里还没收下');
    expect(await township.eventsWith('v1', title)).toBe(0);

    await tablet.networkReturns();
    await tablet.goes('/b/v1');
    await expect.poll(() => township.eventsWith('v1', title), { timeout: 30_000 }).toBe(1);
    await phone.networkReturns();
    await phone.goes('/sent');
    await phone.sees('全部到了', { within: 30_000 });
    expect(await township.eventsWith('v1', title)).toBe(1);
  });
});
