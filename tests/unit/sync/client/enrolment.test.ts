import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInvitationLink } from '../../../../src/sync/client/invitation.ts';
import type { Identity } from '../../../../src/sync/client/device.ts';
import { member } from '../../server/harness.ts';
import { board, openVillage, phases, publish, Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  await village.mustAccept(
    await village.sign(village.office, village.registry, 'member.set', member('wang', 'v1')),
  );
});
afterAll(() => village.end());

const phoneLink = (): Promise<string> => village.invitation('phone', 'v1', 'wang');

describe('an invitation', () => {
  it('shows whose it is before anything is done', async () => {
    const { device } = village.browser();
    expect(await device.previewInvitation(await phoneLink())).toEqual({
      ok: true,
      township: village.township,
      townshipName: '复兴乡',
      unitName: '单位 v1',
      kind: 'phone',
      memberName: 'wang',
      memberPost: '村文书',
    });
    expect(await device.db.meta.get('identity')).toBeUndefined();
  });

  it('makes a phone the cadre’s, with a key of its own', async () => {
    const { device } = village.browser({ persist: async () => true });
    const enrolled = await device.enrol(await phoneLink(), '王某的手机');
    expect(enrolled).toMatchObject({ ok: true, value: { unit: 'v1', kind: 'phone', persistent: true } });
    const { key } = (enrolled as { value: Identity }).value;
    expect((await device.registry())?.devices[key]).toMatchObject({ name: '王某的手机', member: 'wang' });
  });

  it('is one enrolment when the answer was lost', async () => {
    const { device, network } = village.browser();
    const link = await phoneLink();
    await device.previewInvitation(link);
    let asked = 0;
    network.fault = (request, send) => {
      if (request.path !== '/api/sync' || !request.body.includes('device.enrolled') || asked++ > 0)
        return undefined;
      return send().then(() => Promise.reject(new TypeError('lost')));
    };
    expect(await device.enrol(link, '手机')).toEqual({ ok: false, code: 'no-network' });
    expect((await device.previewInvitation(link)).ok).toBe(true);
    expect(await device.enrol(link, '手机')).toMatchObject({ ok: true });
  });

  it('is one enrolment when the browser was killed before the answer', async () => {
    const browser = village.browser();
    const link = await phoneLink();
    browser.network.fault = (request, send) =>
      request.body.includes('device.enrolled')
        ? send().then(() => Promise.reject(new TypeError('killed')))
        : undefined;
    await browser.device.enrol(link, '手机');
    browser.network.heal();
    expect(await browser.reopen().device.enrol(link, '手机')).toMatchObject({ ok: true });
  });

  it('that was mistyped is told from one that nobody made', async () => {
    const { device, network } = village.browser();
    const link = await phoneLink();
    const mistyped = { ok: false, code: 'mistyped' };
    expect(await device.previewInvitation(link.slice(0, -1))).toEqual(mistyped);
    expect(await device.enrol('你好', '手机')).toEqual(mistyped);
    expect(network.requests).toHaveLength(0);
    const { makeInvitationLink } = await import('../../../../src/sync/client/invitation.ts');
    const unknown = { ok: false, code: 'unknown' };
    const nobodys = makeInvitationLink(village.url, village.township, '12'.repeat(32));
    expect(await device.previewInvitation(nobodys)).toEqual(unknown);
    expect(await device.enrol(nobodys, '手机')).toEqual(unknown);
    const elsewhere = makeInvitationLink(village.url, '9'.repeat(32), parseInvitationLink(link)!.seed);
    expect(await village.browser().device.enrol(elsewhere, '手机')).toEqual(unknown);
    expect(await device.enrol(elsewhere, '手机')).toEqual(unknown);
  });

  it('that was used says so', async () => {
    const link = await phoneLink();
    await village.browser().device.enrol(link, '第一部');
    const { device } = village.browser();
    expect(await device.previewInvitation(link)).toEqual({ ok: false, code: 'used' });
    expect(await device.enrol(link, '第二部')).toEqual({ ok: false, code: 'used' });
  });

  it('used by another phone in the very moment says so', async () => {
    const link = await phoneLink();
    const [one, two] = await Promise.all([
      village.browser().device.enrol(link, '甲'),
      village.browser().device.enrol(link, '乙'),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    expect(one.ok ? two : one).toEqual({ ok: false, code: 'used' });
  });

  it('that has expired says so, by the server’s clock', async () => {
    const link = await village.invitation('phone', 'v1', 'wang', -1);
    const { device } = village.browser({ now: () => 0 });
    expect(await device.previewInvitation(link)).toEqual({ ok: false, code: 'expired' });
    expect(await device.enrol(link, '手机')).toEqual({ ok: false, code: 'expired' });
  });

  it('without a network says so', async () => {
    const { device, network } = village.browser();
    network.connected = false;
    const link = await phoneLink();
    expect(await device.previewInvitation(link)).toEqual({ ok: false, code: 'no-network' });
    expect(await device.enrol(link, '手机')).toEqual({ ok: false, code: 'no-network' });
  });

  it('on a device that is enrolled says so', async () => {
    const { device } = await village.phone();
    const link = await phoneLink();
    expect(await device.previewInvitation(link)).toEqual({ ok: false, code: 'already-enrolled' });
    expect(await device.enrol(link, '手机')).toEqual({ ok: false, code: 'already-enrolled' });
  });

  it('enrols a revoked device again, with another key', async () => {
    const { device } = await village.phone();
    const { key } = (await device.db.meta.get('identity'))!.value as Identity;
    const revoked = { key, reason: '丢了又找到' };
    await village.mustAccept(await village.sign(village.office, village.registry, 'device.revoked', revoked));
    await device.contactNow();
    const again = await device.enrol(await phoneLink(), '手机');
    expect(again.ok && again.value.key).not.toBe(key);
    await publish(device, 'v1', '找回来以后');
    await device.contactNow();
    expect(await phases(device)).toEqual(['complete']);
  });

  it('cannot be used in a page that keeps no keys', async () => {
    const { device } = village.browser({ subtle: undefined });
    expect(await device.enrol(await phoneLink(), '手机')).toEqual({ ok: false, code: 'not-secure' });
    await device.follow('v1');
    expect((await device.contactNow()).state).toBe('connected');
  });

  it('works where WebCrypto has no Ed25519: the key is kept encrypted', async () => {
    const { subtle } = globalThis.crypto;
    const old = new Proxy(subtle, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          if (args.includes('Ed25519')) throw new DOMException('no', 'NotSupportedError');
          return method.apply(target, args);
        };
      },
    });
    const phone = await village.phone('v1', { subtle: old });
    await publish(phone.device, 'v1', '老手机');
    const again = phone.reopen();
    await again.device.contactNow();
    expect(await phases(again.device)).toEqual(['complete']);
    const kept = JSON.stringify(await again.device.db.meta.get('key'));
    expect(kept).toContain('"kind":"wrapped"');
  });

  it('made on the office’s computer works once the township has taken it in', async () => {
    const office = village.browser();
    const members = await village.sign(
      village.office,
      village.registry,
      'member.set',
      member('clerk', 'township', [], 'office'),
    );
    await village.mustAccept(members);
    await office.device.enrol(await village.invitation('office', 'township', 'clerk'), '电脑');
    const made = await office.device.invite({ device: 'tablet', unit: 'v1', member: null, days: 7 });
    if (!made.ok) throw new Error(made.code);
    const tablet = village.browser();
    expect(await tablet.device.enrol(made.value.link, '平板')).toEqual({ ok: false, code: 'unknown' });
    await office.device.contactNow();
    expect(await phases(office.device)).toEqual(['complete']);
    expect(await tablet.device.enrol(made.value.link, '平板')).toMatchObject({
      ok: true,
      value: { kind: 'tablet' },
    });
  });
});

