/**
 * A stream's tree as tiles (log/tile.ts). Leaves are read from the log when asked for; the hash over each full tile is kept
 * as a row, so that a proof from a tree of a million leaves reads a few hundred rows and not the log.
 */
import { fromHex, toHex, utf8 } from '../log/hex.ts';
import { type HashAt, leafHash } from '../log/merkle.ts';
import { encodeBodies } from '../log/segment.ts';
import {
  encodeEntries,
  encodeTile,
  foldHashes,
  hashAtFromTiles,
  hasTile,
  type TileName,
  TILE_WIDTH,
} from '../log/tile.ts';
import type { LogStore } from '../store/log-store.ts';

const rowKey = (level: number, index: number): string => `tile/${level}/${index}`;

export class Tiles {
  readonly #store: LogStore;

  constructor(store: LogStore) {
    this.#store = store;
  }

  /** The bytes of a tile; null when the stream has not grown so far. */
  async tile(stream: string, name: TileName): Promise<Uint8Array | null> {
    const size = (await this.#store.head(stream))?.size ?? 0;
    if (!hasTile(name, size)) return null;
    const { level, index, width } = name;
    if (typeof level === 'number') return encodeTile(await this.#hashes(stream, level, index, width));
    const entries = await this.#store.read(stream, index * TILE_WIDTH, index * TILE_WIDTH + width);
    return level === 'entries'
      ? encodeEntries(entries.map(({ leaf }) => utf8(leaf)))
      : utf8(encodeBodies(entries.map(({ body }) => body)));
  }

  /** Hashes of the complete subtrees of the stream's first `size` events, for proofs. */
  hashAt(stream: string, size: number): HashAt<Promise<Uint8Array>> {
    return hashAtFromTiles(size, (level, index, width) => this.#hashes(stream, level, index, width));
  }

  /** Keeps the hash over a full tile of leaves before anybody asks. */
  async prepare(stream: string, index: number): Promise<void> {
    await this.#over(stream, 0, index);
  }

  async #hashes(stream: string, level: number, index: number, width: number): Promise<Uint8Array[]> {
    const from = index * TILE_WIDTH;
    if (level === 0) {
      const entries = await this.#store.read(stream, from, from + width);
      return entries.map(({ leaf }) => leafHash(utf8(leaf)));
    }
    const hashes: Uint8Array[] = [];
    for (let at = from; at < from + width; at++) hashes.push(await this.#over(stream, level - 1, at));
    return hashes;
  }

  /** The hash over the full tile (level, index). */
  async #over(stream: string, level: number, index: number): Promise<Uint8Array> {
    const kept = await this.#store.row(stream, rowKey(level, index));
    if (typeof kept === 'string') return fromHex(kept);
    const hash = foldHashes(await this.#hashes(stream, level, index, TILE_WIDTH));
    await this.#store.putRows([{ stream, key: rowKey(level, index), value: toHex(hash) }]);
    return hash;
  }
}
