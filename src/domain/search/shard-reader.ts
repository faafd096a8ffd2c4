/** Looks things up in a shard. Which notices have something is a set of 1,024 bits. */
import type { Wanted } from './grams.ts';
import { eachPlace, type Shard, SHARD_SIZE } from './shard.ts';

export type Bits = Uint32Array;

export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >> 5]! >>> (place & 31)) & 1) === 1;

/** Place of a value in an ascending array between two places; −1: it is not there. */
function placeOf(values: Uint16Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = values[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A shard with the places of its parts worked out, as it is held while searching. */
export class ShardReader {
  readonly shard: Shard;
  /** By first character: its first pair. One more at the end. */
  readonly #firstGram: Uint32Array;
  /** By pair: where its list begins. */
  readonly #starts: Uint32Array;

  constructor(shard: Shard) {
    this.shard = shard;
    this.#firstGram = new Uint32Array(shard.firsts.length + 1);
    for (let f = 0; f < shard.firsts.length; f++)
      this.#firstGram[f + 1] = this.#firstGram[f]! + shard.counts[f]!;
    this.#starts = new Uint32Array(shard.lengths.length);
    for (let g = 1; g < shard.lengths.length; g++)
      this.#starts[g] = this.#starts[g - 1]! + shard.lengths[g - 1]!;
  }

  #add(gram: number, into: Bits): void {
    const { lists, lengths } = this.shard;
    eachPlace(lists, this.#starts[gram]!, lengths[gram]!, (place) => {
      into[place >> 5]! |= 1 << (place & 31);
    });
  }

  #withGram(gram: number): Bits | null {
    const f = placeOf(this.shard.firsts, Math.floor(gram / 65_536), 0, this.shard.firsts.length);
    if (f < 0) return null;
    const at = placeOf(this.shard.seconds, gram % 65_536, this.#firstGram[f]!, this.#firstGram[f + 1]!);
    if (at < 0) return null;
    const bits = new Uint32Array(SHARD_SIZE / 32);
    this.#add(at, bits);
    return bits;
  }

  #withChar(code: number): Bits {
    const { firsts, seconds } = this.shard;
    const bits = new Uint32Array(SHARD_SIZE / 32);
    const f = placeOf(firsts, code, 0, firsts.length);
    const [from, to] = f < 0 ? [0, 0] : [this.#firstGram[f]!, this.#firstGram[f + 1]!];
    for (let at = from; at < to; at++) this.#add(at, bits);
    for (let at = 0; at < seconds.length; at++) if (seconds[at] === code) this.#add(at, bits);
    return bits;
  }

  /** Notices that have all that a word needs; null: none has. They may have it in different places. */
  find({ grams, single }: Wanted): Bits | null {
    if (single !== null) return this.#withChar(single);
    let found: Bits | null = null;
    for (const gram of grams) {
      const bits = this.#withGram(gram);
      if (!bits) return null;
      if (!found) found = bits;
      else for (let at = 0; at < bits.length; at++) found[at]! &= bits[at]!;
    }
    return found;
  }
}