const setup = {
  township: '新设乡',
  region: '',
  office: '党政办',
  person: { name: '赵某', post: '主任' },
  deviceName: '办公电脑',
};

describe('founding a township', () => {
  it('makes this computer the office’s first, and gives the recovery seed once', async () => {
    const empty = (await new Village().start()) as Village;
    const { device } = empty.browser();
    const code = empty.server.setupCode!;
    expect(await device.found({ ...setup, code: 'AAAA-AAAA-AAAA' })).toEqual({
      ok: false,
      code: 'wrong-code',
    });
    expect(await device.found({ ...setup, code, township: ' ' })).toEqual({ ok: false, code: 'not-valid' });
    const founded = await device.found({ ...setup, code });
    expect(founded).toMatchObject({ ok: true, value: { recovery: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    const registry = await device.registry();
    expect(registry).toMatchObject({
      name: '新设乡',
      units: { township: { name: '新设乡', office: '党政办' } },
    });
    expect(registry!.catalogue.length).toBeGreaterThan(20);
    await publish(device, 'township', '第一条');
    await device.contactNow();
    expect(await board(device, 'township')).toEqual(['第一条']);
    const other = empty.browser();
    expect(await other.device.found({ ...setup, code })).toMatchObject({ ok: false, code: 'already-set-up' });
    await empty.end();
  });

  it('is one founding when the answer was lost', async () => {
    const empty = (await new Village().start()) as Village;
    const { device, network } = empty.browser();
    const code = empty.server.setupCode!;
    network.fault = (request, send) =>
      request.body.includes('"events"')
        ? send().then(() => Promise.reject(new TypeError('lost')))
        : undefined;
    expect(await device.found({ ...setup, code })).toEqual({ ok: false, code: 'no-network' });
    network.heal();
    await device.contactNow();
    expect(await device.found({ ...setup, code })).toMatchObject({ ok: true });
    expect((await device.registry())?.name).toBe('新设乡');
    await empty.end();
  });
});
