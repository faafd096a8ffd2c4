/**
 * Tiles of a Merkle tree, as C2SP tlog-tiles has them: the whole tree as files that never change, so that a plain file
 * host can serve a log and anybody can check it.
 *
 * ```
 * tile/<L>/<N>[.p/<W>]         hashes of the complete subtrees of 2^(8·L) leaves with the numbers 256·N to 256·N + W − 1,
 *                              32 bytes each; W is 256, and said only when it is less (a tile that is not full yet)
 * tile/entries/<N>[.p/<W>]     the leaves themselves, each with its length in 2 bytes (big-endian) before it
 * tile/bodies/<N>[.p/<W>]      ours, beside the standard: the bodies of the same leaves, one a line (segment.ts); an erased
 *                              one is an empty line, so these alone may change
 * <N>                          in groups of three digits, all but the last with an x before it: 1234067 is x001/x234/067
 * ```
 */
import { HASH_BYTES, type HashAt, nodeHash } from './merkle.ts';

/** Hashes, and leaves, in a full tile. */
export const TILE_WIDTH = 256;
/** Levels of the tree that one tile spans. */
const TILE_LEVELS = 8;
/** Tiles above this would need more than 2^53 leaves. */
const MAX_TILE_LEVEL = 6;
const LENGTH_BYTES = 2;

/** Which tile; 'entries': the leaves; 'bodies': what their headers name. */
export interface TileName {
  level: number | 'entries' | 'bodies';
  index: number;
  /** Hashes or leaves in it, 1 to 256. */
  width: number;
}

const digits = (n: number): string => String(n).padStart(3, '0');

/** The path below the log's prefix. */
export function tilePath({ level, index, width }: TileName): string {
  const groups = [digits(index % 1000)];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${digits(rest % 1000)}`);
  return `tile/${level}/${groups.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|bodies|\d)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads a tile's path; null when it is none, or not written as `tilePath` writes it. */
export function parseTilePath(path: string): TileName | null {
  const [, level = '', groups = '', width = String(TILE_WIDTH)] = PATH.exec(path) ?? [];
  const name: TileName = {
    level: level === 'entries' || level === 'bodies' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: Number(width),
  };
  if (
    !groups ||
    !Number.isSafeInteger(name.index) ||
    (typeof name.level === 'number' && name.level > MAX_TILE_LEVEL)
  )
    return null;
  return tilePath(name) === path ? name : null;
}

/** How many hashes the tile (level, index) has in a tree of `size` leaves; 0: it is not there. */
export function tileWidth(level: number, index: number, size: number): number {
  const complete = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, complete - index * TILE_WIDTH));
}

/** Whether a tree of `size` leaves has this tile, in this width or a larger one. */
export const hasTile = ({ level, index, width }: TileName, size: number): boolean =>
  width <= tileWidth(typeof level === 'number' ? level : 0, index, size);

/** Puts hashes one after the other. */
export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  hashes.forEach((hash, i) => bytes.set(hash, i * HASH_BYTES));
  return bytes;
}

/** The hashes of a tile; null when it has another width. */
export function decodeTile(bytes: Uint8Array, width: number): Uint8Array[] | null {
  if (bytes.length !== width * HASH_BYTES) return null;
  return Array.from({ length: width }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/** Leaves with their lengths. @throws RangeError when one has 65,536 bytes or more. */
export function encodeEntries(leaves: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(leaves.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const leaf of leaves) {
    if (leaf.length > 0xffff) throw new RangeError('tile: a leaf is too long');
    view.setUint16(at, leaf.length);
    bytes.set(leaf, at + LENGTH_BYTES);
    at += LENGTH_BYTES + leaf.length;
  }
  return bytes;
}

/** The leaves; null when there are not exactly `width`, or something is left over. */
export function decodeEntries(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const leaves: Uint8Array[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bytes.length && leaves.length < width) {
    const end = at + LENGTH_BYTES + view.getUint16(at);
    if (end > bytes.length) return null;
    leaves.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return at === bytes.length && leaves.length === width ? leaves : null;
}

/** The one hash over a power of two of hashes. */
export function foldHashes(hashes: readonly Uint8Array[]): Uint8Array {
  let level = hashes;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, i) => nodeHash(level[2 * i]!, level[2 * i + 1]!));
  return level[0]!;
}

/** Hashes of a tile, at least the first `width` of them. */
export type ReadTile = (level: number, index: number, width: number) => Promise<readonly Uint8Array[]>;

/**
 * Hashes of complete subtrees, out of tiles: what `inclusionProof` and `consistencyProof` ask for.
 * @param size leaves of the tree.
 * @param read called once for each tile that is needed.
 */
export function hashAtFromTiles(size: number, read: ReadTile): HashAt<Promise<Uint8Array>> {
  const tiles = new Map<string, Promise<readonly Uint8Array[]>>();
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_LEVELS);
    const span = 2 ** (level % TILE_LEVELS);
    const first = index * span;
    const tile = Math.floor(first / TILE_WIDTH);
    const key = `${tileLevel}/${tile}`;
    const hashes = tiles.get(key) ?? read(tileLevel, tile, tileWidth(tileLevel, tile, size));
    tiles.set(key, hashes);
    const from = first % TILE_WIDTH;
    const part = (await hashes).slice(from, from + span);
    if (part.length < span) throw new RangeError(`tile: no complete subtree ${level}/${index}`);
    return foldHashes(part);
  };
}
