/**
 * A photo as it is kept and sent: at most 1,600 px on its longer side, a JPEG of about 300 KB, upright. Drawing it anew
 * leaves behind all that the camera wrote into the file, the place among it.
 */

/** Pixels. */
export const LONGEST_EDGE = 1600;
/** Bytes aimed at. */
export const MAX_PHOTO_BYTES = 300 * 1024;
/** Bytes of a file that we try to read. */
export const MAX_INPUT_BYTES = 50 * 1024 * 1024;

/** A photo that was read, turned upright. */
export interface DecodedPhoto {
  /** Pixels. */
  width: number;
  height: number;
  /** Draws it at this size as a JPEG on white; quality 0 to 1. Null: cannot be done. */
  draw(width: number, height: number, quality: number): Promise<Blob | null>;
  close(): void;
}

export interface PhotoCodec {
  /** Null: not an image that this browser reads. */
  decode(file: Blob): Promise<DecodedPhoto | null>;
}

export interface ShrunkPhoto {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Tried in turn until the file is small enough: share of the longest edge, and quality. */
const STEPS: [scale: number, quality: number][] = [
  [1, 0.85],
  [1, 0.75],
  [1, 0.65],
  [1, 0.5],
  [0.75, 0.6],
  [0.5, 0.6],
  [0.35, 0.5],
  [0.25, 0.4],
];

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/** Shrinks a photo. @param most bytes aimed at; who has less room than the last step brings looks at the result. */
export async function shrinkPhoto(
  file: Blob,
  codec: PhotoCodec,
  most = MAX_PHOTO_BYTES,
): Promise<{ ok: true; value: ShrunkPhoto } | { ok: false; code: 'too-large' | 'unreadable' }> {
  if (file.size > MAX_INPUT_BYTES) return { ok: false, code: 'too-large' };
  const photo = await codec.decode(file).catch(() => null);
  if (!photo || photo.width < 1 || photo.height < 1) return { ok: false, code: 'unreadable' };
  try {
    const fit = Math.min(1, LONGEST_EDGE / Math.max(photo.width, photo.height));
    let best: ShrunkPhoto | null = null;
    for (const [scale, quality] of STEPS) {
      const width = Math.max(1, Math.round(photo.width * fit * scale));
      const height = Math.max(1, Math.round(photo.height * fit * scale));
      const blob = await photo.draw(width, height, quality);
      if (!blob) break;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      if (!isJpeg(bytes)) break;
      best = { bytes, width, height };
      if (bytes.length <= most) break;
    }
    return best ? { ok: true, value: best } : { ok: false, code: 'unreadable' };
  } catch {
    return { ok: false, code: 'unreadable' };
  } finally {
    photo.close();
  }
}
