/** Signed notes: heads with cosignatures, and receipts of files; and tiles of hashes, with the proofs that are made of them. */
import { cosign, cosignedAt } from '../../../src/log/cosignature.ts';
import { openFileReceipt, signFileReceipt } from '../../../src/log/file-receipt.ts';
import { sha256 } from '../../../src/log/hash.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import {
  appendLeaves,
  consistencyProof,
  EMPTY_FRONTIER,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/log/merkle.ts';
import {
  decodeTile,
  encodeTile,
  foldHashes,
  hashAtFromTiles,
  TILE_WIDTH,
  tileWidth,
} from '../../../src/log/tile.ts';
import type { Head } from '../../../src/store/log-store.ts';
import { compareHead } from '../../../src/sync/client/verify.ts';
import { signerNamed } from '../../unit/server/harness.ts';
import type { Random } from '../sim/random.ts';
import type { Kind } from './kind.ts';
import { type Tampered, tamperBytes, tamperLines, tamperList, tamperText, type Way } from './mutate.ts';
import { type Sample, treeOf } from './sample.ts';

const WITNESSES = ['county', 'inspector'];

interface Noted {
  note: string;
  held: Head;
}

const witnesses = () =>
  Promise.all(
    WITNESSES.map(async (name) => {
      const signer = await signerNamed(name);
      return { name, signer, key: signer.publicKey };
    }),
  );

function tamperNote(random: Random, note: string, way: Way): Tampered<string> {
  return random.chance(0.5) ? tamperText(random, note, way) : tamperLines(random, note, way);
}

/** A head that two witnesses cosigned, as a device compares it that holds the same. */
function checkpoints(sample: Sample): Kind<Noted> {
  return {
    name: 'checkpoint',
    weight: 8,
    honest: async (random) => {
      const log = random.pick([sample.registry, ...sample.boards]);
      const size = 1 + random.below(log.entries.length);
      let note = await sample.noteAt(log, size);
      const frontier = treeOf(log, size).hashes.map(toHex);
      const held = { stream: log.stream, size, frontier, checkpoint: note };
      for (const { name, signer } of await witnesses())
        note += await cosign(note, signer, name, 1_700_000_000 + random.below(1_000_000));
      return { note, held };
    },
    tamper: (random, { note, held }, way) => {
      // Now and then an honest note of another place: of another log, or of the same one when it was smaller.
      const { thing, place } = random.chance(0.1)
        ? { thing: random.pick(sample.otherNotes), place: 'another note' }
        : tamperNote(random, note, way);
      return { thing: { note: thing, held }, place };
    },
    check: async ({ note, held }) => {
      const found = await compareHead(note, held, sample.signer.publicKey);
      if (found !== 'same') return found;
      for (const witness of await witnesses())
        if ((await cosignedAt(note, witness)) === null) return `not cosigned by ${witness.name}`;
      return null;
    },
    meaning: ({ held }) => held,
  };
}

interface Receipt {
  note: string;
  hash: string;
  bytes: number;
}

/** The township's word that it holds a file. */
function receipts(sample: Sample): Kind<Receipt> {
  const open = ({ note }: Receipt) => openFileReceipt(note, sample.township, sample.signer.publicKey);
  return {
    name: 'file receipt',
    weight: 4,
    honest: async (random) => {
      const [hash, { length }] = random.pick([...sample.files]);
      return {
        note: await signFileReceipt(sample.township, { hash, bytes: length }, sample.signer),
        hash,
        bytes: length,
      };
    },
    tamper: (random, receipt, way) => {
      const { thing, place } = tamperNote(random, receipt.note, way);
      return { thing: { ...receipt, note: thing }, place };
    },
    check: async (receipt) => {
      const opened = await open(receipt);
      if (!opened) return 'not signed';
      return opened.hash === receipt.hash && opened.bytes === receipt.bytes ? null : 'of another file';
    },
    meaning: ({ hash, bytes }) => ({ hash, bytes }),
  };
}

/** Enough for full tiles, one that is not full, and a second level. */
const LEAVES = TILE_WIDTH * 2 + 77;

