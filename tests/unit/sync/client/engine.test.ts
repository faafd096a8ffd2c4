import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIVE_DEAD_MS } from '../../../../src/sync/protocol.ts';
import { board, openVillage, phases, publish, type TestDevice, until, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

const syncs = ({ network }: TestDevice): number =>
  network.requests.filter(({ path }) => path === '/api/sync').length;
const lives = ({ network }: TestDevice): number =>
  network.requests.filter(({ path }) => path === '/api/live').length;
const stateOf = async ({ device }: TestDevice): Promise<string> =>
  ((await device.db.meta.get('contact'))?.value as { state: string } | undefined)?.state ?? '';

/** Waits for the contact that is under way, and for what it starts. */
const connected = (one: TestDevice): Promise<void> =>
  until(async () => (await stateOf(one)) === 'connected', 'connected');
/** The wait for the next contact, ms; the timers of requests and of the live stream are other ones. */
const nextContact = ({ timers }: TestDevice): number[] =>
  timers.waiting.map(({ ms }) => ms).filter((ms) => ms !== LIVE_DEAD_MS && ms !== 20_000 && ms !== 1_000);

describe('the engine', () => {
  it('says checking until the first try has ended, whatever was true the last time', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    expect(await stateOf(reader)).toBe('connected');
    const again = reader.reopen();
    let release = (): void => {};
    again.network.fault = (_request, send) => new Promise<void>((resolve) => (release = resolve)).then(send);
    again.device.start();
    await until(async () => (await stateOf(again)) === 'checking', 'checking');
    again.network.heal();
    await until(() => syncs(again) > 1, 'a request');
    release();
    await connected(again);
    await again.device.stop();
  });

  it('shows a new notice from the live stream alone', async () => {
    const reader = await village.reader();
    reader.device.start();
    await connected(reader);
    await until(() => lives(reader) === 1, 'a live stream');
    const phone = await village.phone();
    await publish(phone.device, 'v1', '马上看到');
    await phone.device.contactNow();
    await until(async () => (await board(reader.device)).includes('马上看到'), 'the notice');
    await reader.device.stop();
  });

  it('sends what is written as soon as it is saved', async () => {
    const phone = await village.phone();
    phone.device.start();
    await connected(phone);
    await publish(phone.device, 'v1', '存了就发', [new Blob(['at once'])]);
    await until(async () => (await phases(phone.device))[0] === 'complete', 'the receipt');
    await phone.device.stop();
  });

  it('comes back when the network does', async () => {
    const phone = await village.phone();
    phone.network.connected = false;
    phone.device.start();
    await publish(phone.device, 'v1', '等网络');
    await until(async () => (await stateOf(phone)) === 'no-network', 'no network');
    phone.network.heal();
    phone.page.goOnline();
    await until(async () => (await phases(phone.device))[0] === 'complete', 'the receipt');
    await phone.device.stop();
  });

  it('waits longer after each failure, spread at random, and not at all while nobody looks', async () => {
    const waits: number[][] = [];
    for (let device = 0; device < 2; device++) {
      const reader = await village.reader('v1', {
        random: (bytes) => new Uint8Array(bytes).fill(device * 255),
      });
      reader.network.connected = false;
      reader.device.start();
      const mine: number[] = [];
      for (let failures = 1; failures < 12; failures++) {
        await until(() => nextContact(reader).length === 1, 'a timer');
        const [wait] = nextContact(reader);
        mine.push(wait!);
        reader.timers.runOut(wait!);
        await until(() => nextContact(reader).length === 0 || nextContact(reader)[0] !== wait, 'a try');
        await reader.device.contactNow();
      }
      waits.push(mine);
      reader.page.show(false);
      expect(nextContact(reader)).toEqual([]);
      await reader.device.stop();
      expect(reader.timers.waiting).toEqual([]);
    }
    const [early, late] = waits as [number[], number[]];
    expect(Math.max(...early)).toBe(6_000);
    expect(Math.max(...late)).toBeLessThanOrEqual(18_000);
    early.forEach((wait, i) => expect(wait).toBeLessThan(late[i]!));
    expect(early[0]).toBeLessThan(early[early.length - 1]!);
  });

  it('takes a silent live stream for dead, connects anew, and polls meanwhile', async () => {
    const reader = await village.reader();
    reader.network.fault = ({ path }) =>
      path === '/api/live'
        ? Promise.resolve(
            new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } }),
          )
        : undefined;
    reader.device.start();
    await connected(reader);
    await until(() => lives(reader) === 1, 'a live stream');
    const before = syncs(reader);
    reader.timers.runOut(LIVE_DEAD_MS);
    await until(() => syncs(reader) > before && lives(reader) === 2, 'another live stream');
    await reader.device.stop();
  });

  it('is silent while the page is hidden, and looks at once when it is seen again', async () => {
    const reader = await village.reader();
    reader.device.start();
    await connected(reader);
    await until(() => lives(reader) === 1, 'a live stream');
    await reader.device.contactNow();
    reader.page.show(false);
    const phone = await village.phone();
    await publish(phone.device, 'v1', '没人看的时候');
    await phone.device.contactNow();
    const before = reader.network.requests.length;
    reader.page.show(true);
    await until(async () => (await board(reader.device)).includes('没人看的时候'), 'the notice');
    expect(reader.network.requests.length).toBeGreaterThan(before);
    await reader.device.stop();
  });

  it('makes nothing of what is no live stream, and still polls', async () => {
    const reader = await village.reader();
    reader.network.fault = ({ path }) =>
      path === '/api/live' ? Promise.resolve(new Response('<html>login</html>')) : undefined;
    reader.device.start();
    await connected(reader);
    await until(() => lives(reader) >= 1 && nextContact(reader).length === 1, 'a timer');
    expect(nextContact(reader)[0]).toBeLessThan(40_000);
    await reader.device.stop();
  });

  it('two phones that hear of each other do not keep each other awake', async () => {
    const one = await village.phone();
    const two = await village.phone();
    for (const phone of [one, two]) {
      phone.device.start();
      await connected(phone);
    }
    const tick = async (): Promise<void> => {
      for (const phone of [one, two]) phone.timers.runOut(1_000);
      for (const phone of [one, two]) await phone.device.contactNow();
    };
    await tick();
    await publish(one.device, 'v1', '谁也不吵谁');
    await until(async () => (await phases(one.device))[0] === 'complete', 'the receipt');
    for (let i = 0; i < 5; i++) await tick();
    const before = [syncs(one), syncs(two)];
    for (let i = 0; i < 5; i++) await tick();
    // Five contacts that the test asked for, and none beside.
    expect([syncs(one) - before[0]!, syncs(two) - before[1]!].every((more) => more <= 6)).toBe(true);
    await one.device.stop();
    await two.device.stop();
  });
});

