import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INSPECTOR_DESK } from '../../../../src/domain/desk/events.ts';
import { type Bundle, decodeBundle, encodeBundle } from '../../../../src/log/bundle.ts';
import { signCheckpoint } from '../../../../src/log/checkpoint.ts';
import { fromHex } from '../../../../src/log/hex.ts';
import { softwareSigner } from '../../../../src/log/signature.ts';
import { verify } from '../../../../src/server/commands/verify.ts';
import { broughtNotices } from '../../../../src/store/device/outbox.ts';
import type { TakenBundle } from '../../../../src/sync/client/bundles.ts';
import { board, openVillage, publish, type TestDevice, type Village } from './village.ts';

const WISH = { units: ['v1', 'v2'], budget: 10_000_000 };

describe('handing over without a network', () => {
  let village: Village;
  let phone: TestDevice;
  let tablet: TestDevice;

  beforeAll(async () => {
    village = await openVillage();
  });
  afterAll(() => village.end());
  beforeEach(async () => {
    phone = await village.phone('v1');
    tablet = await village.tablet('v1');
    for (const { device } of [phone, tablet]) await device.contactNow();
    for (const { network } of [phone, tablet]) network.connected = false;
  });

  const hand = async (from: TestDevice, to: TestDevice): Promise<TakenBundle> => {
    const made = await from.device.makeBundle(WISH);
    const taken = await to.device.takeBundle(made!.bytes);
    if (!taken.ok) throw new Error(taken.code);
    return taken.value;
  };
  const revoke = async ({ device }: TestDevice): Promise<void> => {
    const { key } = (await device.db.meta.get('identity'))!.value as { key: string };
    const content = { key, reason: '手机丢了' };
    await village.mustAccept(await village.sign(village.office, village.registry, 'device.revoked', content));
  };
  const waiting = async ({ device }: TestDevice) =>
    (await device.db.outbox.toArray()).map(({ title, phase }) => `${title} ${phase}`);

  it('shows a notice on the tablet before the township has it, and is one notice once both have a network', async () => {
    await publish(phone.device, 'v1', '断网时写的');
    expect(await hand(phone, tablet)).toMatchObject({ carried: 1, refused: [] });
    expect((await broughtNotices(tablet.device.db, 'v1')).map(({ title }) => title)).toEqual(['断网时写的']);
    // Once more changes nothing.
    expect(await hand(phone, tablet)).toMatchObject({ carried: 0, known: 1 });

    tablet.network.heal();
    await tablet.device.contactNow();
    expect(await board(tablet.device)).toContain('断网时写的');
    expect(await broughtNotices(tablet.device.db, 'v1')).toEqual([]);
    phone.network.heal();
    await phone.device.contactNow();
    const titles = (await board(phone.device)).filter((title) => title === '断网时写的');
    expect(titles).toHaveLength(1);
  });

  it('brings receipts back: what another carrier handed in is no longer waiting', async () => {
    await publish(phone.device, 'v1', '请人捎去的');
    const carrier = await village.phone('v2');
    await hand(phone, carrier);
    await carrier.device.contactNow();
    // The carrier's own board is another one.
    expect(await waiting(carrier)).toContain('请人捎去的 complete');
    expect(await waiting(phone)).toContain('请人捎去的 waiting');
    expect((await hand(carrier, phone)).boards).toContain('v1');
    expect(await waiting(phone)).toContain('请人捎去的 complete');
  });

  it('is done for a resident when the township has the notice: the photo comes from its author', async () => {
    await publish(phone.device, 'v1', '带照片的', [new Blob(['carried by a resident'])]);
    const resident = await village.reader('v2');
    await resident.device.contactNow();
    await hand(phone, resident);
    phone.network.heal();
    await phone.device.contactNow();
    expect(await waiting(phone)).toContain('带照片的 complete');
    await resident.device.contactNow();
    expect(await waiting(resident)).toContain('带照片的 complete');
  });

  it('is done for somebody whose joining has not got through, too', async () => {
    await publish(phone.device, 'v1', '没登记成的捎去的', [new Blob(['carried by a newcomer'])]);
    const newcomer = await village.reader('v1');
    await newcomer.device.contactNow();
    const link = await village.invitation('tablet', 'v1', null);
    newcomer.network.fault = ({ body }) =>
      body.includes('device.enrolled') ? Promise.reject(new TypeError('no network')) : undefined;
    expect(await newcomer.device.enrol(link, '平板')).toMatchObject({ ok: false });
    await hand(phone, newcomer);
    await newcomer.device.contactNow();
    expect(await waiting(newcomer)).toEqual(['没登记成的捎去的 complete']);
  });

  it('is brought by a resident who is enrolled nowhere, though its author never has a network again', async () => {
    await publish(phone.device, 'v1', '村民捎去的');
    const resident = await village.reader('v1');
    await resident.device.contactNow();
    expect(await hand(phone, resident)).toMatchObject({ carried: 1 });
    await resident.device.contactNow();
    expect(await waiting(resident)).toEqual(['村民捎去的 complete']);
    const other = await village.phone('v1');
    await other.device.contactNow();
    expect(await board(other.device)).toContain('村民捎去的');
  });

  it('is not carried for ever when its author may speak no longer, and says that it was the author', async () => {
    await publish(phone.device, 'v1', '没送到就停用了');
    const resident = await village.reader('v1');
    await resident.device.contactNow();
    await hand(phone, resident);
    await revoke(phone);
    await resident.device.contactNow();
    expect(await waiting(resident)).toEqual(['没送到就停用了 refused']);
    const [row] = await resident.device.db.outbox.toArray();
    expect(row?.problem?.code).toBe('author-revoked');
  });

  it('is still brought by a phone that was itself revoked, which keeps its own items', async () => {
    const carrier = await village.phone('v2');
    await carrier.device.contactNow();
    carrier.network.connected = false;
    await publish(carrier.device, 'v2', '自己的');
    await publish(phone.device, 'v1', '别人的');
    await hand(phone, carrier);
    await revoke(carrier);
    carrier.network.heal();
    await carrier.device.contactNow();
    expect(await waiting(carrier)).toEqual(['自己的 waiting', '别人的 complete']);
  });

  it('brings other villages’ notices and the registry to a village that had no network for long', async () => {
    const neighbour = await village.phone('v2');
    await publish(neighbour.device, 'v2', '邻村的公告');
    await neighbour.device.contactNow();
    const late = await village.phone('v1');
    await late.device.contactNow();
    late.network.connected = false;
    const taken = await hand(neighbour, late);
    expect(taken.boards).toEqual(['v2']);
    expect(await board(late.device, 'v2')).toContain('邻村的公告');
  });

  it('carries a sealed report out, which nobody on the way can read', async () => {
    const inspector = await village.phone('township', {}, 'inspector');
    for (let round = 0; round < 3; round++) {
      inspector.device.start();
      await inspector.device.contactNow();
    }
    tablet.network.heal();
    await tablet.device.contactNow();
    tablet.network.connected = false;
    const sealed = await tablet.device.sealTo(INSPECTOR_DESK, {
      kind: 'report',
      text: '渠没修完就验收了',
      photos: [],
    });
    expect(sealed.ok).toBe(true);
    const made = await tablet.device.makeBundle(WISH);
    expect(JSON.stringify(decodeBundle(made!.bytes))).not.toContain('验收');
    phone.network.heal();
    expect(await hand(tablet, phone)).toMatchObject({ carried: 1, refused: [] });
    await phone.device.contactNow();
    await inspector.device.contactNow();
    expect(await inspector.device.deskInbox(INSPECTOR_DESK)).toHaveLength(1);
    expect(await phone.device.db.outbox.filter(({ type }) => type === 'envelope.sealed').count()).toBe(0);
  });

  it('takes nothing that nobody here could have signed, and says why', async () => {
    await publish(phone.device, 'v1', '被改过的');
    const made = decodeBundle((await phone.device.makeBundle(WISH))!.bytes);
    if (!made.ok) throw new Error(made.fault);
    const [item] = made.bundle.items;
    const stranger = await village.publish(
      await softwareSigner(new Uint8Array(32).fill(9)),
      'v1',
      '外人写的',
    );
    const items = [
      { event: { ...item!.event, sig: 'ab'.repeat(64) }, files: [] },
      { event: { ...item!.event, body: item!.event.body!.replace('被改', '没改') }, files: [] },
      { event: stranger, files: [] },
    ];
    const taken = await tablet.device.takeBundle(encodeBundle({ ...made.bundle, items }));
    expect(taken.ok && taken.value.refused.map(({ code }) => code)).toEqual([
      'bad-signature',
      'unreadable',
      'unknown-author',
    ]);
    expect(await tablet.device.db.outbox.count()).toBe(0);
    const other = { ...made.bundle, township: 'ff'.repeat(16) };
    expect(await tablet.device.takeBundle(encodeBundle(other))).toEqual({
      ok: false,
      code: 'other-township',
    });
  });

  it('takes one of an item that stands twice in a bundle, and no file that its author did not name', async () => {
    await publish(phone.device, 'v1', '写了两遍的');
    const made = decodeBundle((await phone.device.makeBundle(WISH))!.bytes);
    if (!made.ok) throw new Error(made.fault);
    const [item] = made.bundle.items;
    const junk = { hash: createHash('sha256').update('junk').digest('hex'), bytes: 4 };
    const files = [{ hash: junk.hash, type: 'image/jpeg', data: Buffer.from('junk').toString('base64') }];
    const items = [item!, item!];
    const taken = await tablet.device.takeBundle(encodeBundle({ ...made.bundle, items, files }));
    expect(taken).toMatchObject({ ok: true, value: { carried: 1, known: 1, refused: [] } });
    const once = { ...made.bundle, items: [{ ...item!, files: [junk] }], files };
    const other = await village.tablet('v1');
    await other.device.contactNow();
    other.network.connected = false;
    expect(await other.device.takeBundle(encodeBundle(once))).toMatchObject({
      ok: true,
      value: { carried: 0, refused: [{ code: 'unreadable' }] },
    });
    expect(await other.device.db.blobs.where('hash').equals(junk.hash).count()).toBe(0);
  });

  it('is checked as a file by whoever has the program, with nothing else at hand', async () => {
    await publish(phone.device, 'v1', '装进文件的', [new Blob(['a photo'])]);
    const { bytes } = (await phone.device.makeBundle(WISH))!;
    const folder = mkdtempSync(join(tmpdir(), 'gongkailan-bundle-'));
    const check = (content: Uint8Array, township?: string) => {
      writeFileSync(join(folder, 'handed-over'), content);
      return verify(join(folder, 'handed-over'), { township });
    };
    const whole = await check(bytes);
    expect(whole).toMatchObject({
      ok: true,
      json: { kind: 'gongkailan-bundle', township: village.township, name: '复兴乡', items: 1, findings: [] },
    });
    expect(whole.words).toContain('没有改动');
    const read = decodeBundle(bytes);
    if (!read.ok) throw new Error(read.fault);
    const [item] = read.bundle.items;
    const findings = async (change: Partial<Bundle>) =>
      ((await check(encodeBundle({ ...read.bundle, ...change }))).json as { findings: object[] }).findings;
    const event = { ...item!.event, sig: 'ab'.repeat(64) };
    const stream = village.public('v1');
    expect(await findings({ items: [{ ...item!, event }] })).toContainEqual({
      code: 'bad-signature',
      stream,
      item: 0,
    });
    expect(await findings({ items: [item!, item!] })).toEqual([{ code: 'doubled', stream, item: 1 }]);
    const files = read.bundle.files.map((file) => ({ ...file, data: 'AAAA' }));
    expect(await findings({ files })).toEqual([{ code: 'foreign-file', stream: '', field: 'file', file: 0 }]);
    const runs = read.bundle.runs.map((run) => ({
      ...run,
      leaves: run.leaves.slice(1),
      bodies: run.bodies.slice(1),
    }));
    expect((await check(encodeBundle({ ...read.bundle, runs }))).ok).toBe(false);
    // Without the registry its signatures still hold, and it says what cannot be told.
    const alone = await check(encodeBundle({ ...read.bundle, runs: [] }));
    expect(alone).toMatchObject({ ok: true, json: { name: null } });
    expect(alone.words).toContain('看不出来');
    expect(await check(bytes, 'ff'.repeat(16))).toMatchObject({
      ok: false,
      json: { fault: 'other-township' },
    });
    await expect(check(bytes.subarray(0, 900))).rejects.toThrow('在路上断了');
    rmSync(folder, { recursive: true });
  });

  it('finds a log that was shown in two ways, without a network', async () => {
    const made = decodeBundle((await phone.device.makeBundle(WISH))!.bytes);
    if (!made.ok) throw new Error(made.fault);
    const stream = village.public('v1');
    const run = made.bundle.runs.find((one) => one.stream === stream)!;
    const logKey = await softwareSigner(fromHex(village.recovery));
    const forged = { origin: `gongkailan/${stream}`, size: run.leaves.length, root: 'ab'.repeat(32) };
    const runs = [{ ...run, note: await signCheckpoint(forged, logKey) }];
    const taken = await tablet.device.takeBundle(encodeBundle({ ...made.bundle, runs, items: [] }));
    expect(taken.ok && taken.value.contradictions).toEqual([stream]);
    expect(await tablet.device.forks()).toHaveLength(1);
  });

  it('does not take another’s revoked phone for its own', async () => {
    await publish(phone.device, 'v1', '停用前写的');
    await hand(phone, tablet);
    await revoke(phone);
    tablet.network.heal();
    expect((await tablet.device.contactNow()).state).toBe('connected');
    expect(await waiting(tablet)).toEqual(['停用前写的 refused']);
    expect((await tablet.device.contactNow()).state).toBe('connected');
  });
});
