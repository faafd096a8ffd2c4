import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../../../src/log/checkpoint.ts';
import { eventId } from '../../../../src/log/event.ts';
import { appendLeaves, EMPTY_FRONTIER, leafHash, rootOf } from '../../../../src/log/merkle.ts';
import { fromHex, toHex, utf8 } from '../../../../src/log/hex.ts';
import { leafLine } from '../../../../src/log/leaf.ts';
import { softwareSigner } from '../../../../src/log/signature.ts';
import type { SyncResponse } from '../../../../src/sync/protocol.ts';
import { member } from '../../server/harness.ts';
import { board, openVillage, phases, publish, type TestDevice, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  await village.mustAccept(
    await village.sign(village.office, village.registry, 'member.set', member('clerk', 'v1', [], 'office')),
  );
});
afterAll(() => village.end());

const heads = async ({ device }: TestDevice): Promise<Record<string, number>> =>
  Object.fromEntries((await device.db.heads.toArray()).map(({ stream, size }) => [stream, size]));

/** Publishes in the village from an enrolled phone that plays no other part. */
async function somebodyPublishes(title: string): Promise<void> {
  const { device } = await village.phone();
  await publish(device, 'v1', title);
  await device.contactNow();
  expect(await phases(device)).toEqual(['complete']);
}

describe('an answer that is no answer', () => {
  const page = '<!doctype html><title>请登录</title>';
  const portals: [string, () => Response][] = [
    ['a login page with status 200', () => new Response(page, { headers: { 'content-type': 'text/html' } })],
    ['a login page as JSON text', () => new Response(JSON.stringify(page))],
    ['an empty answer', () => new Response('')],
    ['a proxy error', () => new Response('Bad Gateway', { status: 502 })],
    ['a foreign error in JSON', () => new Response('{"error":"login"}', { status: 403 })],
    ['a JSON object of somebody else', () => new Response('{"ok":true}')],
  ];
  for (const [name, answer] of portals) {
    it(`${name} is 'no network', and marks nothing sent`, async () => {
      const phone = await village.phone();
      const before = await heads(phone);
      await publish(phone.device, 'v1', name);
      phone.network.fault = async () => answer();
      const { state } = await phone.device.contactNow();
      expect(state).toBe('no-network');
      expect(await phases(phone.device)).toEqual(['waiting']);
      expect((await phone.device.db.outbox.toArray())[0]?.problem?.code).toBe('no-network');
      expect(await heads(phone)).toEqual(before);
    });
  }

  it('one that was cut anywhere leaves all as it was, and the next contact mends it', async () => {
    await somebodyPublishes('要被截断的');
    const reader = await village.reader();
    let whole = 0;
    reader.network.rewrite((text) => {
      whole = text.length;
      return text.slice(0, 0);
    });
    await reader.device.contactNow();
    for (let at = 0; at < whole; at += Math.ceil(whole / 60)) {
      reader.network.rewrite((text) => text.slice(0, at));
      expect((await reader.device.contactNow()).state).toBe('no-network');
      expect(await heads(reader)).toEqual({});
    }
    reader.network.heal();
    expect((await reader.device.contactNow()).state).toBe('connected');
    expect(await board(reader.device)).toContain('要被截断的');
  });

  it('one in which any text was changed is not taken', async () => {
    const reader = await village.reader();
    reader.network.rewrite((text) => text.replace('要被截断的', '要被篡改的'));
    expect((await reader.device.contactNow()).state).toBe('no-network');
    expect(await board(reader.device)).toEqual([]);
  });

  it('of another township says so, and nothing is taken', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const before = await heads(reader);
    reader.network.rewrite((text) => text.replaceAll(village.township, 'f'.repeat(32)));
    expect((await reader.device.contactNow()).state).toBe('wrong-township');
    expect(await heads(reader)).toEqual(before);
  });

  it('of a newer server asks for an update', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    reader.network.rewrite((text) => text.replace('{"v":1', '{"v":2'));
    expect((await reader.device.contactNow()).state).toBe('update-needed');
  });

  it('that says accepted, but does not bring the event, is no receipt', async () => {
    const phone = await village.phone();
    const { id } = await publish(phone.device, 'v1', '说收到了');
    await phone.device.contactNow();
    const lying = await village.phone();
    const mine = await publish(lying.device, 'v1', '没有真收到');
    lying.network.fault = (request) => {
      if (request.path !== '/api/sync') return undefined;
      const asked = JSON.parse(request.body) as { events: unknown[] };
      // The server never gets the event; the answer claims that it did.
      const without = JSON.stringify({ ...asked, events: [], report: null });
      return fetch(`${village.url}/api/sync`, {
        method: 'POST',
        body: without,
        headers: { 'content-type': 'application/json' },
      }).then(async (response) => {
        const answer = (await response.json()) as SyncResponse;
        const number = 0;
        answer.results = [{ id: mine.id, status: 'accepted', stream: village.public('v1'), number }];
        return new Response(JSON.stringify(answer));
      });
    };
    expect((await lying.device.contactNow()).state).toBe('connected');
    expect(await phases(lying.device)).toEqual(['waiting']);
    expect(await phases(phone.device)).toEqual(['complete']);
    expect(id).not.toBe(mine.id);
  });
});

