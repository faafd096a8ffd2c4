import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEGMENT_SIZE } from '../../../../src/log/segment.ts';
import { leafHashes } from '../../../../src/log/merkle.ts';
import { utf8 } from '../../../../src/log/hex.ts';
import type { SyncResponse } from '../../../../src/sync/protocol.ts';
import { member, notice } from '../../server/harness.ts';
import { board, openVillage, phases, publish, type TestDevice, type Village } from './village.ts';

/** More than two segments. */
const NOTICES = 2 * SEGMENT_SIZE + 100;
const SMALL = 40;

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  const office = member('founder', 'township', ['v1', 'v2'], 'office');
  await village.mustAccept(await village.sign(village.office, village.registry, 'member.set', office));
  const stream = village.public('v1');
  const titles = Array.from({ length: NOTICES }, (_, i) => `第 ${i} 号`);
  const sign = (title: string) => village.sign(village.office, stream, 'notice.published', notice(title));
  for (let at = 0; at < titles.length; at += 200)
    await village.mustAccept(...(await Promise.all(titles.slice(at, at + 200).map(sign))));
  const changing = await village.publish(village.office, 'v2', '原文');
  await village.mustAccept(changing);
  for (let i = 0; i < SMALL; i++)
    await village.mustAccept(await village.publish(village.office, 'v2', `v2 ${i}`));
}, 60_000);
afterAll(() => village.end());

const syncs = ({ network }: TestDevice): number =>
  network.requests.filter(({ path }) => path === '/api/sync').length;

/** All that a device holds of a village's public stream, as screens and the next pull see it. */
async function heldState({ device }: TestDevice, unit: string) {
  const stream = village.public(unit);
  return {
    head: await device.db.heads.get(stream),
    pages: await device.db.pages.where('[stream+page]').between([stream, 0], [stream, Infinity]).toArray(),
    ids: await device.db.ids.filter((row) => row.stream === stream).toArray(),
    chunks: (await device.db.chunks.filter((row) => row.stream === stream).toArray())
      .map(({ leaves }) => leaves)
      .join(''),
  };
}

describe('a cold start', () => {
  it('reads whole segments, verified, and then the rest', async () => {
    const reader = await village.reader();
    expect((await reader.device.contactNow()).state).toBe('connected');
    expect(await board(reader.device)).toHaveLength(NOTICES);
    const paths = reader.network.requests.map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('/leaves'))).toHaveLength(2);
    expect(syncs(reader)).toBe(2);
    const rows = await reader.device.db.chunks.filter((row) => row.stream === village.public('v1')).toArray();
    expect(rows.map(({ count }) => count)).toEqual([SEGMENT_SIZE, SEGMENT_SIZE, 100]);
    expect(await reader.device.db.meta.get('contact')).toMatchObject({ value: { pulling: null } });
  });

  it('can be read after the first segment when the network goes, and goes on from there', async () => {
    const reader = await village.reader();
    reader.network.fault = ({ path }) =>
      path.includes('/1/') ? Promise.reject(new TypeError('cut')) : undefined;
    await reader.device.contactNow();
    expect(await board(reader.device)).toHaveLength(SEGMENT_SIZE);
    reader.network.heal();
    await reader.device.contactNow();
    expect(await board(reader.device)).toHaveLength(NOTICES);
    const one = reader.network.requests.filter(({ path }) => path.endsWith('/0/leaves'));
    expect(one).toHaveLength(1);
  });

  it('takes nothing of a segment that was cut anywhere', async () => {
    const reader = await village.reader();
    const whole = await (await fetch(`${village.url}/api/segments/${village.public('v1')}/0/leaves`)).text();
    for (const at of [0, 1, 100, 300, Math.floor(whole.length / 2), whole.length - 2, whole.length - 1]) {
      reader.network.rewrite((text) => text.slice(0, at), `/api/segments/${village.public('v1')}/0/leaves`);
      expect((await reader.device.contactNow()).state).toBe('no-network');
      expect(await reader.device.db.heads.get(village.public('v1'))).toBeUndefined();
    }
    reader.network.rewrite(
      (text) => text.replace('第 5 号', '第 六 号'),
      `/api/segments/${village.public('v1')}/0/bodies`,
    );
    expect((await reader.device.contactNow()).state).toBe('no-network');
    expect(await board(reader.device)).toEqual([]);
  });

  it('gives a notice’s details from the middle of it', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const page = (await reader.device.db.pages.get([village.public('v1'), 11]))!;
    const details = (await reader.device.details('v1', page.notices[5]!.id))!;
    expect(details).toMatchObject({ proof: 'checked', number: 11 * 128 + 5 });
    expect(details.notice.revisions[0].content.title).toBe(`第 ${11 * 128 + 5} 号`);
  });
});

