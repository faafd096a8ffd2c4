/**
 * Signed notes (C2SP signed-note) and the checkpoints in them (C2SP tlog-checkpoint).
 *
 * ```
 * gongkailan/<stream>                      origin: whose tree this is, and the name of the key
 * <size, decimal>                          events in the stream
 * <root, base64>                           RFC 6962 root of that many leaves
 *                                          (an empty line)
 * — <key name> <base64: key id, signature> the signature is over the lines above, without the empty one
 * ```
 * The key id is the first 4 bytes of SHA-256(key name ‖ "\n" ‖ 0x01 ‖ public key). A note may carry signatures by others
 * (witnesses): unknown ones are passed over, at most 16 in all. Lines that a later version adds after the root are passed
 * over too. A note has at most 4,096 characters.
 *
 * What one key signs cannot be taken for something else: notes begin with `gongkailan/<township>/…`, where a township is
 * 32 hex digits, events with `gongkailan/v1/event`, requests with `gongkailan/v1/request`.
 */
import { fromBase64, toBase64 } from './base64.ts';
import { sha256 } from './hash.ts';
import { fromHex, isWellFormed, sameBytes, toHex, utf8 } from './hex.ts';
import { type Signer, verifySignature } from './signature.ts';

/** A stream's head. */
export interface Checkpoint {
  origin: string;
  /** Events. */
  size: number;
  /** Root of the tree, hex. */
  root: string;
}

/** Characters. */
const MAX_NOTE = 4096;
const MAX_SIGNATURES = 16;
const KEY_ID_BYTES = 4;
/** The kind of a log's signature in its key id. */
const ED25519 = 1;

/** The origin line, and the key name, of a stream's checkpoints. */
export const originOf = (stream: string): string => `gongkailan/${stream}`;

/** The text that is signed: three lines. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(fromHex(root))}\n`;

/**
 * Signs a text as a note.
 * @param text lines, each ended by a line break.
 * @throws RangeError when the text or the key's name does not fit the format.
 */
export async function signNote(text: string, signer: Signer, keyName: string): Promise<string> {
  if (!isNoteText(text) || !isKeyName(keyName)) throw new RangeError('note: not a text that can be signed');
  const signature = await signer.sign(utf8(text));
  const signed = new Uint8Array(KEY_ID_BYTES + signature.length);
  signed.set(keyIdOf(keyName, ED25519, fromHex(signer.publicKey)));
  signed.set(signature, KEY_ID_BYTES);
  return `${text}\n— ${keyName} ${toBase64(signed)}\n`;
}

/**
 * Opens a note that this key must have signed. Never throws.
 * @param publicKeyHex Ed25519, 64 digits.
 * @returns the signed text; null when the note is malformed, or has no signature by this key, or a wrong one.
 */
export async function openNote(
  note: string,
  keyName: string,
  publicKeyHex: string,
): Promise<{ text: string } | null> {
  const parts = noteParts(note);
  if (!parts || !/^[0-9a-f]{64}$/.test(publicKeyHex)) return null;
  const { text } = parts;
  const key = fromHex(publicKeyHex);
  const id = keyIdOf(keyName, ED25519, key);
  let found = false;
  for (const line of parts.signatures) {
    if (line.name !== keyName || !sameBytes(line.signed.subarray(0, KEY_ID_BYTES), id)) continue;
    if (!(await verifySignature(key, utf8(text), line.signed.subarray(KEY_ID_BYTES)))) return null;
    found = true;
  }
  return found ? { text } : null;
}

/** A line under a note: who, and the bytes of key id and signature. */
export interface NoteSignature {
  name: string;
  signed: Uint8Array;
}

/** A note taken apart, nothing verified. Null when it is malformed. Never throws. */
export function noteParts(note: string): { text: string; signatures: NoteSignature[] } | null {
  if (note.length > MAX_NOTE || !isWellFormed(note)) return null;
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const below = note.slice(end + 2);
  if (end < 0 || !isNoteText(text) || !below.endsWith('\n')) return null;
  const signatures = below.slice(0, -1).split('\n').map(parseSignature);
  return signatures.length <= MAX_SIGNATURES && signatures.every((one) => one !== null)
    ? { text, signatures }
    : null;
}

/** A checkpoint as a signed note. The key's name is the origin. */
export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): Promise<string> =>
  signNote(formatCheckpoint(checkpoint), signer, checkpoint.origin);

/**
 * Opens a stream's checkpoint. Never throws.
 * @param logKey public key of the township's log, hex.
 * @returns null when it is malformed, of another stream, or not signed by the log.
 */
export async function openCheckpoint(
  note: string,
  stream: string,
  logKey: string,
): Promise<Checkpoint | null> {
  const opened = await openNote(note, originOf(stream), logKey);
  if (!opened) return null;
  const [origin, size = '', root = '', ...more] = opened.text.slice(0, -1).split('\n');
  const hash = fromBase64(root);
  if (origin !== originOf(stream) || !/^(0|[1-9]\d{0,15})$/.test(size) || hash?.length !== 32) return null;
  if (!Number.isSafeInteger(Number(size)) || more.includes('')) return null;
  return { origin, size: Number(size), root: toHex(hash) };
}

/**
 * Takes a note from the front of a longer text, where an empty line follows it. The note's own text has no empty line.
 * Nothing is verified. Null when there is no note.
 */
export function splitNote(text: string): { note: string; rest: string } | null {
  const endOfText = text.indexOf('\n\n');
  const end = endOfText < 0 ? -1 : text.indexOf('\n\n', endOfText + 2);
  if (end < 0 || end >= MAX_NOTE) return null;
  return { note: text.slice(0, end + 1), rest: text.slice(end + 2) };
}

/** Lines, each ended by a line break, without other control characters. */
const isNoteText = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex
  text.endsWith('\n') && text.length <= MAX_NOTE && isWellFormed(text) && !/[\x00-\x09\x0b-\x1f]/.test(text);

/** Whether a key may have this name: no blanks, no plus sign. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/.test(name);

/** The first bytes of a signature: the beginning of SHA-256(name ‖ "\n" ‖ kind ‖ key). */
export function keyIdOf(name: string, kind: number, key: Uint8Array): Uint8Array {
  const prefix = utf8(`${name}\n`);
  const input = new Uint8Array(prefix.length + 1 + key.length);
  input.set(prefix);
  input[prefix.length] = kind;
  input.set(key, prefix.length + 1);
  return sha256(input).subarray(0, KEY_ID_BYTES);
}

/** A signature line: name, and key id with signature. Null when malformed. */
function parseSignature(line: string): NoteSignature | null {
  const match = /^— ([^\s+]+) (\S+)$/.exec(line);
  const signed = match && fromBase64(match[2]!);
  return signed && signed.length > KEY_ID_BYTES ? { name: match[1]!, signed } : null;
}