describe('a log that is shown in two ways', () => {
  const logKey = () => softwareSigner(fromHex(village.recovery));

  it('an older head, replayed, is refused and kept as evidence', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    let old = '';
    reader.network.rewrite((text) => (old = text));
    await reader.device.contactNow();
    await somebodyPublishes('后来的');
    reader.network.heal();
    await reader.device.contactNow();
    const before = await heads(reader);

    reader.network.rewrite(() => old);
    expect((await reader.device.contactNow()).state).toBe('contradiction');
    expect(await heads(reader)).toEqual(before);
    const evidence = await reader.device.db.evidence.toArray();
    expect(new Set(evidence.map(({ kind }) => kind))).toEqual(new Set(['shorter']));
    await reader.device.contactNow();
    expect(await reader.device.db.evidence.count()).toBe(evidence.length);

    reader.network.heal();
    expect((await reader.device.contactNow()).state).toBe('connected');
    expect(await reader.device.db.evidence.count()).toBe(evidence.length);
  });

  it('another root at the size that is held is kept as evidence', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const stream = village.public('v1');
    const { size } = (await reader.device.db.heads.get(stream))!;
    const forged = { origin: `gongkailan/${stream}`, size, root: 'ab'.repeat(32) };
    const note = await signCheckpoint(forged, await logKey());
    reader.network.rewrite((text) => {
      const answer = JSON.parse(text) as SyncResponse;
      (answer.streams[stream] as { checkpoint: string }).checkpoint = note;
      return JSON.stringify(answer);
    });
    expect((await reader.device.contactNow()).state).toBe('contradiction');
    expect(await reader.device.db.evidence.toArray()).toMatchObject([{ kind: 'fork', shown: note, stream }]);
  });

  it('a fork that has grown is kept as evidence, and the board stays as it was', async () => {
    const phone = await village.phone();
    await phone.device.contactNow();
    const stream = village.public('v1');
    const before = await board(phone.device);
    const held = (await phone.device.db.heads.get(stream))!;
    const event = await village.publish(village.office, 'v1', '另一本账');
    const leaf = leafLine('2026-11-24T02:00:00.000Z', event.sig, event.header);
    // The forged log: other events before, this one after.
    const others = Array.from({ length: held.size }, (_, i) => leafHash(utf8(`other ${i}`)));
    const tree = appendLeaves(EMPTY_FRONTIER, [...others, leafHash(utf8(leaf))]);
    const size = held.size + 1;
    const note = await signCheckpoint(
      { origin: `gongkailan/${stream}`, size, root: toHex(rootOf(tree)) },
      await logKey(),
    );
    phone.network.rewrite((text) => {
      const answer = JSON.parse(text) as SyncResponse;
      const leaves = [leaf];
      const part = { size, from: held.size, checkpoint: note, leaves, bodies: [event.body], segments: [] };
      answer.streams[stream] = part;
      return JSON.stringify(answer);
    });
    expect((await phone.device.contactNow()).state).toBe('contradiction');
    const [evidence] = await phone.device.db.evidence.toArray();
    expect(evidence).toMatchObject({ kind: 'fork', stream, held: { size: held.size } });
    expect(evidence?.shown).toContain(eventId(event.header) && leaf);
    expect(await board(phone.device)).toEqual(before);
    expect(await phone.device.db.heads.get(stream)).toEqual(held);
  });

  it('a checkpoint that the log did not sign is no evidence, only no answer', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const stream = village.public('v1');
    const { size } = (await reader.device.db.heads.get(stream))!;
    const forged = { origin: `gongkailan/${stream}`, size, root: 'ab'.repeat(32) };
    const note = await signCheckpoint(forged, await softwareSigner(new Uint8Array(32).fill(7)));
    reader.network.rewrite((text) => {
      const answer = JSON.parse(text) as SyncResponse;
      (answer.streams[stream] as { checkpoint: string }).checkpoint = note;
      return JSON.stringify(answer);
    });
    expect((await reader.device.contactNow()).state).toBe('no-network');
    expect(await reader.device.db.evidence.count()).toBe(0);
  });
});
