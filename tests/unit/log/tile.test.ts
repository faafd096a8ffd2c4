import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/log/hash.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import {
  appendLeaves,
  consistencyProof,
  EMPTY_FRONTIER,
  inclusionProof,
  rootOf,
  subtreeHashes,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/log/merkle.ts';
import {
  decodeEntries,
  decodeTile,
  encodeEntries,
  encodeTile,
  hashAtFromTiles,
  hasTile,
  parseTilePath,
  TILE_WIDTH,
  tilePath,
  tileWidth,
} from '../../../src/log/tile.ts';

describe('the path of a tile', () => {
  it('is written in groups of three digits, as C2SP has it', () => {
    expect(tilePath({ level: 0, index: 1234067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 1, index: 5, width: 17 })).toBe('tile/1/005.p/17');
    expect(tilePath({ level: 'entries', index: 1000, width: 256 })).toBe('tile/entries/x001/000');
  });

  it('is read back, and in no second spelling', () => {
    const names = fc.record({
      level: fc.oneof(fc.constantFrom('entries' as const, 'bodies' as const), fc.nat({ max: 6 })),
      index: fc.nat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(names, (name) => {
        expect(parseTilePath(tilePath(name))).toEqual(name);
      }),
    );
    const others = ['tile/0/1', 'tile/0/x000/001', 'tile/0/001.p/256', 'tile/0/001.p/0', 'tile/0/x1/001'];
    for (const path of [...others, 'tile/7/000', 'tile/0/../001', 'tile/0/001/', 'tile//001'])
      expect(parseTilePath(path), path).toBeNull();
  });
});

describe('the hashes of a tile', () => {
  it('are there once their subtrees are complete', () => {
    expect([0, 255, 256, 300].map((size) => tileWidth(0, 0, size))).toEqual([0, 255, 256, 256]);
    expect([255, 256, 65_535, 65_536].map((size) => tileWidth(1, 0, size))).toEqual([0, 1, 255, 256]);
    expect(tileWidth(2, 0, 65_536)).toBe(1);
    expect(hasTile({ level: 'entries', index: 1, width: 44 }, 300)).toBe(true);
    expect(hasTile({ level: 'entries', index: 1, width: 45 }, 300)).toBe(false);
  });

  it('give the same proofs as the tree in memory, and each tile is read once', async () => {
    const size = 66_000;
    const leaves = Array.from({ length: size }, (_, i) => sha256(utf8(String(i))));
    const inMemory = subtreeHashes(leaves);
    const read: string[] = [];
    const hashAt = hashAtFromTiles(size, async (level, index, width) => {
      read.push(`${level}/${index}`);
      const hashes = Array.from({ length: width }, (_, i) => inMemory(8 * level, index * TILE_WIDTH + i));
      return decodeTile(encodeTile(hashes), width)!;
    });
    const root = rootOf(appendLeaves(EMPTY_FRONTIER, leaves));
    for (const index of [0, 255, 256, 65_535, 65_999]) {
      const proof = await inclusionProof(size, index, hashAt);
      expect(verifyInclusion({ index, size, leafHash: leaves[index]!, proof, root })).toBe(true);
    }
    for (const size1 of [1, 300, 65_536, 65_999]) {
      const proof = await consistencyProof(size1, size, hashAt);
      expect(proof.map(toHex)).toEqual((await consistencyProof(size1, size, inMemory)).map(toHex));
      const root1 = rootOf(appendLeaves(EMPTY_FRONTIER, leaves.slice(0, size1)));
      expect(verifyConsistency({ size1, size2: size, root1, root2: root, proof })).toBe(true);
    }
    expect(new Set(read).size).toBe(read.length);
    expect(read.length).toBeLessThan(20);
  });

  it('are refused when bytes are missing or left over', () => {
    const bytes = encodeTile([sha256(utf8('a')), sha256(utf8('b'))]);
    expect(decodeTile(bytes, 2)).toHaveLength(2);
    expect(decodeTile(bytes, 1)).toBeNull();
    expect(decodeTile(bytes.subarray(1), 2)).toBeNull();
  });
});

describe('the entries of a tile', () => {
  it('come back as they went in, and in no other number', () => {
    const anyLeaves = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
    fc.assert(
      fc.property(anyLeaves, (leaves) => {
        const bytes = encodeEntries(leaves);
        expect(decodeEntries(bytes, leaves.length)).toEqual(leaves);
        expect(decodeEntries(bytes, leaves.length + 1)).toBeNull();
        if (leaves.length > 0) {
          expect(decodeEntries(bytes, leaves.length - 1)).toBeNull();
          expect(decodeEntries(bytes.subarray(0, -1), leaves.length)).toBeNull();
        }
      }),
    );
  });
});
