/** Small makers for the log's tests: seeded keys, seeded randomness, one stream. */
import { type EventDraft, makeEvent, type SignedEvent } from '../../../src/log/event.ts';
import { sha256, sha256Hex } from '../../../src/log/hash.ts';
import { utf8 } from '../../../src/log/hex.ts';
import { type Signer, softwareSigner } from '../../../src/log/signature.ts';

export const TOWNSHIP = 'f0'.repeat(16);
export const STREAM = `${TOWNSHIP}/v1/public`;
export const AT = '2026-11-24T10:00:00.000+08:00';
export const NOW = '2026-11-24T02:00:00.000Z';

/** The signer whose seed is the hash of a name. */
export const signerOf = (name: string): Promise<Signer> => softwareSigner(sha256(utf8(name)));

/** Bytes that look random and are the same each time. */
export const seeded = (bytes: number): Uint8Array => sha256(utf8('salt')).slice(0, bytes);

export const draftOf = (content: Record<string, unknown>, more: Partial<EventDraft> = {}): EventDraft => ({
  stream: STREAM,
  type: 'notice.published',
  at: AT,
  registry: 1,
  seen: 2,
  content,
  ...more,
});

export const eventBy = async (
  name: string,
  content: Record<string, unknown>,
  more: Partial<EventDraft> = {},
): Promise<SignedEvent> => makeEvent(await signerOf(name), draftOf(content, more), seeded);

/** Signs a header and body that `makeEvent` would refuse to make. */
export async function forged(name: string, header: unknown, body: string): Promise<SignedEvent> {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const signed = await (await signerOf(name)).sign(utf8(`gongkailan/v1/event\n${text}`));
  return { header: text, sig: Buffer.from(signed).toString('hex'), body };
}

/** A header that is right for this body, as an object to be spoiled. */
export const headerFor = async (name: string, body: string): Promise<Record<string, unknown>> => ({
  v: 1,
  stream: STREAM,
  type: 'notice.published',
  author: (await signerOf(name)).publicKey,
  at: AT,
  registry: 1,
  seen: 2,
  body: sha256Hex(body),
  files: [],
});

/** The text with one character replaced by another. */
export const withChar = (text: string, at: number, char: string): string =>
  text.slice(0, at) + char + text.slice(at + 1);
