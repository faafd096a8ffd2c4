/**
 * A bundle: what one device hands to another where there is no network, by a file or by moving codes. A JSON text, gzipped.
 * Nothing in it is believed: runs of a log are checked against the log's signed head, events against their signatures, files
 * against their hashes. So any carrier will do, in any order, any number of times.
 */
import { Gunzip, gzipSync } from 'fflate';
import * as z from 'zod/mini';
import { signedEventSchema } from './event.ts';
import { utf8 } from './hex.ts';

/** Bytes of a bundle, and of its text. */
export const MAX_BUNDLE_BYTES = 24 * 1024 * 1024;
export const MAX_BUNDLE_TEXT = 96 * 1024 * 1024;
const SLICE = 16 * 1024;
const MAX_RUNS = 400;
const MAX_ITEMS = 2_000;
const MAX_FILES = 2_000;

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const size = z.int().check(z.minimum(0));

const run = z.strictObject({
  stream: z.string().check(z.maxLength(80)),
  /** Place of the first event, from 0. */
  from: size,
  /** The log's signed head at the end of the run. */
  note: z.string().check(z.maxLength(4096)),
  leaves: z.array(z.string()),
  bodies: z.array(z.nullable(z.string())),
});
export type BundleRun = z.infer<typeof run>;

/** Something signed that the township has not taken in yet, as far as the giver knows. */
const item = z.strictObject({
  event: signedEventSchema,
  /** Attachments that go with it. */
  files: z.array(z.strictObject({ hash, bytes: size })).check(z.maxLength(20)),
});
export type BundleItem = z.infer<typeof item>;

const file = z.strictObject({
  hash,
  type: z.string().check(z.maxLength(64)),
  /** Base64. */
  data: z.string(),
});
export type BundleFile = z.infer<typeof file>;

const bundleSchema = z.strictObject({
  kind: z.literal('gongkailan-bundle'),
  v: z.literal(1),
  township: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  runs: z.array(run).check(z.maxLength(MAX_RUNS)),
  items: z.array(item).check(z.maxLength(MAX_ITEMS)),
  files: z.array(file).check(z.maxLength(MAX_FILES)),
});
export type Bundle = z.infer<typeof bundleSchema>;

export const encodeBundle = (bundle: Bundle): Uint8Array =>
  gzipSync(utf8(JSON.stringify(bundle)), { mtime: 0 });

/** 'too-large': packed or unpacked. 'newer': by newer software. 'not-a-bundle': something else, or cut off. */
export type BundleFault = 'too-large' | 'newer' | 'not-a-bundle';

/** Unpacks, and stops when there is too much of it. Null: cut off, or not gzip. */
function unpacked(bytes: Uint8Array): string | 'too-large' | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  try {
    const gunzip = new Gunzip((part, final) => {
      length += part.length;
      if (length > MAX_BUNDLE_TEXT) throw new RangeError('too much');
      parts.push(part);
      ended = final;
    });
    // In slices: what comes out of one is bounded, so that a bomb is noticed before it goes off.
    for (let at = 0; at < bytes.length; at += SLICE)
      gunzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch {
    return length > MAX_BUNDLE_TEXT ? 'too-large' : null;
  }
  if (!ended) return null;
  const all = new Uint8Array(length);
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(all);
  } catch {
    return null;
  }
}

/** Reads a bundle. Only its shape is checked. Never throws. */
export function decodeBundle(
  bytes: Uint8Array,
): { ok: true; bundle: Bundle } | { ok: false; fault: BundleFault } {
  if (bytes.length > MAX_BUNDLE_BYTES) return { ok: false, fault: 'too-large' };
  const text = unpacked(bytes);
  if (text === 'too-large') return { ok: false, fault: text };
  let value: unknown = null;
  try {
    value = text === null ? null : JSON.parse(text);
  } catch {
    // Said below.
  }
  const parsed = bundleSchema.safeParse(value);
  if (parsed.success) return { ok: true, bundle: parsed.data };
  const { kind, v } = (value ?? {}) as { kind?: unknown; v?: unknown };
  const isNewer = kind === 'gongkailan-bundle' && typeof v === 'number' && v > 1;
  return { ok: false, fault: isNewer ? 'newer' : 'not-a-bundle' };
}
