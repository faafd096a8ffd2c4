/**
 * Cosignatures (C2SP tlog-cosignature): a witness says that it saw a checkpoint, that it continues the one that it saw
 * before, and when. A log that shows different histories to different readers cannot get both cosigned by one witness.
 *
 * ```
 * signed text   cosignature/v1\ntime <seconds since 1970>\n<the checkpoint's text>
 * line          — <witness's name> <base64: key id, time (8 bytes, big-endian), signature>
 * key id        the first 4 bytes of SHA-256(name ‖ "\n" ‖ 0x04 ‖ public key)
 * ```
 */
import { fromBase64, toBase64 } from './base64.ts';
import { isKeyName, keyIdOf, noteParts } from './checkpoint.ts';
import { fromHex, sameBytes, toHex, utf8 } from './hex.ts';
import { type Signer, verifySignature } from './signature.ts';

const COSIGNATURE_ED25519 = 4;
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** Who witnesses: a name without blanks and plus signs, and an Ed25519 public key, hex. */
export interface Witness {
  name: string;
  key: string;
}

const signedText = (time: number, text: string): Uint8Array => utf8(`cosignature/v1\ntime ${time}\n${text}`);

/**
 * Cosigns a checkpoint. The caller has checked that the log signed it, and that it continues what he saw before.
 * @param note the signed checkpoint.
 * @param time seconds since 1970.
 * @returns the line to be added to the note, ended by a line break.
 * @throws RangeError when the name or the note does not fit the format.
 */
export async function cosign(note: string, signer: Signer, name: string, time: number): Promise<string> {
  const text = noteParts(note)?.text;
  if (text === undefined || !isKeyName(name) || !Number.isSafeInteger(time) || time < 0)
    throw new RangeError('cosignature: not a note, name or time that can be signed');
  const bytes = new Uint8Array(KEY_ID_BYTES + TIME_BYTES + SIGNATURE_BYTES);
  bytes.set(keyIdOf(name, COSIGNATURE_ED25519, fromHex(signer.publicKey)));
  new DataView(bytes.buffer).setBigUint64(KEY_ID_BYTES, BigInt(time));
  bytes.set(await signer.sign(signedText(time, text)), KEY_ID_BYTES + TIME_BYTES);
  return `— ${name} ${toBase64(bytes)}\n`;
}

/**
 * When this witness cosigned the note. Never throws.
 * @returns seconds since 1970; null when there is no line by this witness, or a wrong one.
 */
export async function cosignedAt(note: string, witness: Witness): Promise<number | null> {
  const parts = noteParts(note);
  if (!parts || !/^[0-9a-f]{64}$/.test(witness.key)) return null;
  const key = fromHex(witness.key);
  const id = keyIdOf(witness.name, COSIGNATURE_ED25519, key);
  for (const { name, signed } of parts.signatures) {
    if (name !== witness.name || signed.length !== KEY_ID_BYTES + TIME_BYTES + SIGNATURE_BYTES) continue;
    if (!sameBytes(signed.subarray(0, KEY_ID_BYTES), id)) continue;
    const time = new DataView(signed.buffer, signed.byteOffset).getBigUint64(KEY_ID_BYTES);
    if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
    const signature = signed.subarray(KEY_ID_BYTES + TIME_BYTES);
    return (await verifySignature(key, signedText(Number(time), parts.text), signature))
      ? Number(time)
      : null;
  }
  return null;
}

/**
 * A witness's key as one line, as C2SP signed-note writes verifier keys: `<name>+<key id, hex>+<base64: 0x04, key>`.
 * @returns null when it is none, or its id does not fit.
 */
export function parseWitness(line: string): Witness | null {
  const [, name = '', id = '', key = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? [];
  const bytes = fromBase64(key);
  if (bytes?.length !== 33 || bytes[0] !== COSIGNATURE_ED25519) return null;
  const witness = { name, key: toHex(bytes.subarray(1)) };
  return toHex(keyIdOf(name, COSIGNATURE_ED25519, bytes.subarray(1))) === id ? witness : null;
}

/** The line of `parseWitness`. */
export function formatWitness({ name, key }: Witness): string {
  const bytes = fromHex(key);
  const typed = new Uint8Array([COSIGNATURE_ED25519, ...bytes]);
  return `${name}+${toHex(keyIdOf(name, COSIGNATURE_ED25519, bytes))}+${toBase64(typed)}`;
}
