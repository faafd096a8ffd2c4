import * as fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FrameReader, framesOf, MAX_MOVING_BYTES, PIECE } from '../../../src/app/carry/moving-code.ts';

const bytesOf = (length: number, seed = 7): Uint8Array => {
  let state = seed;
  return Uint8Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) & 255);
};

/** Reads frames until all is there; `lost` says which never arrive. */
function readBack(
  bytes: Uint8Array,
  lost: (n: number) => boolean,
): { whole: Uint8Array | null; shown: number } {
  const frames = framesOf(bytes);
  const reader = new FrameReader();
  for (let n = 0; n < 40 * frames.pieces + 400; n++) {
    const frame = frames.next();
    if (lost(n)) continue;
    const whole = reader.take(frame)?.whole;
    if (whole) return { whole, shown: n + 1 };
  }
  return { whole: null, shown: Infinity };
}

describe('a moving code', () => {
  it('is read in one round when nothing is missed', () => {
    const bytes = bytesOf(10_000);
    const { whole, shown } = readBack(bytes, () => false);
    expect(whole).toEqual(bytes);
    expect(shown).toBe(Math.ceil(10_001 / PIECE));
  });

  it('is read though a third of the codes is missed, whichever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 2 }), (length, which) => {
        const bytes = bytesOf(length, length);
        expect(readBack(bytes, (n) => n % 3 === which).whole).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  it('gives packed bytes back as they are, without unpacking them', () => {
    const packed = gzipSync(new Uint8Array(1_000_000));
    expect(readBack(packed, () => false).whole).toEqual(packed);
  });

  it('begins anew when another row is shown, and passes over codes of anybody else', () => {
    const reader = new FrameReader();
    const [one, other] = [framesOf(bytesOf(2_000)), framesOf(bytesOf(300, 3))];
    expect(reader.take(one.next())).toMatchObject({ got: 1, whole: null });
    expect(reader.take(new TextEncoder().encode('https://example.org'))).toBeNull();
    expect(reader.take(other.next())?.whole).toEqual(bytesOf(300, 3));
  });

  it('never fails, whatever a code holds', () => {
    const reader = new FrameReader();
    const frame = framesOf(bytesOf(3_000)).next();
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 700 }),
        fc.nat({ max: frame.length - 1 }),
        fc.nat({ max: 255 }),
        (any, at, byte) => {
          reader.take(any);
          const changed = frame.slice();
          changed[at] = byte;
          reader.take(changed);
        },
      ),
    );
  });

  it('says when there is too much for it', () => {
    expect(() => framesOf(new Uint8Array(MAX_MOVING_BYTES + 1))).toThrow(RangeError);
  });
});
