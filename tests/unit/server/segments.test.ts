import { request as httpRequest } from 'node:http';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/log/hex.ts';
import { appendLeaves, EMPTY_FRONTIER, leafHash } from '../../../src/log/merkle.ts';
import type { Signer } from '../../../src/log/signature.ts';
import { openStorage } from '../../../src/server/storage.ts';
import type { StreamPart } from '../../../src/sync/protocol.ts';
import { member, notice, TestServer } from './harness.ts';
import { mustProve, readVerified } from './verified.ts';

/** As it comes over the wire, without the decompression that `fetch` does. */
const raw = (url: string, encoding: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (data: Buffer) => void parts.push(data));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on('error', reject);
    request.end();
  });

describe('a long stream', () => {
  const village = new TestServer();
  const COUNT = 2_500;
  let cadre: Signer;
  let stream: string;
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    stream = village.public('v1');
    const events = [];
    for (let i = 0; i < COUNT; i++) events.push(await village.publish(cadre, 'v1', `公告 ${i}`));
    // In portions that cross the borders at different places.
    for (let i = 0; i < COUNT; i += 700) await village.mustAccept(...events.slice(i, i + 700));
  }, 60_000);
  afterAll(() => village.stop());

  const part = async (held: number): Promise<StreamPart> =>
    (await village.sync({ held: { [stream]: held } })).streams[stream] as StreamPart;

  it('is read from nothing in whole segments and a tail, each verified against its own checkpoint', async () => {
    expect((await part(0)).segments.map(({ n }) => n)).toEqual([0, 1]);
    const events = await readVerified(village, stream);
    expect(events).toHaveLength(COUNT);
    expect(JSON.parse(events[1_500]!.body!)).toMatchObject({ title: '公告 1500' });
    // Once more, now that they are made.
    expect(await readVerified(village, stream)).toEqual(events);
  });

  it.each([
    [1, [], 1, 1_023],
    [1_000, [], 1_000, 24],
    [1_024, [1], 1_024, 0],
    [1_025, [], 1_025, 1_023],
    [2_048, [], 2_048, 452],
    [2_499, [], 2_499, 1],
    [2_500, [], 2_500, 0],
    [9_999, [], 2_500, 0],
  ])('brings to who holds %i: segments %j, and from %i on %i events', async (held, segments, from, count) => {
    const got = await part(held);
    expect(got).toMatchObject({ size: COUNT, from });
    expect(got.segments.map(({ n }) => n)).toEqual(segments);
    expect([got.leaves.length, got.bodies.length]).toEqual([count, count]);
    const all = (await readVerified(village, stream)).length;
    expect(all).toBe(COUNT);
  });

  it('has a checkpoint at exactly the end of what it brings, whatever the client holds', async () => {
    const store = await openStorage(village.dataDir);
    const hashes = (await store.log.read(stream, 0, COUNT)).map(({ leaf }) => leafHash(utf8(leaf)));
    await store.close();
    for (const held of [1, 77, 1_023, 1_024, 1_025, 2_048, 2_100, 2_500]) {
      const got = await part(held);
      const at = got.from + got.leaves.length;
      await mustProve(village, stream, got.checkpoint, appendLeaves(EMPTY_FRONTIER, hashes.slice(0, at)));
    }
  });

  it('is compressed as the caller takes it, and may be kept by any cache for ever', async () => {
    const url = `${village.url}/api/segments/${stream}/0/leaves`;
    const [br, gz, plain] = await Promise.all(
      ['br, gzip', 'gzip', 'identity'].map((encoding) => raw(url, encoding)),
    );
    expect([br!, gz!, plain!].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotliDecompressSync(br!.body).equals(plain!.body)).toBe(true);
    expect(gunzipSync(gz!.body).equals(plain!.body)).toBe(true);
    expect(br!.body.length).toBeLessThan(plain!.body.length / 2);
    expect(br!.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is made and compressed once, and made again, the same, when the files are lost', async () => {
    const folder = join(village.dataDir, 'segments', ...stream.split('/'), '0');
    const url = `${village.url}/api/segments/${stream}/0/leaves`;
    const before = await raw(url, 'identity');
    const made = statSync(join(folder, 'leaves.br')).mtimeMs;
    await raw(url, 'br');
    expect(statSync(join(folder, 'leaves.br')).mtimeMs).toBe(made);
    rmSync(folder, { recursive: true });
    const answers = await Promise.all([1, 2, 3].map(() => raw(url, 'identity')));
    for (const answer of answers) expect(answer.body.equals(before.body)).toBe(true);
    expect(existsSync(join(folder, 'leaves.gz'))).toBe(true);
  });

  it('has the checkpoints at its borders made again, the same, when their rows are lost', async () => {
    const [first, second] = [await part(1), await part(2_000)];
    const store = await openStorage(village.dataDir);
    await store.log.putRows([1, 2].map((n) => ({ stream, key: `border/${n}`, value: null })));
    expect(await part(2_000)).toEqual(second);
    expect(await part(1)).toEqual(first);
    expect(await store.log.row(stream, 'border/2')).toMatchObject({ frontier: { size: 2_048 } });
    await store.close();
  });

  it('has bodies under their own name only', async () => {
    const [first] = (await part(0)).segments;
    const path = `/api/segments/${stream}/0/bodies-`;
    expect((await village.call('GET', path + first!.bodies)).status).toBe(200);
    for (const name of ['0'.repeat(16), 'x', '', first!.bodies.slice(1)]) {
      expect((await village.call('GET', path + name)).status).toBe(404);
    }
  });
});

describe('an answer', () => {
  const village = new TestServer();
  beforeAll(async () => {
    await (await village.start()).found();
  });
  afterAll(() => village.stop());

  it('never grows beyond its budget, and still gets every stream on', async () => {
    const streams = ['township', 'v1', 'v2'].map((unit) => village.public(unit));
    const member1 = member('founder', 'township', ['v1', 'v2'], 'office');
    await village.mustAccept(await village.sign(village.office, village.registry, 'member.set', member1));
    for (const stream of streams) {
      const events = [];
      for (let i = 0; i < 110; i++) {
        events.push(
          await village.sign(
            village.office,
            stream,
            'notice.published',
            notice(`长 ${i}`, '长'.repeat(20_000)),
          ),
        );
      }
      await village.mustAccept(...events);
    }
    const held = Object.fromEntries(streams.map((stream) => [stream, 0]));
    const answer = await village.sync({ held });
    const counts = streams.map((stream) => (answer.streams[stream] as StreamPart).leaves.length);
    expect(counts.every((count) => count >= 1)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThan(330);
    for (const stream of streams) expect(await readVerified(village, stream)).toHaveLength(110);
  }, 60_000);
});
