import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../src/log/base64.ts';
import { fromHex, toHex, utf8 } from '../../../src/log/hex.ts';
import {
  appendLeaf,
  appendLeaves,
  consistencyProof,
  EMPTY_FRONTIER,
  emptyRoot,
  frontierFromText,
  frontierToText,
  inclusionProof,
  leafHash,
  leafHashes,
  nodeHash,
  rootAt,
  rootOf,
  rootOver,
  subtreeHashes,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/log/merkle.ts';
import { named, readVectors, withoutVectors } from './vectors.ts';

/** The test tree of RFC 6962's reference implementation: eight leaves, and the root after each. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(fromHex);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const N1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const N23 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const N4567 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const N4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const N45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const N67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';

const HASHES = LEAVES.map(leafHash);
const hashAt = subtreeHashes(HASHES);
const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map(toHex);
const rootAfter = (size: number): Uint8Array => rootOf(appendLeaves(EMPTY_FRONTIER, HASHES.slice(0, size)));

describe('the tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'has the published root of $size leaves',
    ({ size, root }) => {
      expect(toHex(rootAfter(size))).toBe(root);
    },
  );

  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'has it over the hashes, and out of complete subtrees, of $size leaves',
    async ({ size, root }) => {
      expect(toHex(rootOver(HASHES.slice(0, size)))).toBe(root);
      expect(toHex(await rootAt(size, hashAt))).toBe(root);
    },
  );

  it.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [N1, N23, N4567] },
    { index: 5, size: 8, proof: [N4, N67, ROOTS[4]] },
    { index: 2, size: 3, proof: [ROOTS[2]] },
    { index: 1, size: 5, proof: [ROOTS[1], N23, N4] },
  ])('has the published inclusion proof of leaf $index of $size', async ({ index, size, proof }) => {
    expect(hex(await inclusionProof(size, index, hashAt))).toEqual(proof);
  });

  it.each([
    { size1: 1, size2: 1, proof: [] },
    { size1: 1, size2: 8, proof: [N1, N23, N4567] },
    { size1: 6, size2: 8, proof: [N45, N67, ROOTS[4]] },
    { size1: 2, size2: 5, proof: [N23, N4] },
  ])('has the published consistency proof from $size1 to $size2', async ({ size1, size2, proof }) => {
    expect(hex(await consistencyProof(size1, size2, hashAt))).toEqual(proof);
  });

  it('proves every leaf of every size, and every size from every smaller one', async () => {
    for (let size = 1; size <= 8; size++) {
      const root = rootAfter(size);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(size, index, hashAt);
        expect(verifyInclusion({ index, size, leafHash: HASHES[index]!, proof, root })).toBe(true);
      }
      for (let size1 = 0; size1 <= size; size1++) {
        const proof = await consistencyProof(size1, size, hashAt);
        const claim = { size1, size2: size, root1: rootAfter(size1), root2: root, proof };
        expect(verifyConsistency(claim)).toBe(true);
      }
    }
  });

  it('refuses places that are not in the tree', async () => {
    for (const index of [-1, 3, 1.5, NaN])
      await expect(inclusionProof(3, index, hashAt)).rejects.toThrow(RangeError);
    await expect(consistencyProof(4, 3, hashAt)).rejects.toThrow(RangeError);
    await expect(consistencyProof(-1, 3, hashAt)).rejects.toThrow(RangeError);
    expect(() => hashAt(1, 4)).toThrow(RangeError);
  });
});

const RUNS = { seed: 3, numRuns: 40 };
const leaves = (max: number) => fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: max });

/** The root as RFC 6962 defines it, without any cleverness. */
function plainRoot(hashes: Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(plainRoot(hashes.slice(0, k)), plainRoot(hashes.slice(k)));
}

describe('laws of the tree', () => {
  it('has the same root however the leaves arrive in batches, and through storage', () => {
    fc.assert(
      fc.property(leaves(70), fc.array(fc.nat(20), { maxLength: 12 }), (data, cuts) => {
        const hashes = data.map(leafHash);
        let frontier = EMPTY_FRONTIER;
        let at = 0;
        for (const cut of [...cuts, hashes.length]) {
          frontier = appendLeaves(frontier, hashes.slice(at, at + cut));
          frontier = frontierFromText(JSON.parse(JSON.stringify(frontierToText(frontier))))!;
          at = Math.min(at + cut, hashes.length);
        }
        const oneByOne = hashes.reduce(appendLeaf, EMPTY_FRONTIER);
        expect(frontier).toEqual(oneByOne);
        expect(toHex(rootOf(frontier))).toBe(toHex(plainRoot(hashes)));
      }),
      RUNS,
    );
  });

  it('hashes many leaves at once as it hashes each', async () => {
    await fc.assert(
      fc.asyncProperty(leaves(20), async (data) => {
        expect(hex(await leafHashes(data))).toEqual(hex(data.map(leafHash)));
      }),
      { ...RUNS, numRuns: 10 },
    );
  });

  it('proves inclusion, and not with any bit of leaf, root or proof flipped, nor at another place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), async (size, n, bit) => {
        const hashes = Array.from({ length: size }, (_, i) => leafHash(utf8(`leaf ${i}`)));
        const index = n % size;
        const proof = await inclusionProof(size, index, subtreeHashes(hashes));
        const good = { index, size, leafHash: hashes[index]!, proof, root: plainRoot(hashes) };
        expect(verifyInclusion(good)).toBe(true);
        expect(verifyInclusion({ ...good, index: BigInt(index), size: BigInt(size) })).toBe(true);
        const all = [good.leafHash, good.root, ...proof].map((hash) => hash.slice());
        flip(all, bit);
        const [leaf, root, ...rest] = all as [Uint8Array, Uint8Array, ...Uint8Array[]];
        expect(verifyInclusion({ ...good, leafHash: leaf, root, proof: rest })).toBe(false);
        expect(verifyInclusion({ ...good, index: (index + 1) % size })).toBe(size === 1);
        expect(verifyInclusion({ ...good, proof: [...proof, good.root] })).toBe(false);
        if (proof.length > 0) expect(verifyInclusion({ ...good, proof: proof.slice(1) })).toBe(false);
      }),
      RUNS,
    );
  });

  it('proves consistency, and not with any bit of the roots or the proof flipped', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), async (size2, n, bit) => {
        const hashes = Array.from({ length: size2 }, (_, i) => leafHash(utf8(`leaf ${i}`)));
        const size1 = 1 + (n % size2);
        const proof = await consistencyProof(size1, size2, subtreeHashes(hashes));
        const root1 = plainRoot(hashes.slice(0, size1));
        const good = { size1, size2, root1, root2: plainRoot(hashes), proof };
        expect(verifyConsistency(good)).toBe(true);
        const all = [root1, good.root2, ...proof].map((hash) => hash.slice());
        flip(all, bit);
        const [one, two, ...rest] = all as [Uint8Array, Uint8Array, ...Uint8Array[]];
        expect(verifyConsistency({ ...good, root1: one, root2: two, proof: rest })).toBe(false);
        expect(verifyConsistency({ ...good, proof: [...proof, root1] })).toBe(false);
      }),
      RUNS,
    );
  });

  it('throws nothing at claims that are none', () => {
    const root = emptyRoot();
    for (const size of [0, -1, 1.5, NaN, Infinity, 2 ** 53]) {
      expect(verifyInclusion({ index: 0, size, leafHash: root, proof: [], root })).toBe(false);
      expect(verifyConsistency({ size1: 1, size2: size, root1: root, root2: root, proof: [] })).toBe(false);
    }
    const short = new Uint8Array(31);
    expect(verifyInclusion({ index: 0, size: 1, leafHash: short, proof: [], root: short })).toBe(false);
  });

  it('takes no stored frontier whose hashes do not fit its size', () => {
    const { size, hashes } = frontierToText(appendLeaves(EMPTY_FRONTIER, HASHES.slice(0, 7)));
    expect(frontierFromText({ size, hashes })).not.toBeNull();
    for (const bad of [
      { size: 6, hashes },
      { size: -1, hashes },
      { size: 7.5, hashes },
      { size, hashes: hashes.slice(1) },
      { size, hashes: [...hashes.slice(1), 'ff'] },
    ]) {
      expect(frontierFromText(bad)).toBeNull();
    }
  });
});

