import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../../../src/log/checkpoint.ts';
import { fromHex } from '../../../../src/log/hex.ts';
import { checkFork, checkInclusion } from '../../../../src/log/proof.ts';
import { softwareSigner } from '../../../../src/log/signature.ts';
import { openVillage, publish, type TestDevice, until, type Village } from './village.ts';

describe('devices as witnesses', () => {
  let village: Village;
  let cadre: TestDevice;
  let neighbour: TestDevice;
  let notice: string;

  beforeAll(async () => {
    village = await openVillage();
    cadre = await village.phone('v1');
    neighbour = await village.phone('v2');
    notice = (await publish(cadre.device, 'v1', '低保名单')).notice;
    await cadre.device.contactNow();
    await neighbour.device.follow('v1');
    await neighbour.device.contactNow();
    await cadre.device.contactNow();
  });
  afterAll(() => village.end());

  it('of another unit confirm what they have seen, once an hour at most, and everybody can check it', async () => {
    let units: string[] = [];
    await until(async () => {
      const asked = await cadre.device.confirmations('v1');
      units = asked.ok ? asked.value.map(({ unit, size }) => `${unit} ${size}`) : [];
      return units.includes('v2 1');
    });
    await neighbour.device.contactNow();
    await neighbour.device.contactNow();
    expect(neighbour.network.requests.filter(({ path }) => path === '/api/cosign')).toHaveLength(1);
    cadre.network.connected = false;
    expect(await cadre.device.confirmations('v1')).toEqual({ ok: false, code: 'no-network' });
    cadre.network.connected = true;
  });

  it('give a proof that needs no server and no app', async () => {
    const file = (await cadre.device.proofOf('v1', notice))!;
    const checked = await checkInclusion(file);
    expect(checked).toMatchObject({ ok: true, value: { id: notice, content: { title: '低保名单' } } });
    const changed = { ...file, entry: { ...file.entry, body: file.entry.body!.replace('低保', '高保') } };
    expect(await checkInclusion(changed)).toEqual({ ok: false, fault: 'foreign-body' });
    expect(await checkInclusion({ ...file, number: file.number + 1 })).toMatchObject({ ok: false });
    expect(await cadre.device.proofOf('v1', 'f'.repeat(64))).toBeNull();
  });

  it('prove by the log’s own signatures that it was shown in two ways', async () => {
    expect(await cadre.device.forks()).toEqual([]);
    const stream = village.public('v1');
    const logKey = await softwareSigner(fromHex(village.recovery));
    const { size, checkpoint } = (await cadre.device.db.heads.get(stream))!;
    const shown = await signCheckpoint(
      { origin: `gongkailan/${stream}`, size, root: 'ab'.repeat(32) },
      logKey,
    );
    const row = { stream, foundAt: '2026-11-24T02:00:00.000Z', kind: 'fork' as const };
    await cadre.device.db.evidence.add({ ...row, held: { size, checkpoint }, shown });
    // A note that somebody else signed contradicts nothing.
    const other = await softwareSigner(new Uint8Array(32));
    const foreign = await signCheckpoint(
      { origin: `gongkailan/${stream}`, size, root: 'cd'.repeat(32) },
      other,
    );
    await cadre.device.db.evidence.add({ ...row, held: { size, checkpoint }, shown: foreign });
    const files = await cadre.device.forks();
    expect(files).toHaveLength(1);
    expect(await checkFork(files[0]!)).toMatchObject({ ok: true, value: { township: village.township } });
  });
});
