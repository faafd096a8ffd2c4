import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSPECTOR_DESK } from '../../../../src/domain/desk/events.ts';
import { openVillage, type TestDevice, until, type Village } from './village.ts';

let village: Village;
let office: TestDevice;
let inspector: TestDevice;
let tablet: TestDevice;
beforeAll(async () => {
  village = await openVillage();
  office = await village.phone('township', {}, 'office');
  inspector = await village.phone('township', {}, 'inspector');
  tablet = await village.tablet();
  await settled(office, inspector);
});
afterAll(() => village.end());

/** Lets devices open and hand on their desks, as they do after each contact. */
async function settled(...devices: TestDevice[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const { device } of devices) {
      device.start();
      await device.contactNow();
    }
  }
}

const REPORT = { kind: 'report', text: '修路的钱对不上，账上写了两遍。', photos: [] };

describe('a sealed envelope', () => {
  it('is unreadable on the tablet, on the wire and on the server, and leaves the tablet once it is proved', async () => {
    await tablet.device.contactNow();
    tablet.network.connected = false;
    const sealed = await tablet.device.sealTo(INSPECTOR_DESK, REPORT);
    if (!sealed.ok) throw new Error(sealed.code);
    expect(sealed.value.code).toMatch(/^(\d{4} ){4}\d{4}$/);
    const kept = JSON.stringify(await tablet.device.db.outbox.toArray());
    expect(kept).not.toContain('修路');
    expect(kept).not.toContain(((await tablet.device.db.meta.get('identity'))!.value as { key: string }).key);
    expect(await tablet.device.db.outbox.count()).toBe(1);
    tablet.network.heal();
    await tablet.device.contactNow();
    expect(await tablet.device.db.outbox.count()).toBe(0);
    expect(tablet.network.requests.map(({ body }) => body).join()).not.toContain('修路');
  });

  it('is opened by the inspector alone, and answered under the receipt code from any device', async () => {
    const sealed = await tablet.device.sealTo(INSPECTOR_DESK, REPORT);
    if (!sealed.ok) throw new Error(sealed.code);
    await tablet.device.contactNow();
    await inspector.device.contactNow();
    await office.device.contactNow();
    expect(await office.device.deskInbox(INSPECTOR_DESK)).toEqual([]);
    const found = (await inspector.device.deskInbox(INSPECTOR_DESK)).find(
      ({ id }) => id === sealed.value.id,
    )!;
    const opened = await inspector.device.openEnvelope(INSPECTOR_DESK, found);
    expect(opened?.matter).toEqual(REPORT);
    await inspector.device.answerEnvelope(INSPECTOR_DESK, found, { text: '已经查实。', closes: true });
    await inspector.device.contactNow();

    const stranger = await village.reader();
    await stranger.device.contactNow();
    expect(await stranger.device.readReceipt('1234')).toEqual({ ok: false, code: 'mistyped' });
    const read = await stranger.device.readReceipt(sealed.value.code);
    expect(read).toMatchObject({ ok: true, value: [{ answers: [{ text: '已经查实。' }] }] });
    const more = await stranger.device.sealTo(
      INSPECTOR_DESK,
      { kind: 'addition', text: '还有一张收据', photos: [] },
      sealed.value.code,
    );
    expect(more).toMatchObject({ ok: true });
    await stranger.device.contactNow();
    expect(await stranger.device.db.outbox.count()).toBe(0);
    await inspector.device.contactNow();
    const authors = (await inspector.device.deskInbox(INSPECTOR_DESK)).map(({ author }) => author);
    expect(authors.filter((author) => author === found.author)).toHaveLength(2);
  });

  it('cannot be read by whoever has no right to the desk’s stream', async () => {
    for (const device of [tablet, office]) {
      await device.device.contactNow();
      const streams = await device.device.db.heads.toArray();
      expect(streams.some(({ stream }) => stream.endsWith('/box'))).toBe(false);
    }
  });
});

describe('a desk', () => {
  it('hands its key on to a colleague who comes later, with what arrived before', async () => {
    await tablet.device.contactNow();
    const sealed = await tablet.device.sealTo('township', {
      kind: 'comment',
      notice: '0'.repeat(64),
      text: '问一问',
      name: '',
    });
    if (!sealed.ok) throw new Error(sealed.code);
    await tablet.device.contactNow();
    const colleague = await village.phone('township', {}, 'office');
    await settled(colleague, office, colleague);
    const found = (await colleague.device.deskInbox('township')).find(({ id }) => id === sealed.value.id)!;
    expect((await colleague.device.openEnvelope('township', found))?.matter).toMatchObject({
      text: '问一问',
    });
  });

  it('is restored from the recovery sheet when every device is lost', async () => {
    const sheet = await office.device.deskRecovery('township');
    expect(sheet).toMatch(/^[0-9a-f]{64}$/);
    const lone = await village.phone('township', {}, 'office');
    await lone.device.contactNow();
    await settled(lone);
    expect(await lone.device.restoreDesk('township', `${'0'.repeat(64)}`)).toBe(false);
    expect(await lone.device.restoreDesk('township', sheet!)).toBe(true);
    const [found] = await lone.device.deskInbox('township');
    expect((await lone.device.openEnvelope('township', found!))?.matter).toMatchObject({ text: '问一问' });
  });

  it('of a village has the village’s people, and opens by itself', async () => {
    const clerk = await village.phone('v1');
    await settled(clerk);
    await until(async () => (await clerk.device.registry())?.desks['v1'] !== undefined, 'the desk of v1');
    await tablet.device.contactNow();
    expect(
      await tablet.device.sealTo('v1', { kind: 'clear', notice: '0'.repeat(64), clear: true }),
    ).toMatchObject({
      ok: true,
    });
    expect(await tablet.device.sealTo('v2', {})).toEqual({ ok: false, code: 'no-desk' });
  });
});
