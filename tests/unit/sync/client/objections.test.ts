import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVillage, publish, type TestDevice, type Village } from './village.ts';

let village: Village;
let clerk: TestDevice;
let committee: TestDevice;
let office: TestDevice;
let tablet: TestDevice;
let notice: string;
beforeAll(async () => {
  village = await openVillage();
  clerk = await village.phone();
  committee = await village.phone('v1', {}, 'supervisor');
  office = await village.phone('township', {}, 'office');
  tablet = await village.tablet();
  ({ notice } = await publish(clerk.device, 'v1', '低保名单公示'));
  await settled(clerk, committee, office, tablet);
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

const TEXT = '第七户家里有人上班，请再核一核。';
const CONTACT = '村东头第二家';

async function objects(text: string): Promise<{ code: string; id: string }> {
  const matter = { kind: 'objection', notice, text, name: '张三', contact: CONTACT };
  const sealed = await tablet.device.sealTo('v1', matter);
  if (!sealed.ok) throw new Error(sealed.code);
  await tablet.device.contactNow();
  await clerk.device.contactNow();
  await committee.device.contactNow();
  return sealed.value;
}

describe('an objection that came sealed from a tablet', () => {
  it('is opened by the unit’s people alone, and stands in no table of theirs', async () => {
    await objects(TEXT);
    for (const one of [clerk, committee])
      expect(await one.device.sealedObjections('v1', notice)).toMatchObject([
        { text: TEXT, name: '张三', contact: CONTACT, onItsWay: false },
      ]);
    await office.device.contactNow();
    expect(await office.device.sealedObjections('v1', notice)).toEqual([]);
    expect(await clerk.device.sealedObjections('v1', 'e'.repeat(64))).toEqual([]);
    expect(JSON.stringify(await clerk.device.db.rows.toArray())).not.toContain('第七户');
  });

  it('is answered without a network: in the unit’s record, without the contact, and under the receipt code', async () => {
    const { code, id } = await objects('二社的王某不在村里住。');
    committee.network.connected = false;
    const found = (await committee.device.sealedObjections('v1', notice)).find(
      ({ envelope }) => envelope.id === id,
    )!;
    const said = { upheld: true, answer: '属实，已取消。', word: '意见成立。属实，已取消。' };
    expect(await committee.device.answerSealedObjection('v1', notice, found, said)).toMatchObject({
      ok: true,
    });
    expect(await committee.device.answerSealedObjection('v1', notice, found, said)).toEqual({
      ok: false,
      code: 'gone',
    });
    committee.network.heal();
    await settled(committee, clerk);
    const record = (await clerk.device.officeRecords('v1')).find(
      (one) => one.what === 'objection' && one.envelope === id,
    );
    expect(record).toMatchObject({
      text: '二社的王某不在村里住。',
      name: '张三',
      contact: '',
      answer: { upheld: true, text: '属实，已取消。' },
    });
    const left = await clerk.device.sealedObjections('v1', notice);
    expect(left.map(({ text }) => text)).toEqual([TEXT]);
    const read = await tablet.device.readReceipt(code);
    expect(read).toMatchObject({
      ok: true,
      value: [{ answers: [{ text: '意见成立。属实，已取消。', closes: true }] }],
    });
  });

  it('counts once in the result, though two people took it down without a network', async () => {
    const { id } = await objects('三社的账和去年一样。');
    const both = [clerk, committee];
    for (const one of both) one.network.connected = false;
    for (const one of both) {
      const found = (await one.device.sealedObjections('v1', notice)).find(
        ({ envelope }) => envelope.id === id,
      )!;
      const said = { upheld: false, answer: '核过，没有错。', word: '核过，没有错。' };
      expect(await one.device.answerSealedObjection('v1', notice, found, said)).toMatchObject({ ok: true });
    }
    for (const one of both) one.network.heal();
    await settled(clerk, committee, clerk);
    await clerk.device.closePublicity('v1', notice, '公示期满。');
    await clerk.device.contactNow();
    const details = await clerk.device.details('v1', notice);
    expect(details?.notice.publicityResult).toMatchObject({ objections: 2, upheld: 1 });
  });
});
