/** `npm run demo`: one command, and a newcomer sees the main job happen on one page. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from './harness/browser.ts';
import { end, startCommand } from './harness/server.ts';
import { newFolder } from './harness/township.ts';

interface Links {
  url: string;
  board: string;
  cadre: string;
  office: string;
}

const folder = newFolder();
const browser = new Browser(join(folder, 'profile'), 'office');
let demo: ChildProcess;
let output: string[];
let links: Links;

beforeAll(async () => {
  const args = ['demo', '--json', '--port', '0', '--data', join(folder, 'data')];
  ({ child: demo, lines: output } = await startCommand(args, (line) => line.startsWith('{')));
  links = JSON.parse(output[0] ?? '') as Links;
  await browser.open();
});
beforeEach(() => browser.watchFailure());
afterAll(async () => {
  await browser.close();
  await end(demo, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('the demo', () => {
  it('prints one line of JSON with its links, and each works', async () => {
    expect(output).toHaveLength(1);
    expect(Object.keys(links).sort()).toEqual(['board', 'cadre', 'committee', 'inspector', 'office', 'url']);
    for (const link of Object.values(links)) expect((await fetch(link)).status).toBe(200);
    const page = browser.page;
    await page.goto(links.board);
    await page.getByRole('heading', { name: '示范一村 · 村务公开栏' }).waitFor();
    await page.goto(links.cadre);
    await page.getByText('马某').first().waitFor();
    await page.goto(links.office);
    await page.getByRole('button', { name: '这是我，加入' }).waitFor();
  });

  it('has the report of 2018 as the township’s first notice, with its six parts as headings', async () => {
    const page = browser.page;
    await page.goto(new URL('/b/township', links.board).href);
    await page
      .getByRole('link', { name: /复兴乡2018年政务公开工作报告/ })
      .first()
      .click();
    for (const part of ['一', '二', '三', '四', '五', '六']) {
      await page.getByRole('heading', { name: new RegExp(`^${part}、`) }).waitFor();
    }
  });

  it('shows the main job on one page: written with the network cut, on the tablet when it is back', async () => {
    const page = browser.page;
    await page.goto(links.url);
    const phone: FrameLocator = page.frameLocator('[data-frame=phone]');
    const tablet: FrameLocator = page.frameLocator('[data-frame=tablet]');
    const network = page.getByRole('switch', { name: /村干部的手机/ });
    await phone.getByRole('button', { name: '这是我，加入' }).click();
    await phone.getByText('加入好了').first().waitFor();
    await phone.getByText('没有网也能写').first().waitFor();
    await tablet.getByRole('heading', { name: '示范一村 · 村务公开栏' }).waitFor();

    await network.click();
    await page.getByText('断网 off').waitFor();
    await phone.getByRole('link', { name: '写公告' }).first().click();
    await phone.getByRole('button', { name: '写一条新公告' }).click();
    await phone.getByRole('link', { name: /公开什么/ }).click();
    await phone
      .getByRole('button', { name: /^其他村务/ })
      .first()
      .click();
    await phone.getByRole('textbox', { name: '标题' }).fill('演示里写的公告');
    await phone.getByRole('textbox', { name: '内容' }).fill('没有网也能写。');
    await phone.getByRole('textbox', { name: '负责人' }).fill('李某');
    await phone.getByRole('button', { name: '公开', exact: true }).click();
    await phone.getByText('存在这部手机里了，有网就会自己发出去').waitFor();
    expect(await tablet.getByText('演示里写的公告').count()).toBe(0);

    await network.click();
    await tablet.getByText('演示里写的公告').first().waitFor({ timeout: 30_000 });
    await phone.getByText(/乡里收到，第 \d+ 号/).waitFor();
  });
});
