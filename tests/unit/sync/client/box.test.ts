import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSPECTOR_DESK } from '../../../../src/domain/desk/events.ts';
import { BOX_FIGURES } from '../../../../src/sync/client/box-figures.ts';
import { openVillage, type TestDevice, until, type Village } from './village.ts';

const WEEK_MS = 7 * 86_400_000;
const REPORT = { kind: 'report', text: '修路的钱对不上', photos: [] };

let village: Village;
let inspector: TestDevice;
let tablet: TestDevice;
beforeAll(async () => {
  village = await openVillage();
  inspector = await village.phone('township', {}, 'inspector');
  tablet = await village.tablet();
  await settled(inspector);
  await tablet.device.contactNow();
});
afterAll(() => village.end());

async function settled(...devices: TestDevice[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const { device } of devices) {
      device.start();
      await device.contactNow();
    }
  }
}

describe('a report on its way', () => {
  it('goes in a request that no device signs and that says nothing of what this one holds', async () => {
    const before = tablet.network.requests.length;
    await tablet.device.sealTo(INSPECTOR_DESK, REPORT);
    await tablet.device.contactNow();
    const sent = tablet.network.requests.slice(before).filter(({ body }) => body.includes('envelope.sealed'));
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]!.body)).toMatchObject({ held: {}, report: null });
  });

  it('is counted in no report of the tablet about itself', async () => {
    tablet.network.connected = false;
    await tablet.device.sealTo(INSPECTOR_DESK, REPORT);
    const before = tablet.network.requests.length;
    tablet.network.heal();
    await tablet.device.contactNow();
    const reports = tablet.network.requests
      .slice(before)
      .flatMap(({ body }) => (body.includes('"report":{') ? [JSON.parse(body) as { report: object }] : []));
    for (const { report } of reports) expect(report).toMatchObject({ unsent: 0, oldest: null });
  });
});

describe('the inspector', () => {
  it('reads again what he answered, and so does who comes after him, from the recovery sheet', async () => {
    await inspector.device.contactNow();
    const [latest] = await inspector.device.deskInbox(INSPECTOR_DESK);
    const said = { text: '已经查实。', closes: true, result: 'established' as const };
    expect(await inspector.device.answerEnvelope(INSPECTOR_DESK, latest!, said)).toMatchObject({ ok: true });
    await inspector.device.contactNow();
    const [answered] = await inspector.device.deskInbox(INSPECTOR_DESK);
    expect(await inspector.device.deskAnswers(INSPECTOR_DESK, answered!)).toMatchObject([
      { text: '已经查实。', result: 'established', closes: true },
    ]);

    const sheet = await inspector.device.deskRecovery(INSPECTOR_DESK);
    await inspector.device.stop();
    const successor = await village.phone('township', {}, 'inspector');
    await successor.device.contactNow();
    expect(await successor.device.deskAnswers(INSPECTOR_DESK, answered!)).toEqual([]);
    expect(await successor.device.restoreDesk(INSPECTOR_DESK, sheet!)).toBe(true);
    await until(
      async () => (await successor.device.openEnvelope(INSPECTOR_DESK, answered!)) !== null,
      'the key',
    );
    expect((await successor.device.openEnvelope(INSPECTOR_DESK, answered!))?.matter).toEqual(REPORT);
    expect(await successor.device.deskAnswers(INSPECTOR_DESK, answered!)).toMatchObject([
      { text: '已经查实。' },
    ]);
    await successor.device.markReportsRead([answered!.id]);
    await successor.device.markReportsRead([answered!.id, 'another']);
    expect((await successor.device.db.meta.get('reports-read'))?.value).toEqual([answered!.id, 'another']);
  });
});

describe('the public figures on a device', () => {
  it('are kept when the log has signed for them, and the inspector’s device counts the same', async () => {
    village.clock.ms += WEEK_MS;
    const late = await village.phone('township', {}, 'inspector');
    await settled(late);
    await late.device.refreshBox();
    const { value } = (await late.device.db.meta.get(BOX_FIGURES))!;
    expect(value).toMatchObject({ received: 2, answered: 1, overdue: 0, size: 3 });
    expect(await late.device.checkBox()).toBe('same');
    await late.device.db.meta.put({ key: BOX_FIGURES, value: { ...(value as object), overdue: 1 } });
    expect(await late.device.checkBox()).toBe('different');
  });

  it('are not believed from a server that claims what the log does not hold', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    await reader.device.refreshBox();
    expect((await reader.device.db.meta.get(BOX_FIGURES))?.value).toMatchObject({ received: 2 });
    expect(await reader.device.checkBox()).toBe('none');
  });
});
