/** Every screen can be read and pressed by old eyes and thumbs, and heard by those who do not see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from './harness/device.ts';
import { PHONE_RULES, problemsOf, type Rules, TABLET_RULES } from './harness/looks.ts';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

/** Goes through screens, and gathers what is wrong with each. */
class Walk {
  readonly problems: string[] = [];
  readonly #device: Device;
  readonly #rules: Rules | null;

  constructor(device: Device, rules: Rules | null) {
    this.#device = device;
    this.#rules = rules;
  }

  async look(screen: string): Promise<void> {
    this.problems.push(...(await problemsOf(this.#device.page, screen, this.#rules)));
  }

  /** Opens an address, waits until its words are there, and looks. */
  async visit(path: string, words: string | RegExp): Promise<void> {
    await this.#device.goes(path);
    await this.#device.sees(words);
    await this.look(path);
  }
}

describe('on the phone', () => {
  it('joining shows nothing too small and nothing that axe calls serious', async () => {
    const phone = await township.newPhone();
    const walk = new Walk(phone, PHONE_RULES);
    await walk.visit('/units', '示范一村');
    await walk.visit('/me', '我有邀请');
    await walk.visit('/join', '看这张邀请');
    await walk.visit('/join#abc', '邀请码抄错了');
    await phone.goes(await township.invitation('phone', phone.network.origin));
    await phone.sees('这是我，加入');
    await walk.look('an invitation');
    await phone.button('这是我，加入').tap();
    await phone.sees('加入好了');
    await walk.look('joined');
    expect(walk.problems).toEqual([]);
  });

  it('reading and writing show nothing too small and nothing that axe calls serious', async () => {
    const phone = await township.cadresPhone();
    const walk = new Walk(phone, PHONE_RULES);
    await walk.visit('/', '冬季值班安排');
    await phone.link('冬季值班安排').tap();
    await phone.sees('这一条的经过');
    await walk.look('a notice with its history');
    await walk.visit('/b/v1/c/subsidy', '耕地地力保护补贴怎么领');
    await walk.visit('/b/v1/find', '找什么');
    await walk.visit('/write', '没写完的');
    await phone.goes('/write?new');
    await phone.button('公开').tap();
    await phone.sees('还差一点，改好就能公开');
    await walk.look('a form with its errors');
    await phone.link(/公开什么/).tap();
    await phone.sees('公开什么？');
    await walk.look('the list of entries');
    await phone
      .button(/^其他村务/)
      .first()
      .tap();
    await phone.fills({ title: '看看样子', text: '正文', officer: '李某' });
    await phone.takes([photoFile(31)]);
    await walk.look('a form that is filled in');
    await phone.link('看看样子').tap();
    await phone.sees('群众看到的样子');
    await walk.look('the preview');
    phone.loses();
    await phone.publishes();
    await walk.look('saved');
    await phone.goes('/sent');
    await phone.sees('现在没有网。');
    await walk.look('/sent without a network');
    await phone.item('看看样子').getByRole('button', { name: '删除' }).tap();
    await phone.page.getByRole('alertdialog').waitFor();
    await walk.look('a question before deleting');
    await phone.button('不删').tap();
    await walk.visit('/me', '手机丢了怎么办');
    expect(walk.problems).toEqual([]);
  });
});

describe('on the tablet', () => {
  it('no screen shows anything too small or anything that axe calls serious', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    await phone.writesAndPublishes({ title: '带照片的公告', photos: [photoFile(32)] });
    await phone.reaches('照片 1/1', { within: 30_000 });
    const walk = new Walk(tablet, TABLET_RULES);
    await walk.visit('/b/v1', '带照片的公告');
    await tablet.opens('带照片的公告');
    await tablet.seesPhotos(1);
    await walk.look('a notice');
    await tablet.button(/^放大看/).tap();
    await tablet.page.getByRole('dialog').waitFor();
    await walk.look('an enlarged photo');
    await tablet.button('关上').tap();
    await walk.visit('/b/v1', '冬季值班安排');
    await tablet.opens('冬季值班安排');
    await tablet.button('看这一版原文').tap();
    await walk.look('a history');
    await walk.visit('/b/v1/c/subsidy', '耕地地力保护补贴怎么领');
    await walk.visit('/b/v1/c/culture', '农家书屋开放时间');
    await walk.visit('/b/v1/find', '找什么');
    await walk.visit('/units', '示范九村');
    await walk.visit('/b/township', '复兴乡人民政府 · 政务公开栏');
    tablet.loses();
    await walk.visit('/b/v1', /网络断开/);
    expect(walk.problems).toEqual([]);
  });
});

describe('on the office’s computer', () => {
  it('no screen shows anything that axe calls serious', async () => {
    const office = await township.office();
    const walk = new Walk(office, null);
    await walk.visit('/office', '各村公开得怎么样');
    await walk.visit('/office/devices', '就是这台');
    await walk.visit('/office/units', '示范九村');
    await office.link('加一个村或单位').click();
    await office.button('存好').waitFor();
    await walk.look('a new unit');
    await walk.visit('/office/people', '马某');
    await walk.visit('/office/catalogue', '农村低保');
    await walk.visit('/office/invite', '登记什么');
    await walk.visit('/write', '没写完的');
    await walk.visit('/sent', /还没有公开过|发出去了没有/);
    expect(walk.problems).toEqual([]);
  });
});
