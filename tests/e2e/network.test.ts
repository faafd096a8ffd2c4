/** Bad networks and a server that dies: nothing is lost, nothing is doubled, nothing is called sent that was not proved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

/** Ms that the engine's own waits may add. */
const PATIENCE = { within: 40_000 };

describe('an acknowledgement that is lost', () => {
  it('three times in a row leaves exactly one notice on the board', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '回执丢了三次的公告';
    await phone.writes({ title });
    phone.network.set({ kind: 'drop-answer', path: '/api/sync', times: 3 });
    const before = phone.network.exchanges.length;
    await phone.publishes();
    expect(await phone.showsNow(/乡里收到，第/)).toBe(false);
    await phone.reaches('乡里收到，第 \\d+ 号', PATIENCE);
    // Others may be on their way at this moment: what counts is what the network took away.
    expect(phone.network.exchanges.slice(before).filter(({ lost }) => lost)).toHaveLength(3);
    expect(await township.eventsWith('v1', title)).toBe(1);
    await tablet.row(title).first().waitFor();
    expect(await tablet.row(title).count()).toBe(1);
  });
});

describe('a server that is killed in the middle of a sync', () => {
  it('has the notice once after it was started again, and the phone learns it by itself', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '服务器断电时发的公告';
    await phone.writes({ title, photos: [photoFile(11)] });
    // The request waits on a thin line while the server goes down under it.
    phone.network.set({ kind: 'slow', delayMs: 400, bytesPerSecond: 20_000 });
    await phone.publishes();
    await township.serverIsKilledAndStartedAgain();
    await phone.networkReturns();
    await phone.reaches('乡里收到，第 \\d+ 号', PATIENCE);
    await phone.reaches('照片 1/1', PATIENCE);
    expect(await township.eventsWith('v1', title)).toBe(1);
    await tablet.row(title).first().waitFor({ timeout: 40_000 });
    expect(await tablet.row(title).count()).toBe(1);
  });
});

describe('a captive portal', () => {
  it.each(['page', 'redirect'] as const)(
    'that answers with a %s is no network, and nothing is sent',
    async (answer) => {
      const phone = await township.cadresPhone();
      const title = `登录页挡住的公告 ${answer}`;
      await phone.writes({ title });
      phone.network.set({ kind: 'portal', answer });
      await phone.publishes();
      await phone.goes('/sent');
      await phone.sees('现在没有网。');
      await phone.item(title).getByText('等网络，有网自动发').waitFor();
      expect(await phone.showsNow('Free Wi-Fi')).toBe(false);
      expect(await township.eventsWith('v1', title)).toBe(0);
      await phone.networkReturns();
      await phone.reaches('乡里收到，第 \\d+ 号', PATIENCE);
      expect(await township.eventsWith('v1', title)).toBe(1);
    },
  );
});

describe('a line that breaks off', () => {
  it('in the middle of answers delays a photo, and neither the text nor the photo is lost', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const title = '照片传到一半断线';
    await phone.writes({ title, photos: [photoFile(12)] });
    phone.network.set(
      { kind: 'truncate', path: '/api/sync', bytes: 40, times: 2 },
      { kind: 'truncate', path: '/api/files', bytes: 10, times: 2 },
    );
    await phone.publishes();
    await phone.reaches('乡里收到，第 \\d+ 号', PATIENCE);
    await phone.networkReturns();
    await phone.reaches('照片 1/1', PATIENCE);
    await tablet.opens(title);
    await tablet.seesPhotos(1);
    expect(await township.eventsWith('v1', title)).toBe(1);
  });

  it('in the middle of an upload goes on from where it was: at most a tenth is sent twice', async () => {
    const phone = await township.cadresPhone();
    const title = '大照片断线续传';
    await phone.writes({ title, photos: [photoFile(13, 'photo.png', 2400, 1800)] });
    // So thin that the upload is still on its way when the line is lost.
    phone.network.set({ kind: 'slow', delayMs: 0, bytesPerSecond: 150_000 });
    await phone.publishes();
    await phone.isTakenIn();
    await phone
      .rung(/正在传，已传 [1-9]\d?%/)
      .first()
      .waitFor();
    phone.loses();
    await phone.sees('现在没有网。', PATIENCE);
    await phone.networkReturns();
    await phone.reaches('照片 1/1', PATIENCE);
    const uploads = phone.network.exchanges.filter(({ method }) => method === 'PATCH');
    const sent = uploads.reduce((sum, { sent }) => sum + sent, 0);
    const size = await phone.photoBytes();
    expect(sent).toBeGreaterThanOrEqual(size);
    expect(sent).toBeLessThanOrEqual(size * 1.1 + 65_536);
  });
});