describe('an item’s way to the tablet', () => {
  it('is told to the phone in three proved steps', async () => {
    const phone = await village.phone();
    const tablet = await village.tablet();
    phone.device.start();
    tablet.device.start();
    await connected(phone);
    await connected(tablet);
    await publish(phone.device, 'v1', '三步');
    await until(async () => (await phases(phone.device))[0] === 'complete', 'the receipt');
    await until(async () => (await board(tablet.device)).includes('三步'), 'on the tablet');
    const [row] = await phone.device.db.outbox.toArray();
    const { key } = (await tablet.device.db.meta.get('identity'))!.value as { key: string };
    await until(async () => {
      phone.timers.runOut(1_000);
      const held = (await phone.device.db.contacts.get(key))?.held[row!.stream] ?? 0;
      return held > row!.receipt!.number;
    }, 'the phone knows');
    await phone.device.stop();
    await tablet.device.stop();
  });

  it('a tablet fetches photos of new notices before anybody asks', async () => {
    const phone = await village.phone();
    const tablet = await village.tablet();
    await publish(phone.device, 'v1', '平板先取', [new Blob(['prefetched'])]);
    await phone.device.contactNow();
    expect(await phases(phone.device)).toEqual(['complete']);
    const { hash } = (await phone.device.db.outbox.toArray())[0]!.files[0]!;
    await tablet.device.contactNow();
    await until(async () => (await tablet.device.db.blobs.get(hash)) !== undefined, 'the photo');
    tablet.network.connected = false;
    expect((await tablet.device.photo(hash))?.type).toBe('image/jpeg');
  });

  it('a tablet fetches the photos that are there although a newer one has not arrived yet', async () => {
    const phone = await village.phone();
    const tablet = await village.tablet();
    await publish(phone.device, 'v1', '先到的', [new Blob(['first'])]);
    await phone.device.contactNow();
    const arrived = (await phone.device.db.outbox.toArray())[0]!.files[0]!.hash;
    // The newer one's text passes, its photo does not.
    phone.network.fault = ({ path }) =>
      path.startsWith('/api/files/') ? Promise.reject(new TypeError('cut')) : undefined;
    await publish(phone.device, 'v1', '后写的', [new Blob(['second'])]);
    await phone.device.contactNow();
    await tablet.device.contactNow();
    await until(async () => (await tablet.device.db.blobs.get(arrived)) !== undefined, 'the photo');
  });
});
