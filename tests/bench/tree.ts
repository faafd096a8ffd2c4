/** The tree: proofs from a large log, the root of a large log, and what a checkpoint adds to an append. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originOf, signCheckpoint } from '../../src/log/checkpoint.ts';
import { sha256Hex } from '../../src/log/hash.ts';
import { toHex, utf8 } from '../../src/log/hex.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  inclusionProof,
  leafHash,
  leafHashes,
  rootOf,
  verifyInclusion,
} from '../../src/log/merkle.ts';
import { TILE_WIDTH } from '../../src/log/tile.ts';
import type { Signer } from '../../src/log/signature.ts';
import { Tiles } from '../../src/server/tiles.ts';
import { SqliteLogStore } from '../../src/store/sqlite/log-store.ts';
import { seeded } from '../fault/sim/random.ts';
import { p95, type Row, rowOf, worked } from './rows.ts';

const STREAM = `${'ab'.repeat(16)}/v1/public`;
/** Events stored, or hashed, at once. */
const PORTION = 10_000;
/** Proofs that are timed. */
const PROOFS = 400;
/** Bytes of an event's leaf: time, signature and header. */
const LEAF_BYTES = 600;

const leafAt = (n: number): string => `leaf ${n} `.padEnd(LEAF_BYTES, 'x');

/** The numbers of a log of `count` events, in portions. */
function* portions(count: number): Generator<number[]> {
  for (let from = 0; from < count; from += PORTION)
    yield Array.from({ length: Math.min(PORTION, count - from) }, (_, i) => from + i);
}

const headOf = ({ size, hashes }: Frontier, checkpoint: string) => ({
  stream: STREAM,
  size,
  frontier: hashes.map(toHex),
  checkpoint,
});

const entryAt = (n: number) => ({ id: sha256Hex(leafAt(n)), leaf: leafAt(n), body: null });

/** Works with a log of its own on a disk. */
async function withStore<Value>(work: (store: SqliteLogStore) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkailan-bench-tree-'));
  const store = SqliteLogStore.open(join(folder, 'log.db'));
  try {
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Stores so many events, with the tiles' hashes as a server keeps them. @returns the root. */
async function grow(store: SqliteLogStore, tiles: Tiles, count: number): Promise<Uint8Array> {
  let tree = EMPTY_FRONTIER;
  for (const numbers of portions(count)) {
    const from = tree.size;
    tree = appendLeaves(
      tree,
      numbers.map((n) => leafHash(utf8(leafAt(n)))),
    );
    await store.append({ stream: STREAM, from, entries: numbers.map(entryAt), head: headOf(tree, '') });
  }
  for (let tile = 0; (tile + 1) * TILE_WIDTH <= count; tile++) await tiles.prepare(STREAM, tile);
  return rootOf(tree);
}

/** Proofs that single events stand in a log on the disk, each checked. */
export const proofs = (count: number): Promise<Row[]> =>
  withStore(async (store) => {
    const tiles = new Tiles(store);
    const root = await grow(store, tiles, count);
    const random = seeded(1);
    const took: number[] = [];
    const work: number[] = [];
    for (let run = 0; run < PROOFS; run++) {
      const index = random.below(count);
      const [start, from] = [performance.now(), worked()];
      const proof = await inclusionProof(count, index, tiles.hashAt(STREAM, count));
      took.push(performance.now() - start);
      work.push(worked() - from);
      const claim = { index, size: count, leafHash: leafHash(utf8(leafAt(index))), proof, root };
      if (!verifyInclusion(claim)) throw new Error(`bench: the proof of ${index} does not hold`);
    }
    return [
      rowOf({ name: `proof-p95-${count}`, unit: 'ms', ours: [p95(took)], aim: 10 }),
      rowOf({ name: `proof-work-p95-${count}`, unit: 'ms of processor', ours: [p95(work)], aim: 10 }),
    ];
  });

/** Root of so many leaves, beside one SHA-256 over the same bytes. */
export async function root(count: number, runs: number): Promise<Row[]> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < runs; run++) {
    const plain = createHash('sha256');
    let [tree, hashing, plainly] = [EMPTY_FRONTIER, 0, 0];
    for (const numbers of portions(count)) {
      const leaves = numbers.map((n) => utf8(leafAt(n)));
      const start = performance.now();
      for (const leaf of leaves) plain.update(leaf);
      const between = performance.now();
      tree = appendLeaves(tree, await leafHashes(leaves));
      hashing += performance.now() - between;
      plainly += between - start;
    }
    plain.digest();
    if (rootOf(tree).length !== 32 || tree.size !== count) throw new Error('bench: no root');
    ours.push(hashing);
    floor.push(plainly);
  }
  return [rowOf({ name: `root-${count}`, unit: 'ms', ours, floor })];
}

/** One event after another, each durable: with its tree and signed checkpoint, beside the same append without them. */
export async function append(signer: Signer, count: number, runs: number): Promise<Row[]> {
  const one = (signed: boolean): Promise<number> =>
    withStore(async (store) => {
      let tree = EMPTY_FRONTIER;
      const start = performance.now();
      for (let n = 0; n < count; n++) {
        if (signed) tree = appendLeaves(tree, [leafHash(utf8(leafAt(n)))]);
        const head = { origin: originOf(STREAM), size: n + 1, root: toHex(rootOf(tree)) };
        const note = signed ? await signCheckpoint(head, signer) : '';
        const kept = signed ? headOf(tree, note) : headOf({ size: n + 1, hashes: [] }, '');
        await store.append({ stream: STREAM, from: n, entries: [entryAt(n)], head: kept });
      }
      return (performance.now() - start) / count;
    });
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < runs; run++) {
    floor.push(await one(false));
    ours.push(await one(true));
  }
  return [rowOf({ name: 'append-checkpoint', unit: 'ms an event', ours, floor })];
}
