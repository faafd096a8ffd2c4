import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { board, openVillage, phases, publish, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

describe('a notice written without a network', () => {
  it('is on the board after the network returns, once', async () => {
    const { device, network } = await village.phone();
    network.connected = false;
    await publish(device, 'v1', '离线写的');
    expect((await device.contactNow()).state).toBe('no-network');
    expect(await phases(device)).toEqual(['waiting']);

    network.heal();
    expect((await device.contactNow()).state).toBe('connected');
    expect(await phases(device)).toEqual(['complete']);
    expect((await board(device)).filter((title) => title === '离线写的')).toHaveLength(1);
    const reader = await village.reader();
    await reader.device.contactNow();
    expect((await board(reader.device)).filter((title) => title === '离线写的')).toHaveLength(1);
  });

  it('is one notice when the answer is lost three times in a row', async () => {
    const { device, network } = await village.phone();
    await publish(device, 'v1', '三次没有回音');
    network.loseAnswers(3);
    for (let times = 0; times < 3; times++) {
      expect((await device.contactNow()).state).toBe('no-network');
      expect(await phases(device)).toEqual(['waiting']);
    }
    expect((await device.contactNow()).state).toBe('connected');
    expect(await phases(device)).toEqual(['complete']);
    expect((await board(device)).filter((title) => title === '三次没有回音')).toHaveLength(1);
  });

  it('goes with its photo, and is complete when the photo is acknowledged', async () => {
    const { device, network } = await village.phone();
    network.connected = false;
    const { notice } = await publish(device, 'v1', '带照片', [new Blob(['photo one'])]);
    const again = { device };
    network.heal();
    await again.device.contactNow();
    const [row] = await device.db.outbox.toArray();
    expect(row).toMatchObject({ phase: 'complete', problem: null });
    const details = await device.details('v1', notice);
    expect(details?.proof).toBe('checked');
    const hash = details!.notice.revisions[0].content.photos[0]!.hash;
    const reader = await village.reader();
    await reader.device.contactNow();
    expect((await reader.device.photo(hash))?.size).toBe(1000);
  });
});
