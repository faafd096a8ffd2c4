import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '../../../../src/domain/request/case.ts';
import { clockOf } from '../../../../src/domain/request/clock.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import type { HeldRequest } from '../../../../src/sync/client/cases.ts';
import { openVillage, type TestDevice, type Village } from './village.ts';

let village: Village;
let office: TestDevice;
let colleague: TestDevice;
let tablet: TestDevice;
beforeAll(async () => {
  village = await openVillage();
  office = await village.phone('township', {}, 'office');
  colleague = await village.phone('township', {}, 'office');
  tablet = await village.tablet();
  for (let round = 0; round < 3; round++)
    for (const { device } of [office, colleague]) {
      device.start();
      await device.contactNow();
    }
  await tablet.device.contactNow();
});
afterAll(() => village.end());

const day = (text: string): LocalDate => text as LocalDate;
const REQUEST = {
  kind: 'request',
  applicant: 'person',
  name: '张秀英',
  contact: '',
  document: { type: 'id-card', number: '110101199003078515' },
  phone: '13900000000',
  address: '',
  asked: '村口修路花了多少钱，钱从哪里来',
  form: 'text',
  handover: 'receipt',
  way: 'online',
  on: '2026-11-02',
};

/** Hands a request in at the tablet. @returns its receipt code and id. */
async function handedIn(): Promise<{ code: string; id: string }> {
  const sealed = await tablet.device.sealTo('township', REQUEST);
  if (!sealed.ok) throw new Error(sealed.code);
  await tablet.device.contactNow();
  for (const { device } of [office, colleague]) await device.contactNow();
  return sealed.value;
}

const found = async ({ device }: TestDevice, id: string): Promise<HeldRequest> =>
  (await device.requests()).find(({ envelope }) => envelope.id === id)!;

const OPENED = {
  type: 'case.opened',
  fields: { on: day('2026-11-02'), way: 'online', applicant: 'person' },
  words: '',
  tell: '已经登记',
} as const;

describe('a request for disclosure', () => {
  it('is taken up, stopped and answered by a clerk without a network, and its clock reaches the applicant', async () => {
    const { code, id } = await handedIn();
    const { envelope, request } = await found(office, id);
    expect(request).toEqual(REQUEST);
    office.network.connected = false;
    await office.device.takeStep(envelope, OPENED);
    await office.device.takeStep(envelope, {
      type: 'case.third-party-asked',
      fields: { on: day('2026-11-04'), who: 'third-party' },
      words: '已致函施工队李四',
      tell: '正在征求第三方意见',
    });
    const waiting = await found(office, id);
    expect(waiting.onItsWay).toHaveLength(2);
    expect(readCase(waiting.record)?.clock.pauses).toHaveLength(1);
    expect(JSON.stringify(await office.device.db.outbox.toArray())).not.toMatch(/李四|征求|登记/);
    office.network.heal();
    await office.device.contactNow();
    const step = (await found(office, id)).record.steps[1]!;
    expect(await office.device.stepWords(step)).toBe('已致函施工队李四');
    await colleague.device.contactNow();
    expect(await colleague.device.stepWords(step)).toBe('已致函施工队李四');

    const stranger = await village.reader();
    await stranger.device.contactNow();
    const read = await stranger.device.readReceipt(code);
    if (!read.ok) throw new Error(read.code);
    const told = read.value[0]!.answers.map(({ text }) => text);
    expect(told).toEqual(['已经登记', '正在征求第三方意见']);
    const { clock } = read.value[0]!.answers[1]!.case!;
    expect(clockOf(clock, day('2026-11-12'))).toMatchObject({ stopped: { why: 'third-party' }, used: 2 });
  });

  it('answered by two clerks at once keeps both answers and says so to both', async () => {
    const { id } = await handedIn();
    const { envelope } = await found(office, id);
    await office.device.takeStep(envelope, OPENED);
    await office.device.contactNow();
    await colleague.device.contactNow();
    office.network.connected = false;
    colleague.network.connected = false;
    for (const [clerk, answer] of [
      [office, 'open'],
      [colleague, 'petition'],
    ] as const)
      await clerk.device.takeStep(envelope, {
        type: 'case.answered',
        fields: { on: day('2026-11-09'), answer },
        words: answer,
        tell: answer,
      });
    for (const { network, device } of [office, colleague]) {
      network.heal();
      await device.contactNow();
    }
    await office.device.contactNow();
    for (const clerk of [office, colleague]) {
      const { record } = await found(clerk, id);
      const held = readCase(record)!;
      expect(record.steps).toHaveLength(3);
      expect(held.end?.answer).toBe('open');
      expect(held.conflicts).toHaveLength(1);
    }
  });

  it('is not to be had by whoever does not hold the desk', async () => {
    expect(await tablet.device.requests()).toEqual([]);
    const cadre = await village.phone('v1');
    await cadre.device.contactNow();
    expect(await cadre.device.requests()).toEqual([]);
  });
});
