import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../src/log/checkpoint.ts';
import { cosign, cosignedAt } from '../../../src/log/cosignature.ts';
import { fromHex } from '../../../src/log/hex.ts';
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/log/merkle.ts';
import type { Signer } from '../../../src/log/signature.ts';
import { officeStream } from '../../../src/log/stream.ts';
import { decodeEntries, decodeTile, hashAtFromTiles, tilePath, tileWidth } from '../../../src/log/tile.ts';
import type { Cosigned } from '../../../src/sync/witness-protocol.ts';
import { member, TestServer } from './harness.ts';

const SECONDS = 1_800_000_000;

describe('the public log for whoever wants to check it', () => {
  const village = new TestServer();
  const COUNT = 530;
  let cadre: Signer;
  let other: Signer;
  let stream: string;
  let early: { size: number; root: string };

  const get = (path: string): Promise<Response> => fetch(`${village.url}/log/${path}`);
  const bytes = async (path: string) => new Uint8Array(await (await get(`${stream}/${path}`)).arrayBuffer());
  const head = async (): Promise<{ note: string; size: number; root: string }> => {
    const note = await (await get(`${stream}/checkpoint`)).text();
    return { note, ...(await openCheckpoint(note, stream, village.logKey))! };
  };
  const postCosignature = async (key: string, note: string, of: string = stream): Promise<unknown> => {
    const answer = await fetch(`${village.url}/api/cosign`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key, notes: [{ stream: of, note }] }),
    });
    return answer.json();
  };
  const cosigned = async (): Promise<Cosigned[]> =>
    ((await (await get(`${stream}/cosigned`)).json()) as { cosigned: Cosigned[] }).cosigned;
  const nameOf = (signer: Signer, unit: string): string =>
    `gongkailan/${village.township}/${unit}/${signer.publicKey.slice(0, 16)}`;

  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    other = await village.device('other', 'phone', 'v2', member('neighbour', 'v2'));
    stream = village.public('v1');
    const events = [];
    for (let i = 0; i < COUNT; i++) events.push(await village.publish(cadre, 'v1', `公告 ${i}`));
    await village.mustAccept(...events.slice(0, 300));
    early = await head();
    await village.mustAccept(...events.slice(300));
  }, 60_000);
  afterAll(() => village.stop());

  it('gives tiles out of which anybody makes the proofs himself', async () => {
    const { size, root } = await head();
    expect(size).toBe(COUNT);
    const hashAt = hashAtFromTiles(size, async (level, index) => {
      const width = tileWidth(level, index, size);
      return decodeTile(await bytes(tilePath({ level, index, width })), width)!;
    });
    const leaves = decodeEntries(await bytes(tilePath({ level: 'entries', index: 1, width: 256 })), 256)!;
    const proof = await inclusionProof(size, 300, hashAt);
    const claim = { index: 300, size, leafHash: leafHash(leaves[44]!), proof, root: fromHex(root) };
    expect(verifyInclusion(claim)).toBe(true);
    const consistency = await consistencyProof(early.size, size, hashAt);
    const roots = { root1: fromHex(early.root), root2: fromHex(root) };
    expect(verifyConsistency({ size1: early.size, size2: size, ...roots, proof: consistency })).toBe(true);
  });

  it('gives the bodies of the same leaves, one a line', async () => {
    const lines = (await (await get(`${stream}/tile/bodies/002.p/18`)).text()).split('\n');
    expect(lines).toHaveLength(19);
    expect(JSON.parse(lines[17]!)).toMatchObject({ title: '公告 529' });
  });

  it('lets caches keep what never changes, and nothing else', async () => {
    const kept = async (path: string): Promise<string | null> =>
      (await get(`${stream}/${path}`)).headers.get('cache-control');
    expect(await kept('tile/0/000')).toContain('immutable');
    for (const path of ['tile/0/002.p/18', 'tile/bodies/000', 'checkpoint', 'cosigned'])
      expect(await kept(path), path).toBe('no-cache');
  });

  it('has no tile beyond its end, and no log that is not public', async () => {
    const paths = [`${stream}/tile/0/002`, `${stream}/tile/2/000`, `${stream}/tile/0/2`, 'checkpoint', ''];
    const closed = officeStream(village.township, 'v1');
    for (const path of [...paths, `${closed}/checkpoint`, `${closed}/tile/entries/000.p/1`])
      expect((await get(path)).status, path).toBe(404);
  });

  it('keeps what a device of another unit has cosigned, the latest of each', async () => {
    const { note, size } = await head();
    const line = await cosign(note, other, nameOf(other, 'v2'), SECONDS);
    expect(await postCosignature(other.publicKey, note + line)).toEqual({ refused: [] });
    const [kept] = await cosigned();
    expect(kept).toMatchObject({ key: other.publicKey, size, at: SECONDS });
    expect(await cosignedAt(kept!.note, { name: nameOf(other, 'v2'), key: other.publicKey })).toBe(SECONDS);
  });

  it('refuses cosignatures by strangers, over another history, and wrong ones, each with its reason', async () => {
    const { note } = await head();
    const refusal = async (key: string, text: string, of?: string) =>
      ((await postCosignature(key, text, of)) as { refused: { code: string }[] }).refused[0]?.code;
    const name = nameOf(cadre, 'v1');
    const line = await cosign(note, cadre, name, SECONDS);
    expect(await refusal('12'.repeat(32), note + line)).toBe('unknown-witness');
    expect(await refusal(cadre.publicKey, note)).toBe('bad-cosignature');
    expect(await refusal(cadre.publicKey, note.replace('\n530\n', '\n531\n') + line)).toBe('not-this-log');
    expect(await refusal(cadre.publicKey, note + line, village.public('v2'))).toBe('not-this-log');
    expect((await cosigned()).map(({ key }) => key)).not.toContain(cadre.publicKey);
  });
});
