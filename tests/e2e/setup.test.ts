/** `npm start`: an empty server is set up in the browser, and then works. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Proxy, startProxy } from '../helpers/proxy.ts';
import { Browser } from './harness/browser.ts';
import { problemsOf } from './harness/looks.ts';
import { Office } from './harness/office.ts';
import { type RunningServer, startServer } from './harness/server.ts';
import { newFolder } from './harness/township.ts';

const folder = newFolder();
let server: RunningServer;
let network: Proxy;
let office: Office;

beforeAll(async () => {
  server = await startServer(join(folder, 'data'));
  network = await startProxy(server.port);
  office = new Office(new Browser(join(folder, 'profile'), 'office'), network);
  await office.browser.open();
});
beforeEach(() => office.browser.watchFailure());
afterAll(async () => {
  await office.browser.close();
  await network.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const fill = async (fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await office.field(name).fill(value);
};

describe('an empty server', () => {
  it('asks to be set up, wherever it is opened, and knows a wrong code', async () => {
    await office.goes('/');
    await office.heading('设置乡里的服务器').waitFor();
    expect(await problemsOf(office.page, 'the setup', null)).toEqual([]);
    await office.button('建立').click();
    expect(await problemsOf(office.page, 'the setup with its errors', null)).toEqual([]);
    await fill({
      设置码: 'AAAA-BBBB-CCCC',
      乡镇名称: '新和乡',
      属于哪里: '某县',
      办公室名称: '党政办',
      你的姓名: '周某',
      职务: '党政办主任',
      这台电脑叫什么: '党政办电脑',
    });
    await office.button('建立').click();
    await office.sees(/设置码不对/);
    expect(await office.field('乡镇名称').inputValue()).toBe('新和乡');
  });

  it('founds the township, and gives the recovery sheet once', async () => {
    await office.field('设置码').fill(server.setupCode ?? '');
    await office.button('建立').click();
    await office.heading('恢复单').first().waitFor();
    await office.sees('建好了。最后一步：打印这张恢复单');
    expect(await problemsOf(office.page, 'the recovery sheet', null)).toEqual([]);
    await office.page.getByRole('checkbox').check();
    await office.button('去党政办，加村、加人').click();
    await office.page.waitForURL('**/office');
    // Nothing of the sample.
    const text = await office.text();
    expect(text).not.toContain('示范一村');
    expect(text).not.toContain('复兴乡');
  });

  it('is ready for villages, and cannot be set up a second time', async () => {
    await office.goes('/office/units');
    await office.link('加一个村或单位').click();
    await fill({ 名称: '柳树村' });
    await office.button('存好').click();
    await office.sees(/乡里已收下/, { within: 30_000 });
    await office.goes('/setup');
    await office.sees('这个服务器已经设置好了');
  });

  it('goes on with the same township after a stop and a start', async () => {
    expect(await server.stop()).toBe(0);
    server = await startServer(join(folder, 'data'));
    expect(server.setupCode).toBeNull();
    network.target(server.port);
    await office.goes('/office/units');
    await office.sees('柳树村');
  });
});
