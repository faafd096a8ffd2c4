import { describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES, type PhotoCodec, shrinkPhoto } from '../../../../src/sync/client/photo.ts';

/** A codec that makes so many bytes per pixel at full quality. */
const codec = (width: number, height: number, bytesPerPixel: number): PhotoCodec & { drawn: number[][] } => {
  const drawn: number[][] = [];
  return {
    drawn,
    decode: async () => ({
      width,
      height,
      close: () => {},
      draw: async (w, h, quality) => {
        drawn.push([w, h]);
        const bytes = new Uint8Array(Math.ceil(w * h * bytesPerPixel * quality));
        bytes.set([0xff, 0xd8]);
        return new Blob([bytes]);
      },
    }),
  };
};

const file = new Blob(['camera']);

describe('a photo', () => {
  it('is at most 1,600 px long and keeps its shape', async () => {
    const shrunk = await shrinkPhoto(file, codec(4000, 3000, 0.1));
    expect(shrunk).toMatchObject({ ok: true, value: { width: 1600, height: 1200 } });
    expect(await shrinkPhoto(file, codec(900, 6000, 0.1))).toMatchObject({
      value: { width: 240, height: 1600 },
    });
  });

  it('is not made larger than it was', async () => {
    expect(await shrinkPhoto(file, codec(64, 1, 0.1))).toMatchObject({ value: { width: 64, height: 1 } });
  });

  it('is drawn with less quality, then smaller, until it is light', async () => {
    const heavy = codec(4000, 3000, 0.6);
    const shrunk = await shrinkPhoto(file, heavy);
    expect(shrunk.ok && shrunk.value.bytes.length).toBeLessThanOrEqual(MAX_PHOTO_BYTES);
    expect(heavy.drawn.length).toBeGreaterThan(1);
  });

  it('that cannot be made light is still taken, as light as it gets', async () => {
    expect((await shrinkPhoto(file, codec(4000, 3000, 50))).ok).toBe(true);
  });

  it('that cannot be read or drawn says so', async () => {
    const unreadable = { ok: false, code: 'unreadable' };
    expect(await shrinkPhoto(file, { decode: async () => null })).toEqual(unreadable);
    expect(await shrinkPhoto(file, { decode: () => Promise.reject(new Error('no')) })).toEqual(unreadable);
    const photo = { width: 10, height: 10, close: () => {}, draw: async () => null };
    expect(await shrinkPhoto(file, { decode: async () => photo })).toEqual(unreadable);
    expect(await shrinkPhoto(file, codec(0, 0, 1))).toEqual(unreadable);
  });

  it('of 200 MB is not even tried', async () => {
    const huge = { size: 200 * 1024 * 1024 } as Blob;
    expect(await shrinkPhoto(huge, codec(1, 1, 1))).toEqual({ ok: false, code: 'too-large' });
  });
});
