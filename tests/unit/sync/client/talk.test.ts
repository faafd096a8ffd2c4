import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  noticeTalkKey,
  type NoticeTalk,
  UNIT_TALK,
  type UnitTalk,
} from '../../../../src/domain/talk/talk.ts';
import type { ArrivedComment } from '../../../../src/sync/client/talk.ts';
import { openVillage, publish, type TestDevice, until, type Village } from './village.ts';

let village: Village;
let clerk: TestDevice;
let committee: TestDevice;
let tablet: TestDevice;
let notice: string;

async function settled(...devices: TestDevice[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const { device } of devices) {
      device.start();
      await device.contactNow();
    }
  }
}

beforeAll(async () => {
  village = await openVillage();
  clerk = await village.phone('v1');
  committee = await village.phone('v1', {}, 'supervisor');
  tablet = await village.tablet();
  await settled(clerk, committee, clerk);
  ({ notice } = await publish(clerk.device, 'v1', '低保名单'));
  await settled(clerk, committee, tablet);
});
afterAll(() => village.end());

const says = async (text: string, name = ''): Promise<{ code: string; id: string }> => {
  const sealed = await tablet.device.sealTo('v1', { kind: 'comment', notice, text, name });
  if (!sealed.ok) throw new Error(sealed.code);
  await tablet.device.contactNow();
  await settled(clerk, committee);
  return sealed.value;
};

const arrived = async (device: TestDevice, id: string): Promise<ArrivedComment> => {
  const { comments } = await device.device.deskTalk('v1');
  const found = comments.find(({ envelope }) => envelope.id === id);
  if (!found) throw new Error('not arrived');
  return found;
};

async function rowOf<Value>(device: TestDevice, key: string): Promise<Value | undefined> {
  const rows = await device.device.db.rows.toArray();
  return rows.find((row) => row.stream.endsWith('/v1/public') && row.key === key)?.value as Value | undefined;
}

const answer = { name: '', answer: '已经补上了。', title: '低保名单' };

describe('a comment on a notice', () => {
  it('is answered in public, and the sender reads the answer under his code', async () => {
    const { code, id } = await says('三社少了一户？', '王某');
    const one = await arrived(clerk, id);
    expect(one).toMatchObject({ text: '三社少了一户？', name: '王某', decision: null, onItsWay: null });
    clerk.network.connected = false;
    expect(await clerk.device.publishComment('v1', one, { ...answer, text: one.text })).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await arrived(clerk, id)).onItsWay).toBe('published');
    clerk.network.heal();
    await settled(clerk, tablet);
    expect(await rowOf<NoticeTalk>(tablet, noticeTalkKey(notice))).toMatchObject({ answered: [id] });
    expect(await rowOf<UnitTalk>(tablet, UNIT_TALK)).toMatchObject({
      answered: 1,
      counted: { received: 1, waiting: 0, overdue: 0 },
    });
    const read = await tablet.device.readReceipt(code);
    expect(read).toMatchObject({ ok: true, value: [{ answers: [{ text: '已经补上了。', closes: true }] }] });
  });

  it('that two people answer at once is shown once, with the first answer', async () => {
    const { id } = await says('路灯什么时候修？');
    clerk.network.connected = false;
    committee.network.connected = false;
    const [one, other] = [await arrived(clerk, id), await arrived(committee, id)];
    await clerk.device.publishComment('v1', one, { ...answer, text: one.text, answer: '下周修' });
    await committee.device.publishComment('v1', other, { ...answer, text: other.text, answer: '已报乡里' });
    committee.network.heal();
    await settled(committee);
    clerk.network.heal();
    await settled(clerk, tablet);
    const talk = await rowOf<NoticeTalk>(tablet, noticeTalkKey(notice));
    expect(talk?.answered.filter((envelope) => envelope === id)).toHaveLength(1);
    expect((await arrived(clerk, id)).decision).toMatchObject({ answer: '已报乡里' });
    expect((await clerk.device.db.outbox.toArray()).filter(({ phase }) => phase === 'refused')).toEqual([]);
  });

  it('that is refused is counted with its reason, and its words stand nowhere in the open', async () => {
    const { code, id } = await says('骂人的话一二三');
    const said = { reason: 'insult' as const, word: '请好好说', title: '低保名单' };
    await clerk.device.refuseComment('v1', await arrived(clerk, id), said);
    await settled(clerk, tablet);
    expect(await rowOf<NoticeTalk>(tablet, noticeTalkKey(notice))).toMatchObject({ refused: { insult: 1 } });
    const everything = [tablet, clerk].map(async ({ device }) =>
      JSON.stringify([await device.db.chunks.toArray(), await device.db.rows.toArray()]),
    );
    for (const held of await Promise.all(everything)) expect(held).not.toContain('骂人');
    expect(await tablet.device.readReceipt(code)).toMatchObject({
      ok: true,
      value: [{ answers: [{ text: '请好好说' }] }],
    });
  });

  it('on a notice that was withdrawn is answered under the code alone', async () => {
    const { code, id } = await says('为什么撤了？');
    await clerk.device.answerAlone('v1', await arrived(clerk, id), '写错了，重新公开。');
    await settled(clerk, tablet);
    expect((await arrived(clerk, id)).envelope.answers).toMatchObject([{ closes: true }]);
    expect(await tablet.device.readReceipt(code)).toMatchObject({
      ok: true,
      value: [{ answers: [{ text: '写错了，重新公开。' }] }],
    });
  });
});

describe('‘was this clear?’', () => {
  it('is counted and signed by the desk, and counted again only when it has changed', async () => {
    for (const clear of [true, true, false])
      await tablet.device.sealTo('v1', { kind: 'clear', notice, clear });
    await tablet.device.contactNow();
    await settled(clerk);
    const about = { notice, title: '低保名单' };
    await clerk.device.countTalk('v1', about);
    const waiting = (): Promise<number> =>
      clerk.device.db.outbox.filter(({ type }) => type === 'comment.clear-counted').count();
    const counted = await waiting();
    await settled(clerk, tablet);
    await until(
      async () => (await rowOf<NoticeTalk>(tablet, noticeTalkKey(notice)))?.clear?.yes === 2,
      'the count',
    );
    expect(await rowOf<NoticeTalk>(tablet, noticeTalkKey(notice))).toMatchObject({
      clear: { yes: 2, no: 1 },
    });
    await clerk.device.countTalk('v1', about);
    expect(await waiting()).toBe(counted);
  });
});