describe('one new notice', () => {
  it('costs an anonymous reader exactly one request', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const phone = await village.phone();
    await reader.device.contactNow();
    await publish(phone.device, 'v1', '新的一条');
    await phone.device.contactNow();
    const before = reader.network.requests.length;
    await reader.device.contactNow();
    expect(reader.network.requests).toHaveLength(before + 1);
    expect(await board(reader.device)).toContain('新的一条');
  });

  it('is said back by an enrolled tablet, so that the phone learns where it has arrived', async () => {
    const phone = await village.phone();
    const tablet = await village.tablet();
    await tablet.device.contactNow();
    await publish(phone.device, 'v1', '到了平板没有');
    await phone.device.contactNow();
    await tablet.device.contactNow();
    await phone.device.contactNow();
    const [row] = await phone.device.db.outbox.toArray();
    const key = ((await tablet.device.db.meta.get('identity'))!.value as { key: string }).key;
    const heard = await phone.device.db.contacts.get(key);
    expect(heard!.held[village.public('v1')]).toBeGreaterThan(row!.receipt!.number);
    expect(await phases(phone.device)).toEqual(['complete']);
  });
});

describe('the same log', () => {
  it('gives the same board however it was cut into batches', async () => {
    const whole = await village.reader('v2');
    await whole.device.contactNow();
    const expected = await heldState(whole, 'v2');
    expect(expected.head?.size).toBe(SMALL + 1);
    const leaves = expected.chunks.split('\n').slice(0, -1);
    const bodies = (
      await whole.device.db.chunks.filter((row) => row.stream === village.public('v2')).toArray()
    ).flatMap(({ bodies }) => bodies.split('\n').slice(0, -1));
    const notes = await checkpoints(leaves);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 8 }),
        async (sizes) => {
          const reader = await village.reader('v2');
          for (const size of [...sizes, SMALL + 1]) {
            serve(reader, leaves, bodies, notes, size);
            expect((await reader.device.contactNow()).state).toBe('connected');
          }
          const { chunks, ...views } = await heldState(reader, 'v2');
          expect(chunks).toBe(expected.chunks);
          expect({ ...views, head: { ...views.head, checkpoint: '' } }).toEqual({
            head: { ...expected.head, checkpoint: '' },
            pages: expected.pages,
            ids: expected.ids,
          });
        },
      ),
      { numRuns: 12, seed: 7 },
    );
  });
});

/** The log's signed head at each size from 0. */
async function checkpoints(leaves: string[]): Promise<string[]> {
  const { signCheckpoint } = await import('../../../../src/log/checkpoint.ts');
  const { appendLeaf, EMPTY_FRONTIER, rootOf } = await import('../../../../src/log/merkle.ts');
  const { softwareSigner } = await import('../../../../src/log/signature.ts');
  const { fromHex, toHex } = await import('../../../../src/log/hex.ts');
  const signer = await softwareSigner(fromHex(village.recovery));
  const origin = `gongkailan/${village.public('v2')}`;
  const notes = [''];
  let tree = EMPTY_FRONTIER;
  for (const hash of await leafHashes(leaves.map(utf8))) {
    tree = appendLeaf(tree, hash);
    notes.push(await signCheckpoint({ origin, size: tree.size, root: toHex(rootOf(tree)) }, signer));
  }
  return notes;
}

/** Answers as a server that gives at most so many events of v2 at once, and then says that it has no more. */
function serve(
  { network }: TestDevice,
  leaves: string[],
  bodies: string[],
  notes: string[],
  size: number,
): void {
  const stream = village.public('v2');
  let given = 0;
  network.rewrite((text, { body }) => {
    const answer = JSON.parse(text) as SyncResponse;
    const held = (JSON.parse(body) as { held: Record<string, number> }).held[stream];
    if (held === undefined || !answer.streams[stream]) return text;
    const from = Math.min(held, leaves.length);
    const end = given > 0 ? from : Math.min(leaves.length, from + size);
    given += 1;
    answer.streams[stream] = {
      size: end,
      from,
      checkpoint: end === 0 ? null : notes[end]!,
      leaves: leaves.slice(from, end),
      bodies: bodies.slice(from, end),
      segments: [],
    };
    return JSON.stringify(answer);
  });
}
