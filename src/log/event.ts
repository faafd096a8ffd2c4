/**
 * An event: what a device signs. Version 1.
 *
 * ```
 * event     = header + signature + body        each kept as the exact text that was signed, never serialised again
 * signature = Ed25519(author's key, 'gongkailan/v1/event\n' + header)          64 bytes, hex
 * id        = SHA-256(header)                                                  32 bytes, hex
 * ```
 * **Header**: the text of a JSON object, printable ASCII only (so its text and its bytes are the same thing, and it has
 * no line breaks), at most 8,192 bytes. Fields, all needed, no others:
 *
 * | field    | what                                                                                                |
 * |----------|-----------------------------------------------------------------------------------------------------|
 * | v        | 1                                                                                                   |
 * | stream   | name of the stream (stream.ts), 1 to 80 of `a-z 0-9 / -`                                            |
 * | type     | e.g. `notice.published`: words of `a-z` and `-` joined by dots, at most 48 characters               |
 * | author   | the Ed25519 public key, hex. The key is the key's id                                                |
 * | at       | the author's clock, ISO 8601 with zone, e.g. `2026-11-24T10:00:00.000+08:00`                        |
 * | registry | events of the township's registry that the author had                                               |
 * | seen     | events of this stream that the author had                                                           |
 * | body     | SHA-256 of the body's UTF-8, hex                                                                    |
 * | files    | attachments, at most 20: `hash` (SHA-256, hex), `bytes` (1 to 20,000,000), `type` (MIME, at most 64) |
 *
 * **Body**: the text of a JSON object, without line breaks, at most 655,360 bytes of UTF-8, nested at most 16 deep. Its
 * field `salt` is 16 random bytes in hex; the rest is the content. The body stands apart so that a lawful erasure can drop
 * it while the header still proves that it was there; the salt keeps a short body from being guessed by its hash.
 *
 * **Faults**: see `EventFault`. Whether the type is known and the content fits it is for domain to say, not for this file.
 * **Versions**: `v` changes when older software could misread an event. Headers of all versions are printable ASCII.
 */
import * as z from 'zod/mini';
import { sha256Hex } from './hash.ts';
import { fromHex, isWellFormed, toHex, utf8 } from './hex.ts';
import { type Signer, verifySignature } from './signature.ts';
import { isZonedTime } from './timestamp.ts';

export const EVENT_VERSION = 1;
/** Bytes of UTF-8. */
export const MAX_HEADER_BYTES = 8_192;
export const MAX_BODY_BYTES = 655_360;
export const MAX_FILES = 20;
const MAX_DEPTH = 16;
const SALT_BYTES = 16;
const SIGNATURE_PREFIX = 'gongkailan/v1/event\n';

export type EventId = string & { readonly __eventId: unique symbol };

/**
 * Why an event is not acceptable, in the order of the checks.
 * `too-large`: header or body. `unsupported-version`: made by newer software. `body-mismatch`: not the body that was
 * signed. `bad-body`: signed like this, but not a body as specified.
 */
export type EventFault =
  'too-large' | 'bad-header' | 'unsupported-version' | 'bad-signature' | 'body-mismatch' | 'bad-body';