/** Flips one bit of one of the hashes. */
function flip(hashes: Uint8Array[], bit: number): void {
  const hash = hashes[(bit >> 8) % hashes.length]!;
  hash[(bit >> 3) % 32]! ^= 1 << (bit & 7);
}

interface ProofCase {
  name: string;
  proof: string[] | null;
  wantErr: boolean;
}
interface InclusionCase extends ProofCase {
  leafIdx: number | bigint;
  treeSize: number | bigint;
  root: string;
  leafHash: string;
}
interface ConsistencyCase extends ProofCase {
  size1: number | bigint;
  size2: number | bigint;
  root1: string;
  root2: string;
}

const bytesOf = (text: string | null): Uint8Array => fromBase64(text ?? '') ?? new Uint8Array(0);

describe('the proofs of transparency-dev', () => {
  it.skipIf(withoutVectors)(named('of inclusion are taken and refused as published'), () => {
    const cases = readVectors<InclusionCase>('merkle/inclusion.json');
    expect(cases.length).toBeGreaterThan(50);
    expect(cases.some(({ leafIdx }) => typeof leafIdx === 'bigint')).toBe(true);
    const wrong = cases.filter(
      ({ leafIdx, treeSize, leafHash, proof, root, wantErr }) =>
        verifyInclusion({
          index: leafIdx,
          size: treeSize,
          leafHash: bytesOf(leafHash),
          proof: (proof ?? []).map(bytesOf),
          root: bytesOf(root),
        }) === wantErr,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.skipIf(withoutVectors)(named('of consistency are taken and refused as published'), () => {
    const cases = readVectors<ConsistencyCase>('merkle/consistency.json');
    expect(cases.length).toBeGreaterThan(50);
    const wrong = cases.filter(
      ({ size1, size2, root1, root2, proof, wantErr }) =>
        verifyConsistency({
          size1,
          size2,
          root1: bytesOf(root1),
          root2: bytesOf(root2),
          proof: (proof ?? []).map(bytesOf),
        }) === wantErr,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
