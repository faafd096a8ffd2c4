/**
 * `npm run guides`: takes the pictures of the one-page guides (src/app/help/guides.ts) from the running app, in practice mode, and
 * writes them to public/guides. Build the app first. Each picture shows what its step says; a step that no longer works fails here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import { GUIDES, pictureOf } from '../../src/app/help/guides.ts';
import { findChromium, INSTALL_BY_HAND } from '../helpers/chromium.ts';
import { WAYS } from './ways.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The demo takes this and the five after it; by the process's number, so that two runs do not meet. */
const PORT = 20_000 + (process.pid % 4_000) * 10;
const SIZE = { width: 390, height: 720 };
/** Of WebP, 0 to 1: text stays sharp, and no picture is heavier than it may be. */
const QUALITY = 0.72;
const MOST_BYTES = 60_000;

/** The demo's server, with data of its own; resolves once it says where it is. */
async function startDemo(data: string): Promise<{ child: ChildProcess; url: string }> {
  const args = [join(ROOT, 'src/server/main.ts'), 'demo', '--json', '--port', String(PORT), '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue;
    const { cadre } = JSON.parse(line) as { cadre: string };
    return { child, url: new URL(cadre).origin };
  }
  throw new Error('guides: the demo did not start');
}

/** A PNG as WebP, made by the browser. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const url = await page.evaluate(
    async ({ base64, quality }) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { base64: png.toString('base64'), quality: QUALITY },
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

async function takeAll(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/lessons`);
  await page.getByRole('button', { name: '不上课，自己随便练' }).click();
  await page.getByRole('button', { name: '离开练习' }).waitFor();
  for (const { id, steps } of GUIDES) {
    await page.goto(`${url}/b/v1`);
    for (const n of steps.keys()) {
      await WAYS[id]![n]!(page);
      await page.evaluate(() => document.fonts.ready);
      const picture = await asWebp(page, await page.screenshot({ animations: 'disabled' }));
      if (picture.length > MOST_BYTES) throw new Error(`guides: ${id} ${n + 1} has ${picture.length} bytes`);
      writeFileSync(join(ROOT, 'public', pictureOf(id, n)), picture);
    }
  }
}

const executablePath = findChromium();
if (!executablePath) throw new Error(INSTALL_BY_HAND);
if (!existsSync(join(ROOT, 'dist/index.html')))
  throw new Error('guides: build the app first (npm run build)');
mkdirSync(join(ROOT, 'public/guides'), { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'gongkailan-guides-'));
const { child, url } = await startDemo(data);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const context = await browser.newContext({
    viewport: SIZE,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await takeAll(await context.newPage(), url);
} finally {
  await browser.close();
  child.kill();
  rmSync(data, { recursive: true, force: true });
}