const hex = (digits: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const count = z.int().check(z.minimum(0));

const fileSchema = z.strictObject({
  hash: hex(64),
  bytes: z.int().check(z.minimum(1), z.maximum(20_000_000)),
  type: z.string().check(z.maxLength(64), z.regex(/^[a-z0-9]+\/[a-z0-9][a-z0-9.+-]*$/)),
});
/** An attachment, named by its content. */
export type FileRef = z.infer<typeof fileSchema>;

const headerSchema = z.strictObject({
  v: z.literal(EVENT_VERSION),
  stream: z.string().check(z.regex(/^[a-z0-9/-]{1,80}$/)),
  type: z.string().check(z.maxLength(48), z.regex(/^[a-z]+(\.[a-z-]+)+$/)),
  author: hex(64),
  at: z.string().check(z.maxLength(40), z.refine(isZonedTime)),
  registry: count,
  seen: count,
  body: hex(64),
  files: z.array(fileSchema).check(z.maxLength(MAX_FILES)),
});
export type EventHeader = z.infer<typeof headerSchema>;

/**
 * An event as it travels. Only its shape is checked here, not what the texts hold: one bad event in a batch is to be
 * refused by itself (`EventFault`), and must not make the batch unreadable.
 */
export const signedEventSchema = z.strictObject({
  header: z.string(),
  /** Hex, 128 digits. */
  sig: z.string(),
  /** Null: erased. */
  body: z.nullable(z.string()),
});
export type SignedEvent = z.infer<typeof signedEventSchema>;

/** The event's id: SHA-256 of its header, hex. */
export const eventId = (header: string): EventId => sha256Hex(header) as EventId;

/** Reads a header. Checks everything but the signature. Never throws. */
export function parseHeader(
  header: string,
):
  | { ok: true; header: EventHeader }
  | { ok: false; fault: 'too-large' | 'bad-header' | 'unsupported-version' } {
  if (header.length > MAX_HEADER_BYTES) return { ok: false, fault: 'too-large' };
  const value = /^[\x20-\x7e]*$/.test(header) ? parseObject(header) : null;
  if (!value) return { ok: false, fault: 'bad-header' };
  if (Number.isSafeInteger(value.v) && (value.v as number) > EVENT_VERSION) {
    return { ok: false, fault: 'unsupported-version' };
  }
  const parsed = headerSchema.safeParse(value);
  return parsed.success ? { ok: true, header: parsed.data } : { ok: false, fault: 'bad-header' };
}

/**
 * Reads a body and checks that it is the one that the header names. Never throws.
 * @returns the content: the body's fields without the salt.
 */
export function parseBody(
  body: string,
  header: EventHeader,
):
  | { ok: true; content: Record<string, unknown> }
  | { ok: false; fault: 'too-large' | 'body-mismatch' | 'bad-body' } {
  if (body.length > MAX_BODY_BYTES) return { ok: false, fault: 'too-large' };
  const bytes = utf8(body);
  if (bytes.length > MAX_BODY_BYTES) return { ok: false, fault: 'too-large' };
  // Line breaks would split the body in a segment; a lone surrogate has the UTF-8, and so the hash, of another text.
  if (/[\r\n]/.test(body) || !isWellFormed(body)) return { ok: false, fault: 'bad-body' };
  if (sha256Hex(bytes) !== header.body) return { ok: false, fault: 'body-mismatch' };
  const value = parseObject(body);
  if (!value || !isPlain(value, MAX_DEPTH)) return { ok: false, fault: 'bad-body' };
  const { salt, ...content } = value;
  if (typeof salt !== 'string' || !/^[0-9a-f]{32}$/.test(salt)) return { ok: false, fault: 'bad-body' };
  return { ok: true, content };
}

/** Whether the signature is that of the header's author. False, too, when the header or the signature is malformed. */
export async function checkSignature(event: { header: string; sig: string }): Promise<boolean> {
  const parsed = parseHeader(event.header);
  if (!parsed.ok || !/^[0-9a-f]{128}$/.test(event.sig)) return false;
  return verifySignature(fromHex(parsed.header.author), signedBytes(event.header), fromHex(event.sig));
}

/** What an author says; the rest of the event follows from it. */
export interface EventDraft {
  stream: string;
  type: string;
  /** The author's clock, ISO 8601 with zone. */
  at: string;
  /** Sizes held of the registry and of this stream. */
  registry: number;
  seen: number;
  /** JSON-able, without a field `salt`. */
  content: Record<string, unknown>;
  files?: FileRef[];
}

/**
 * Makes and signs an event.
 * @param random gives that many random bytes.
 * @throws RangeError when the draft does not fit the format; the message ends with the `EventFault`.
 */
export async function makeEvent(
  signer: Signer,
  draft: EventDraft,
  random: (bytes: number) => Uint8Array,
): Promise<SignedEvent> {
  const { content, files = [], stream, type, at, registry, seen } = draft;
  if ('salt' in content) throw new RangeError('event: the content has a field salt: bad-body');
  const body = JSON.stringify({ ...content, salt: toHex(random(SALT_BYTES)) });
  const header = JSON.stringify({
    v: EVENT_VERSION,
    stream,
    type,
    author: signer.publicKey,
    at,
    registry,
    seen,
    body: sha256Hex(body),
    files,
  } satisfies EventHeader);
  const parsed = parseHeader(header);
  const checked = parsed.ok ? parseBody(body, parsed.header) : parsed;
  if (!checked.ok) throw new RangeError(`event: ${checked.fault}`);
  return { header, sig: toHex(await signer.sign(signedBytes(header))), body };
}

const signedBytes = (header: string): Uint8Array => utf8(SIGNATURE_PREFIX + header);

/** A JSON object from a text whose length was checked, or null. */
function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Whether a parsed value is nested at most `depth` deep, and has no key that could change what an object is. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isPlain(inner, depth - 1));
}
