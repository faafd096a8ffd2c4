import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../../../src/sync/client/device.ts';
import { openVillage, phases, publish, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  const place = { unit: 'v1', kind: 'wall', name: '东头墙', where: '村口', photo: null, closed: false };
  const set = async (id: string, unit: string) =>
    village.mustAccept(
      await village.sign(village.office, village.registry, 'place.set', { ...place, id, unit }),
    );
  await set('wall-1', 'v1');
  await set('wall-2', 'v2');
});
afterAll(() => village.end());

const idOf = (outcome: Awaited<ReturnType<Device['makeOuting']>>): string => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.id;
};

const sheet = (photo: string, place = 'wall-1') => ({
  form: 'paper' as const,
  place,
  photo: new Blob([photo]),
  note: '',
});

describe('a notice that goes out by another form', () => {
  it('is recorded without a network, with its photo, and reaches everybody later', async () => {
    const phone = await village.phone();
    phone.network.connected = false;
    const { notice } = await publish(phone.device, 'v1', '贴出去的');
    const outing = idOf(
      await phone.device.makeOuting('v1', notice, {
        ...sheet('at the wall'),
        position: { latitude: 36.731, longitude: 104.82, accuracy: 12.5 },
      }),
    );
    idOf(
      await phone.device.makeOuting('v1', notice, { form: 'broadcast', place: null, count: 3, note: '稿子' }),
    );
    const own = await phone.device.ownNotice('v1', notice);
    expect(own?.outings.map(({ form, count }) => [form, count])).toEqual([
      ['paper', null],
      ['broadcast', 3],
    ]);

    phone.network.heal();
    const again = phone.reopen();
    await again.device.contactNow();
    expect(await phases(again.device)).toEqual(['complete', 'complete', 'complete']);
    const reader = await village.reader();
    await reader.device.contactNow();
    const seen = await reader.device.details('v1', notice);
    expect(seen?.notice.outings[0]).toMatchObject({
      id: outing,
      place: 'wall-1',
      revision: notice,
      ended: null,
    });
    expect((await reader.device.photo(seen!.notice.outings[0]!.photo!.hash))?.size).toBe(1000);
  });

  it('can be taken down once, with a reason, even before it was sent', async () => {
    const { device, network } = await village.phone();
    const { notice } = await publish(device, 'v1', '又取下的');
    network.connected = false;
    const outing = idOf(await device.makeOuting('v1', notice, sheet('soon gone')));
    expect((await device.endOuting('v1', notice, outing, ' 下雨淋湿了 ')).ok).toBe(true);
    expect(await device.endOuting('v1', notice, outing, '再取')).toEqual({ ok: false, code: 'gone' });
    const own = await device.ownNotice('v1', notice);
    expect(own?.outings[0]?.ended?.reason).toBe('下雨淋湿了');
  });

  it('keeps nothing of a sheet without a readable photo, or of a notice that is not here', async () => {
    const { device } = await village.phone();
    const { notice } = await publish(device, 'v1', '没有照片');
    const { photo: _, ...bare } = sheet('none');
    expect(await device.makeOuting('v1', notice, bare)).toEqual({ ok: false, code: 'not-valid' });
    expect(await device.makeOuting('v1', notice, sheet('bad'))).toEqual({ ok: false, code: 'unreadable' });
    expect(await device.makeOuting('v1', 'f'.repeat(64), sheet('x'))).toEqual({ ok: false, code: 'gone' });
    expect(
      await device.db.outbox
        .where('type')
        .equals('outing.made')
        .count()
        .catch(() => 0),
    ).toBe(0);
  });

  it('is refused on the wall of another village, and the phone says why', async () => {
    const { device } = await village.phone();
    const { notice } = await publish(device, 'v1', '别村的墙');
    const outing = idOf(await device.makeOuting('v1', notice, sheet('elsewhere', 'wall-2')));
    await device.contactNow();
    const row = await device.db.outbox.filter(({ id }) => id === outing).first();
    expect([row?.phase, row?.problem?.code]).toEqual(['refused', 'unknown-place']);
  });
});

describe('a board or a wall', () => {
  it('has a photo that is sent with the change of the registry, and that everybody sees', async () => {
    const office = await village.phone('township', {}, 'office');
    const kept = await office.device.keepPhoto(new Blob(['the east wall']));
    if (!kept.ok) throw new Error(kept.code);
    const place = { id: 'wall-1', unit: 'v1', kind: 'wall', name: '东头墙', where: '村口' } as const;
    await office.device.change('place.set', { ...place, photo: kept.value, closed: false }, place.name);
    await office.device.contactNow();
    await office.device.contactNow();
    expect(await phases(office.device)).toEqual(['complete']);
    const reader = await village.reader();
    await reader.device.contactNow();
    const seen = (await reader.device.registry())?.places['wall-1']?.photo;
    expect(seen).toEqual(kept.value);
    expect((await reader.device.photo(seen!.hash))?.size).toBe(1000);
  });
});
