import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../../src/log/checkpoint.ts';
import { headsOf, sheetOf } from '../../../../src/sync/client/closing.ts';
import { openVillage, publish, type TestDevice, type Village } from './village.ts';

describe('the closing of a year', () => {
  let village: Village;
  let office: TestDevice;

  const registry = async () => (await office.device.db.registry.get(village.township))!.state;

  beforeAll(async () => {
    village = await openVillage();
    const cadre = await village.phone('v1');
    await publish(cadre.device, 'v1', '低保名单');
    await cadre.device.contactNow();
    office = await village.phone('township', {}, 'office');
    for (const unit of ['v1', 'v2']) await office.device.follow(unit);
    await office.device.contactNow();
  });
  afterAll(() => village.end());

  it('names the heads of what was published, as this device holds them', async () => {
    const heads = await headsOf(office.device.db, ['township', 'v1', 'v2']);
    expect(heads).toEqual([{ unit: 'v1', size: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('has a cover sheet as soon as the township’s signed head covers it', async () => {
    const heads = await headsOf(office.device.db, ['v1']);
    const content = { year: 2025, missing: 3, heads };
    expect(await office.device.change('year.closed', content, '结账')).toMatchObject({ ok: true });
    await office.device.contactNow();
    await office.device.contactNow();
    const closing = (await registry()).closings[2025]!;
    expect(closing).toMatchObject({ year: 2025, missing: 3 });
    expect(closing).not.toHaveProperty('heads');
    const sheet = (await sheetOf(office.device.db, closing.number))!;
    expect(sheet.heads).toEqual(heads);
    const head = await openCheckpoint(sheet.checkpoint, village.registry, village.logKey);
    expect(head!.size).toBeGreaterThan(closing.number);
  });

  it('has none before, nor for what is no closing', async () => {
    const { number } = (await registry()).closings[2025]!;
    expect(await sheetOf(office.device.db, number + 1)).toBeNull();
    expect(await sheetOf(office.device.db, number - 1)).toBeNull();
    expect(await sheetOf(village.browser().device.db, number)).toBeNull();
  });

  it('is refused a second time, and nothing of the first changes', async () => {
    const before = (await registry()).closings;
    await office.device.change('year.closed', { year: 2025, missing: 0, heads: [] }, '再结');
    await office.device.contactNow();
    const rows = await office.device.db.outbox.where('phase').equals('refused').toArray();
    expect(rows.map(({ title }) => title)).toEqual(['再结']);
    expect((await registry()).closings).toEqual(before);
  });

  it('is followed by the archive, which is a whole zip or none', async () => {
    const year = 2026;
    const come: number[] = [];
    const made = await office.device.archive(year, (bytes) => come.push(bytes));
    if (!made.ok) throw new Error(made.code);
    expect(made.value.type).toBe('application/zip');
    expect(come[come.length - 1]).toBe(made.value.size);
    const whole = new Uint8Array(await made.value.arrayBuffer());
    office.network.fault = (request) =>
      request.path.startsWith('/api/archive')
        ? Promise.resolve(new Response(whole.slice(0, -30)))
        : undefined;
    expect(await office.device.archive(year, () => {})).toEqual({ ok: false, code: 'no-network' });
    office.network.heal();
    expect(await office.device.archive(2009, () => {})).toEqual({ ok: false, code: 'not-found' });
    const cadre = await village.phone('v1');
    expect(await cadre.device.archive(year, () => {})).toEqual({ ok: false, code: 'not-allowed' });
  });
});
