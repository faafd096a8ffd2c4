import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '../../../../src/log/event.ts';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { board, fakeCodec, openVillage, phases, publish, until, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

describe('the outbox', () => {
  it('a refused item says why, stays, and does not stop those behind it', async () => {
    const { device, network } = await village.phone();
    network.connected = false;
    await publish(device, 'v1', '第一');
    await publish(device, 'v2', '别的村的');
    await publish(device, 'v1', '第三');
    network.heal();
    expect((await device.contactNow()).state).toBe('connected');
    expect(await phases(device)).toEqual(['complete', 'refused', 'complete']);
    const [, refused] = await device.db.outbox.orderBy('seq').toArray();
    expect(refused?.problem?.code).toBe('not-allowed');

    await device.contactNow();
    expect(await phases(device)).toEqual(['complete', 'refused', 'complete']);
    const sent = network.requests.filter(({ body }) => body.includes('别的村的')).length;
    await device.retry(refused!.id);
    expect(network.requests.filter(({ body }) => body.includes('别的村的'))).toHaveLength(sent + 1);
    expect(await phases(device)).toEqual(['complete', 'refused', 'complete']);
    await device.deleteItem(refused!.id);
    expect(await phases(device)).toEqual(['complete', 'complete']);
  });

  it('sends nothing before what was made earlier and may not have arrived: a correction would stand before its notice', async () => {
    const { device, network } = await village.phone();
    let old = '';
    network.rewrite((text) => (old = text));
    await device.contactNow();
    const { notice } = await publish(device, 'v1', '先写的');
    const correct = async (): Promise<void> => {
      const draft = await device.newDraft('v1', { notice });
      if (!draft.ok) throw new Error(draft.code);
      const content = { ...draft.value.content, title: '改过的' };
      await device.saveDraft({ ...draft.value, content, reason: '写错了' });
      expect(await device.publish(draft.value.id)).toMatchObject({ ok: true });
    };
    // A cache answers in the place of the township, and meanwhile somebody writes on.
    let isAnswered = false;
    network.fault = ({ body }) => {
      if (isAnswered || !body.includes('先写的')) return undefined;
      isAnswered = true;
      return correct().then(() => Response.json(JSON.parse(old)));
    };
    await device.contactNow();
    expect(await phases(device)).toEqual(['waiting', 'waiting']);
    await device.contactNow();
    expect(await phases(device)).toEqual(['complete', 'complete']);
    expect(await board(device)).toContain('改过的');
  });

  it('a revoked phone keeps its items and says so, and still reads', async () => {
    const phone = await village.phone();
    const { key } = (await phone.device.db.meta.get('identity'))!.value as { key: string };
    const content = { key, reason: '丢了' };
    await village.mustAccept(await village.sign(village.office, village.registry, 'device.revoked', content));
    await publish(phone.device, 'v1', '撤销之后写的一');
    await publish(phone.device, 'v1', '撤销之后写的二');
    expect((await phone.device.contactNow()).state).toBe('connected');
    expect(await phases(phone.device)).toEqual(['waiting', 'waiting']);
    const items = await phone.device.db.outbox.toArray();
    expect(items.map((item) => item.problem?.code)).toEqual(['revoked', 'revoked']);
  });

  it('a wrong clock is put right by the server once, and the item goes', async () => {
    const phone = await village.phone('v1', { now: () => village.clock.ms - 366 * 86_400_000 });
    await publish(phone.device, 'v1', '钟差了一年');
    expect((await phone.device.contactNow()).state).toBe('connected');
    expect(await phases(phone.device)).toEqual(['complete']);
  });

  it('can be handed over as a file', async () => {
    const phone = await village.phone();
    phone.network.connected = false;
    const { id } = await publish(phone.device, 'v1', '要交出去的', [new Blob(['handed over'])]);
    const text = await (await phone.device.exportItem(id))!.text();
    const item = JSON.parse(text) as { event: { header: string }; files: { data: string }[] };
    expect(eventId(item.event.header)).toBe(id);
    expect(atob(item.files[0]!.data)).toHaveLength(1000);
    expect(await phone.device.exportItem('00'.repeat(32))).toBeNull();
  });

  it('keeps everything over a kill of the browser, and sends it afterwards', async () => {
    const phone = await village.phone();
    phone.network.connected = false;
    await publish(phone.device, 'v1', '关机前写的', [new Blob(['before the kill'])]);
    const draft = await phone.device.newDraft('v1');
    const again = phone.reopen();
    expect(await phases(again.device)).toEqual(['waiting']);
    expect(await again.device.db.drafts.count()).toBe(1);
    expect(draft.ok && (await again.device.db.drafts.get(draft.value.id))?.unit).toBe('v1');
    phone.network.heal();
    await again.device.contactNow();
    expect(await phases(again.device)).toEqual(['complete']);
  });

  it('counts what the township is told from its table', async () => {
    const phone = await village.phone();
    phone.network.connected = false;
    await publish(phone.device, 'v1', '一', [new Blob(['counted'])]);
    await publish(phone.device, 'v1', '二');
    phone.network.heal();
    const from = phone.network.requests.length;
    await phone.device.contactNow();
    const reports = phone.network.requests
      .slice(from)
      .filter(({ path }) => path === '/api/sync')
      .map(({ body }) => (JSON.parse(body) as { report: { unsent: number; files: number } }).report);
    expect(reports[0]).toMatchObject({ unsent: 2, files: 1 });
    expect(reports[reports.length - 1]).toMatchObject({ unsent: 0 });
  });
});

describe('an upload', () => {
  it('goes on where it was cut', async () => {
    const photo = new Blob(['a large photo']);
    const phone = await village.phone('v1', { codec: fakeCodec(200_000) });
    phone.network.connected = false;
    await publish(phone.device, 'v1', '大照片', [photo]);
    let patches = 0;
    phone.network.heal();
    phone.network.fault = (request, send) => {
      if (request.method !== 'PATCH') return undefined;
      patches += 1;
      if (patches !== 3) return undefined;
      return send().then(() => Promise.reject(new TypeError('cut')));
    };
    await phone.device.contactNow();
    expect(await phases(phone.device)).toEqual(['received']);
    expect((await phone.device.db.outbox.toArray())[0]?.problem?.code).toBe('no-network');
    await phone.device.contactNow();
    expect(await phases(phone.device)).toEqual(['complete']);
    // Four chunks in all; none was sent twice.
    expect(patches).toBe(4);
    expect(await phone.device.db.blobs.filter((row) => row.pinned === 1).count()).toBe(0);
  });

  it('is not complete with a receipt that the log did not sign', async () => {
    const phone = await village.phone();
    await publish(phone.device, 'v1', '假回执', [new Blob(['false receipt'])]);
    phone.network.rewrite(
      (text) => text.replace(/"receipt":"[^"]+"/, '"receipt":"hm\\n\\n— x y\\n"'),
      '/api/files',
    );
    await phone.device.contactNow();
    expect(await phases(phone.device)).toEqual(['received']);
    phone.network.heal();
    await phone.device.contactNow();
    expect(await phases(phone.device)).toEqual(['complete']);
  });
});

describe('one at a time', () => {
  it('two windows of one browser send each item once', async () => {
    const phone = await village.phone();
    const other = phone.device.db.name;
    const second = village.browser({ db: new DeviceDb(other), fetch: phone.network.fetch });
    phone.network.connected = false;
    for (const title of ['甲', '乙', '丙']) await publish(phone.device, 'v1', title);
    phone.network.heal();
    await Promise.all([phone.device.contactNow(), second.device.contactNow(), phone.device.contactNow()]);
    await until(async () => (await phases(phone.device)).every((phase) => phase === 'complete'));
    const held = await board(phone.device);
    for (const title of ['甲', '乙', '丙']) expect(held.filter((one) => one === title)).toHaveLength(1);
    for (const title of ['甲', '乙', '丙'])
      expect(
        phone.network.requests.filter(({ body }) => body.includes(`\\"title\\":\\"${title}\\"`)),
      ).toHaveLength(1);
  });
});
