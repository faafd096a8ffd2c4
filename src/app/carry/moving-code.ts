/**
 * Bytes as a row of QR codes that may be read in any order, with gaps: a fountain code (Luby transform). First each piece by
 * itself, then mixtures without end, so that who missed some needs no second round. Pure but for the library's dice.
 */
import {
  binaryToBlock,
  blockToBinary,
  createDecoder,
  createEncoder,
  type EncodedBlock,
} from 'luby-transform';

/** Bytes of a piece: with its head a code of some 70 dots a side, which an old camera reads at arm's length. */
export const PIECE = 320;
/** Mixtures of more pieces have a head that is too long for a code. */
const MOST_MIXED = 12;
/** More is handed over as a file. */
export const MAX_MOVING_BYTES = 600_000;
/**
 * Put before the bytes: the library tries to unpack what it has read, without any limit. What begins so is nothing that can
 * be unpacked, and stays as it is.
 */
const MARK = 0;

const marked = (bytes: Uint8Array): Uint8Array => {
  const all = new Uint8Array(bytes.length + 1);
  all[0] = MARK;
  all.set(bytes, 1);
  return all;
};

export interface Frames {
  /** Pieces; so many codes must be read at least. */
  pieces: number;
  /** The next code's bytes; never ends. */
  next(): Uint8Array;
}

/** @throws RangeError when it is too much for moving codes. */
export function framesOf(bytes: Uint8Array): Frames {
  if (bytes.length > MAX_MOVING_BYTES) throw new RangeError('moving code: too much');
  const encoder = createEncoder(marked(bytes), PIECE, false);
  const mixtures = encoder.fountain();
  let at = 0;
  return {
    pieces: encoder.k,
    next() {
      if (at < encoder.k) return blockToBinary(encoder.createBlock([at++]));
      for (;;) {
        const block = mixtures.next().value;
        if (block.indices.length <= MOST_MIXED) return blockToBinary(block);
      }
    },
  };
}

/** A piece of something that this reader would take; null: another code, or damaged. */
function pieceOf(bytes: Uint8Array): EncodedBlock | null {
  try {
    const block = binaryToBlock(bytes);
    const { k, indices, data, bytes: length } = block;
    const fits =
      length > 0 &&
      length <= MAX_MOVING_BYTES + 1 &&
      k === Math.ceil(length / PIECE) &&
      data.length === PIECE;
    const named =
      indices.length > 0 && indices.length <= MOST_MIXED && indices.every((one) => one >= 0 && one < k);
    return fits && named ? block : null;
  } catch {
    return null;
  }
}

/** How far the reading is. */
export interface Reading {
  got: number;
  of: number;
  /** The bytes, once they are whole. */
  whole: Uint8Array | null;
}

/** Collects codes; what belongs to another row begins anew. */
export class FrameReader {
  #decoder = createDecoder();
  #row = '';
  #of = 0;

  /** Null: the code is none of ours. */
  take(bytes: Uint8Array): Reading | null {
    const block = pieceOf(bytes);
    if (!block) return null;
    const row = `${block.k} ${block.bytes} ${block.checksum}`;
    if (row !== this.#row) {
      this.#row = row;
      this.#of = block.k;
      this.#decoder = createDecoder();
    }
    let whole: Uint8Array | null = null;
    try {
      if (this.#decoder.addBlock(block)) whole = this.#decoder.getDecoded() ?? null;
    } catch {
      // Pieces that do not fit together: the row is read again from the start.
      this.#row = '';
    }
    const isOurs = whole !== null && whole[0] === MARK;
    return { got: this.#decoder.decodedCount, of: this.#of, whole: isOurs ? whole!.subarray(1) : null };
  }
}
