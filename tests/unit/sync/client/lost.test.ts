import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, openVillage, phases, publish, type TestDevice, until, type Village } from './village.ts';

describe('a lost phone', () => {
  let village: Village;
  let lost: TestDevice;
  let other: TestDevice;
  let neighbour: TestDevice;

  beforeAll(async () => {
    village = await openVillage();
    lost = await village.phone('v1');
    other = await village.phone('v1');
    neighbour = await village.phone('v2');
    for (const { device } of [lost, other, neighbour]) await device.contactNow();
  });
  afterAll(() => village.end());

  const keyOf = async ({ device }: TestDevice): Promise<string> =>
    ((await device.db.meta.get('identity'))!.value as { key: string }).key;
  const closes = async (by: TestDevice, target: TestDevice): Promise<void> => {
    const content = { key: await keyOf(target), reason: '手机丢了' };
    expect(await by.device.change('device.revoked', content, '停用')).toMatchObject({ ok: true });
    await by.device.contactNow();
  };

  it('is not closed by another unit', async () => {
    await closes(neighbour, lost);
    await until(async () => (await phases(neighbour.device)).includes('refused'));
  });

  it('is closed from another phone of its unit at once: what it had not sent is not taken', async () => {
    lost.network.connected = false;
    await publish(lost.device, 'v1', '捡到手机的人写的');
    await closes(other, lost);
    lost.network.heal();
    await lost.device.contactNow();
    const [item] = await lost.device.db.outbox.toArray();
    expect(item!.problem).toMatchObject({ code: 'revoked' });
    await publish(other.device, 'v1', '村里写的');
    await other.device.contactNow();
    expect(await board(other.device)).toEqual(['村里写的']);
  });

  it('cannot close others any more', async () => {
    await closes(lost, other);
    await publish(other.device, 'v1', '还能写');
    await other.device.contactNow();
    expect(await board(other.device)).toEqual(['村里写的', '还能写']);
  });
});
