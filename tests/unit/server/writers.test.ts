import { afterEach, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import type { SignedEvent } from '../../../src/log/event.ts';
import { Host } from '../../../src/server/host.ts';
import { openStorage } from '../../../src/server/storage.ts';
import { Township } from '../../../src/server/township/township.ts';
import { type Append, type LogStore, StorageError } from '../../../src/store/log-store.ts';
import { member, TestServer } from './harness.ts';
import { readVerified } from './verified.ts';

const villages: TestServer[] = [];
afterEach(async () => {
  for (const village of villages.splice(0)) await village.stop();
});

async function newVillage(): Promise<{
  village: TestServer;
  publish: (title: string) => Promise<SignedEvent>;
}> {
  const village = await (await new TestServer().start()).found();
  villages.push(village);
  const cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  return { village, publish: (title) => village.publish(cadre, 'v1', title) };
}

const log = pino({ level: 'silent' });

/** A second server process on the same data folder. */
async function secondHost(village: TestServer): Promise<Host> {
  const { dataDir } = village;
  return Host.open(await openStorage(dataDir), { dataDir, now: village.clock.now, log });
}

/** The store of a host, with a word in each append. */
const withAppend = (store: LogStore, append: (batch: Append) => ReturnType<LogStore['append']>): LogStore =>
  new Proxy(store, {
    get: (target, name) =>
      name === 'append' ? append : (Reflect.get(target, name) as (...given: never[]) => unknown).bind(target),
  });

describe('several writers', () => {
  it('are taken in together: each event once, numbers without gaps, each request in its own order', async () => {
    const { village, publish } = await newVillage();
    const requests = await Promise.all(
      Array.from({ length: 12 }, (_, r) => Promise.all([0, 1, 2].map((e) => publish(`${r}/${e}`)))),
    );
    const results = await Promise.all(requests.map((events) => village.server.accept(events)));
    const numbers = results.map((request) =>
      request.map((result) => (result.status === 'accepted' ? result.number : -1)),
    );
    for (const own of numbers) expect(own).toEqual(own.toSorted((a, b) => a - b));
    expect(numbers.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, index) => index));
    expect(await readVerified(village, village.public('v1'))).toHaveLength(36);
  });

  it('in two processes on one data folder never fork a stream, and lose nothing', async () => {
    const { village, publish } = await newVillage();
    const other = await secondHost(village);
    const events = await Promise.all(Array.from({ length: 40 }, (_, index) => publish(`公告 ${index}`)));
    const results = await Promise.all(
      events.map((event, index) =>
        index % 2 === 0 ? village.server.accept([event]) : other.site!.township.accept([event]),
      ),
    );
    const numbers = results.flat().map((result) => (result.status === 'accepted' ? result.number : -1));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(events.map((_, index) => index));
    expect(await readVerified(village, village.public('v1'))).toHaveLength(40);
    await other.close();
  });

  it('see each other’s registry: a revocation in one process holds in the other', async () => {
    const { village } = await newVillage();
    const phone = await village.device('phone', 'phone', 'v1', member('two', 'v1'));
    const other = await secondHost(village);
    await village.mustAccept(
      await village.sign(village.office, village.registry, 'device.revoked', {
        key: phone.publicKey,
        reason: '丢了',
      }),
    );
    const results = await other.site!.township.accept([await village.publish(phone, 'v1', '晚了')]);
    expect(results).toMatchObject([{ status: 'rejected', code: 'revoked' }]);
    await other.close();
  });

  it('plans again when another was faster, and gives what the other took in the number it has', async () => {
    const { village, publish } = await newVillage();
    const host = await secondHost(village);
    const [mine, both] = [await publish('我的'), await publish('两边都有')];
    let raced = false;
    const store = withAppend(host.storage.log, async (batch) => {
      if (!raced) {
        raced = true;
        await village.mustAccept(both);
      }
      return host.storage.log.append(batch);
    });
    const township = new Township(
      { ...host.site!.township.context, store },
      { grown: () => undefined, fault: () => undefined },
    );
    expect(await township.accept([mine, both])).toMatchObject([
      { status: 'accepted', number: 1 },
      { status: 'accepted', number: 0 },
    ]);
    expect(await readVerified(village, village.public('v1'))).toHaveLength(2);
    await host.close();
  });

  it('are told when the disk is full, nothing is half stored, and the next try gets through', async () => {
    const { village, publish } = await newVillage();
    const host = await secondHost(village);
    let full = true;
    const store = withAppend(host.storage.log, async (batch) => {
      if (full) throw new StorageError('full');
      return host.storage.log.append(batch);
    });
    const township = new Township(
      { ...host.site!.township.context, store },
      { grown: () => undefined, fault: () => undefined },
    );
    const event = await publish('一');
    const bad = { ...(await publish('坏')), sig: '0'.repeat(128) };
    await expect(township.accept([event])).rejects.toMatchObject({ fault: 'full' });
    expect(await township.accept([bad])).toMatchObject([{ code: 'bad-signature' }]);
    full = false;
    expect(await township.accept([event])).toMatchObject([{ status: 'accepted', number: 0 }]);
    await host.close();
  });

  it('are not stopped by an event at which the software fails', async () => {
    const { village, publish } = await newVillage();
    const host = await secondHost(village);
    const [poison, good] = [await publish('毒'), await publish('好')];
    const faults: unknown[] = [];
    const { store } = host.site!.township.context;
    let calls = 0;
    const failing = new Proxy(store, {
      get: (target, name) => {
        const own = (Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>).bind(target);
        // The first look by id is the check of the first event; the third is its placing.
        if (name !== 'find') return own;
        return (id: string) => ((calls += 1) === 3 ? Promise.reject(new TypeError('a bug')) : own(id));
      },
    });
    const township = new Township(
      { ...host.site!.township.context, store: failing },
      { grown: () => undefined, fault: (error) => void faults.push(error) },
    );
    expect(await township.accept([poison, good])).toMatchObject([
      { status: 'rejected', code: 'server-fault' },
      { status: 'accepted', number: 0 },
    ]);
    expect(faults).toHaveLength(1);
    await host.close();
  });
});