interface Tiled {
  tiles: Map<string, Uint8Array>;
  sizes: [number, number];
  index: number;
}

/** Hash tiles of a larger tree, out of which proofs are made: from an honest head to an honest head, and of one leaf. */
function tiles(): Kind<Tiled> {
  const leaves = Array.from({ length: LEAVES }, (_, i) => leafHash(sha256(utf8(`leaf ${i}`))));
  const rootOfFirst = (size: number) => rootOf(appendLeaves(EMPTY_FRONTIER, leaves.slice(0, size)));
  const full = [0, 1].map((i) => foldHashes(leaves.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)));
  const hashesOf = (level: number, index: number): Uint8Array[] =>
    level === 0 ? leaves.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH) : full;
  const names = [
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
  ] as const;
  const check = async ({ tiles: held, sizes: [size1, size2], index }: Tiled): Promise<string | null> => {
    const used: string[] = [];
    const read = async (level: number, at: number, width: number): Promise<Uint8Array[]> => {
      const bytes = held.get(`${level}/${at}`)!;
      used.push(`${level}/${at}`);
      // A reader asks for the tile as it is at the log's size.
      const hashes = decodeTile(bytes, tileWidth(level, at, LEAVES));
      if (!hashes)
        throw Object.assign(new Error('a tile has another width'), { name: 'UnreadableSourceError' });
      return hashes.slice(0, width);
    };
    const hashAt = hashAtFromTiles(size2, read);
    const [root1, root2] = [rootOfFirst(size1), rootOfFirst(size2)];
    const proof = await consistencyProof(size1, size2, hashAt);
    if (!verifyConsistency({ size1, size2, root1, root2, proof })) return 'not consistent';
    const leafAt = (
      await read(0, Math.floor(index / TILE_WIDTH), tileWidth(0, Math.floor(index / TILE_WIDTH), LEAVES))
    )[index % TILE_WIDTH]!;
    const inclusion = await inclusionProof(size2, index, hashAt);
    if (!verifyInclusion({ index, size: size2, leafHash: leafAt, proof: inclusion, root: root2 }))
      return 'not in the tree';
    // A reader that was given the whole log compares all of it.
    const all: Uint8Array[] = [];
    for (let at = 0; at * TILE_WIDTH < LEAVES; at++)
      all.push(...(await read(0, at, tileWidth(0, at, LEAVES))));
    const over = await Promise.all([read(1, 0, 2), ...[0, 1].map((i) => read(0, i, TILE_WIDTH))]);
    const isFolded = over[0]!.every((hash, i) => toHex(hash) === toHex(foldHashes(over[i + 1]!)));
    return toHex(rootOf(appendLeaves(EMPTY_FRONTIER, all))) === toHex(rootOfFirst(LEAVES)) && isFolded
      ? null
      : 'wrong root';
  };
  return {
    name: 'hash tile',
    weight: 4,
    honest: async (random) => {
      const size1 = 1 + random.below(LEAVES - 1);
      const size2 = size1 + 1 + random.below(LEAVES - size1);
      const made = new Map(
        names.map(([level, index]) => [`${level}/${index}`, encodeTile(hashesOf(level, index))]),
      );
      return { tiles: made, sizes: [size1, size2], index: random.below(size2) };
    },
    tamper: (random, tiled, way) => {
      const name = random.pick([...tiled.tiles.keys()]);
      const bytes = tiled.tiles.get(name)!;
      const hashes = decodeTile(bytes, bytes.length / 32)!;
      const byHash = random.chance(0.5) ? tamperList(random, hashes, way) : null;
      const { thing, place } = byHash
        ? { thing: encodeTile(byHash.thing), place: `hashes: ${byHash.place}` }
        : tamperBytes(random, bytes, way);
      return { thing: { ...tiled, tiles: new Map(tiled.tiles).set(name, thing) }, place: `${name} ${place}` };
    },
    check,
    meaning: ({ tiles: held }) => [...held].map(([name, bytes]) => [name, toHex(bytes)]),
  };
}

export const noteKinds = (sample: Sample) => [checkpoints(sample), receipts(sample), tiles()] as const;
