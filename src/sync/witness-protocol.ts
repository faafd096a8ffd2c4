/** How devices tell the server that they have seen a head of a public log, and read who else has. */
import * as z from 'zod/mini';

/** Where the cosignatures go to, and come from for one stream. */
export const COSIGN_PATH = '/api/cosign';
/** `<LOG_PATH>/<stream>/checkpoint`, `/cosigned`, and the tiles (log/tile.ts). */
export const LOG_PATH = '/log';

const key = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const note = z.string().check(z.maxLength(4096));
const stream = z.string().check(z.maxLength(80), z.regex(/^[a-z0-9/-]+$/));

/** Public streams of a township that one request may speak of. */
const MAX_NOTES = 256;

export const cosignRequest = z.strictObject({
  /** Public key of the device, hex. */
  key,
  /** Checkpoints, each with the device's line under it. */
  notes: z.array(z.strictObject({ stream, note })).check(z.maxLength(MAX_NOTES)),
});
export type CosignRequest = z.infer<typeof cosignRequest>;

/** What was not taken, and why. */
export const cosignResponse = z.strictObject({
  refused: z.array(z.strictObject({ stream, code: z.string() })),
});
export type CosignResponse = z.infer<typeof cosignResponse>;

/** What a witness has cosigned last. */
export const cosigned = z.strictObject({
  key,
  /** Events. */
  size: z.int().check(z.minimum(0)),
  /** Seconds since 1970, by the witness's clock. */
  at: z.int().check(z.minimum(0)),
  note,
});
export type Cosigned = z.infer<typeof cosigned>;

export const cosignedResponse = z.strictObject({ cosigned: z.array(cosigned) });
