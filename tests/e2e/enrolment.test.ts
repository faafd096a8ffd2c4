/** An invitation makes a phone somebody's phone, once; every other one says why not, and what to do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('an invitation', () => {
  it('shows name, post and village, and enrols the phone with one tap', async () => {
    const phone = await township.newPhone();
    await phone.goes(await township.invitation('phone', phone.network.origin));
    await phone.sees('复兴乡的邀请');
    for (const words of ['马某', '村文书', '示范一村']) await phone.sees(words);
    await phone.button('这是我，加入').tap();
    await phone.sees('加入好了，这部手机可以写公告了');
    await phone.link('写第一条公告').waitFor();
  });

  it('that was used says so, and is not used again by the phone that used it', async () => {
    const [first, second] = [await township.newPhone(), await township.newPhone()];
    const link = await township.invitation('phone', first.network.origin);
    await first.enrols(link);
    await second.goes(link.replace(first.network.origin, second.network.origin));
    await second.sees('这张邀请已经用过了');
    await second.sees(/请马上告诉乡党政办/);
    await first.goes(link);
    await first.sees('这部手机已经加入过了');
  });

  it('that has expired says so', async () => {
    const phone = await township.newPhone();
    await phone.goes(await township.invitation('phone', phone.network.origin, 8));
    await phone.sees('这张邀请过期了');
    await phone.sees('请乡党政办再发一张，几分钟就好。');
  });

  it('that was mistyped says so, and can be typed again', async () => {
    const phone = await township.newPhone();
    const link = await township.invitation('phone', phone.network.origin);
    const code = link.slice(link.indexOf('#') + 1);
    const at = Math.floor(code.length / 2);
    const wrong = code.slice(0, at) + (code[at] === '2' ? '3' : '2') + code.slice(at + 1);
    await phone.goes(`/join#${wrong}`);
    await phone.sees('邀请码抄错了');
    await phone.field('邀请码').fill(code);
    await phone.button('看这张邀请').tap();
    await phone.sees('马某');
  });

  it('without a network is not used up, and works when there is one', async () => {
    const phone = await township.newPhone();
    const link = await township.invitation('phone', phone.network.origin);
    await phone.goes('/units');
    await phone.isReadyForOffline();
    phone.loses();
    await phone.goes(link);
    await phone.sees('没有网，加入不了');
    phone.network.set();
    await phone.button('再试一次').tap();
    await phone.button('这是我，加入').tap();
    await phone.sees('加入好了');
  });

  it('whose answer is lost enrols the phone all the same, and once', async () => {
    const phone = await township.newPhone();
    await phone.goes(await township.invitation('phone', phone.network.origin));
    await phone.button('这是我，加入').waitFor();
    // The enrolment itself, and once more, for a browser repeats what broke off at once.
    phone.network.set({ kind: 'drop-answer', path: '/api/sync', sends: 'device.enrolled', times: 2 });
    await phone.button('这是我，加入').tap();
    await phone.sees('没有网，加入不了');
    phone.network.set();
    await phone.button('再试一次').tap();
    const join = phone.button('这是我，加入');
    await join.or(phone.link('写第一条公告')).first().waitFor();
    if (await join.isVisible()) await join.tap();
    await phone.sees('加入好了');
  });
});

describe('a tablet', () => {
  it('is set up by opening its board once, and has no way to the screens of cadres', async () => {
    const tablet = await township.tablet();
    for (const path of ['/write', '/sent', '/office', '/me', '/setup', '/join']) {
      await tablet.goes(path);
      await tablet.heading('示范一村 · 村务公开栏').waitFor();
      expect(new URL(tablet.page.url()).pathname).toBe('/b/v1');
    }
  });
});
