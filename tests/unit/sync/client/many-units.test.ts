import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_SYNC_STREAMS } from '../../../../src/sync/protocol.ts';
import { unit } from '../../server/harness.ts';
import { board, openVillage, publish, type TestDevice, until, type Village } from './village.ts';

const VILLAGES = Array.from({ length: 40 }, (_, i) => `w${i + 1}`);

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  for (const id of VILLAGES)
    await village.mustAccept(
      await village.sign(village.office, village.registry, 'unit.set', unit(id, 'village')),
    );
});
afterAll(() => village.end());

const syncs = ({ network }: TestDevice) => network.requests.filter(({ path }) => path === '/api/sync');

describe('the office of a township with forty villages', () => {
  it('has every village’s board and records, and asks for all of them in one request', async () => {
    const office = await village.phone('township', {}, 'office');
    for (const id of VILLAGES) await office.device.follow(id);
    await office.device.contactNow();
    const clerk = await village.phone('w40');
    await publish(clerk.device, 'w40', '最后一个村的公告');
    await clerk.device.contactNow();
    await office.device.contactNow();
    expect(await board(office.device, 'w40')).toEqual(['最后一个村的公告']);

    const before = office.network.requests.length;
    await office.device.contactNow();
    expect(office.network.requests.slice(before).map(({ path }) => path)).toEqual(['/api/sync']);
    const { held } = JSON.parse(String(syncs(office).at(-1)?.body)) as { held: Record<string, number> };
    const named = (kind: string) => Object.keys(held).filter((stream) => stream.endsWith(kind)).length;
    expect(named('/public')).toBeGreaterThan(40);
    expect(named('/office')).toBeGreaterThan(40);
    expect(Object.keys(held).length).toBeLessThan(MAX_SYNC_STREAMS);
  });
});

describe('a township with three hundred villages', () => {
  it('leaves out nothing that an inspector may read, though it is more than one request may name', async () => {
    for (let i = 41; i <= 300; i++)
      await village.mustAccept(
        await village.sign(village.office, village.registry, 'unit.set', unit(`w${i}`, 'village')),
      );
    const inspector = await village.phone('township', {}, 'inspector');
    const units = Array.from({ length: 300 }, (_, i) => `w${i + 1}`);
    for (const id of units) await inspector.device.follow(id);
    const clerk = await village.phone('w300');
    await publish(clerk.device, 'w300', '第三百个村的公告');
    await clerk.device.contactNow();
    await inspector.device.contactNow();
    expect(await board(inspector.device, 'w300')).toEqual(['第三百个村的公告']);

    const before = syncs(inspector).length;
    await inspector.device.contactNow();
    const asked = syncs(inspector)
      .slice(before)
      .map(({ body }) => Object.keys((JSON.parse(String(body)) as { held: Record<string, number> }).held));
    for (const streams of asked) expect(streams.length).toBeLessThanOrEqual(MAX_SYNC_STREAMS);
    const named = new Set(asked.flat().map((stream) => stream.slice(stream.indexOf('/') + 1)));
    for (const id of units) {
      expect(named).toContain(`${id}/public`);
      expect(named).toContain(`${id}/inspection`);
    }
  });
});

describe('an idle device', () => {
  it('makes one request for each contact, whoever holds it', async () => {
    for (const device of [await village.phone(), await village.tablet(), await village.reader()]) {
      device.device.start();
      await device.device.contactNow();
      await device.device.contactNow();
      await until(() => syncs(device).length > 1, 'contacts');
      device.page.show(false);
      const before = device.network.requests.length;
      await device.device.contactNow();
      expect(device.network.requests.slice(before).map(({ path }) => path)).toEqual(['/api/sync']);
      expect(device.timers.waiting).toEqual([]);
      await device.device.stop();
    }
  });
});
