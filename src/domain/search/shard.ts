/**
 * A shard of the index: which of up to 1,024 neighbouring notices of a stream have which pair of characters.
 *
 * | part | what |
 * |---|---|
 * | firsts, counts | each first character, ascending, and with how many second ones it stands |
 * | seconds | the second characters, ascending within their first |
 * | lengths | bytes of each pair's list |
 * | lists | the lists, one behind the other: places within the shard, ascending, as differences in base 128; a list that would need 128 bytes or more is 128 bytes of bits |
 *
 * So a rare pair costs 4 or 5 bytes, a frequent one a byte for each notice, and none more than 131.
 * A shard is a function of the notices in it: changed one by one or made at once, the bytes are the same.
 */

/** Notices of a shard, by the number of their publishing event. A segment of the log has as many. */
export const SHARD_SIZE = 1024;
const BITMAP = SHARD_SIZE / 8;
const PER_LIST = SHARD_SIZE;

export interface Shard {
  firsts: Uint16Array<ArrayBuffer>;
  counts: Uint16Array<ArrayBuffer>;
  seconds: Uint16Array<ArrayBuffer>;
  lengths: Uint8Array<ArrayBuffer>;
  lists: Uint8Array<ArrayBuffer>;
}

/** Bytes that it takes in storage. */
export const shardBytes = ({ firsts, counts, seconds, lengths, lists }: Shard): number =>
  firsts.byteLength + counts.byteLength + seconds.byteLength + lengths.byteLength + lists.byteLength;

export const EMPTY_SHARD: Shard = {
  firsts: new Uint16Array(0),
  counts: new Uint16Array(0),
  seconds: new Uint16Array(0),
  lengths: new Uint8Array(0),
  lists: new Uint8Array(0),
};

/** Calls with each place of a list. */
export function eachPlace(
  lists: Uint8Array,
  start: number,
  length: number,
  call: (place: number) => void,
): void {
  const end = start + length;
  if (length === BITMAP) {
    for (let at = start; at < end; at++) {
      const byte = lists[at]!;
      for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) call((at - start) * 8 + bit);
    }
    return;
  }
  let place = -1;
  let gap = 0;
  for (let at = start; at < end; at++) {
    const byte = lists[at]!;
    gap = gap * 128 + (byte & 127);
    if (byte < 128) continue;
    place += gap + 1;
    gap = 0;
    call(place);
  }
}

/** Writes the places of one pair at `at`; returns the bytes used. A last byte has its highest bit set. */
function writeList(into: Uint8Array, at: number, places: number[]): number {
  let end = at;
  let before = -1;
  for (const place of places) {
    const gap = place - before - 1;
    before = place;
    if (gap >= 128) into[end++] = gap >> 7;
    into[end++] = (gap & 127) | 128;
    if (end - at >= BITMAP) return writeBits(into, at, places);
  }
  return end - at;
}

function writeBits(into: Uint8Array, at: number, places: number[]): number {
  into.fill(0, at, at + BITMAP + 2);
  for (const place of places) into[at + (place >> 3)]! |= 1 << (place & 7);
  return BITMAP;
}

/** Pair × 1,024 + place, for all notices of a shard that are not in `without`. */
function pairsOf(shard: Shard, without: ReadonlyMap<number, unknown>): number[] {
  const pairs: number[] = [];
  let gram = 0;
  let start = 0;
  for (let f = 0; f < shard.firsts.length; f++) {
    const base = shard.firsts[f]! * 65_536;
    for (let i = 0; i < shard.counts[f]!; i++, gram++) {
      const key = (base + shard.seconds[gram]!) * PER_LIST;
      eachPlace(shard.lists, start, shard.lengths[gram]!, (place) => {
        if (!without.has(place)) pairs.push(key + place);
      });
      start += shard.lengths[gram]!;
    }
  }
  return pairs;
}

/** @param pairs ascending, each once. */
function shardOf(pairs: Float64Array): Shard {
  const firsts: number[] = [];
  const counts: number[] = [];
  const seconds: number[] = [];
  const lengths: number[] = [];
  // Two bytes for each place at the most, and room for the bits of the last list.
  const lists = new Uint8Array(pairs.length * 2 + 2 * BITMAP + 2);
  let end = 0;
  for (let at = 0; at < pairs.length;) {
    const gram = Math.floor(pairs[at]! / PER_LIST);
    const places: number[] = [];
    for (; at < pairs.length && Math.floor(pairs[at]! / PER_LIST) === gram; at++)
      places.push(pairs[at]! - gram * PER_LIST);
    const first = Math.floor(gram / 65_536);
    if (firsts[firsts.length - 1] !== first) {
      firsts.push(first);
      counts.push(0);
    }
    counts[counts.length - 1]! += 1;
    seconds.push(gram % 65_536);
    const length = writeList(lists, end, places);
    lengths.push(length);
    end += length;
  }
  return {
    firsts: Uint16Array.from(firsts),
    counts: Uint16Array.from(counts),
    seconds: Uint16Array.from(seconds),
    lengths: Uint8Array.from(lengths),
    lists: lists.slice(0, end),
  };
}

/**
 * The shard after some of its notices changed.
 * @param changes pairs of characters of each notice, by its place in the shard; none: there is nothing of it any more.
 */
export function changedShard(shard: Shard, changes: ReadonlyMap<number, ReadonlySet<number>>): Shard {
  const pairs = pairsOf(shard, changes);
  for (const [place, grams] of changes) for (const gram of grams) pairs.push(gram * PER_LIST + place);
  return shardOf(Float64Array.from(pairs).sort());
}
