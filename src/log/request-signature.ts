/**
 * How a device proves who calls: it signs each request. No session, no extra round trip; any server process can check it.
 *
 * ```
 * Authorization: Gongkailan key=<public key, hex>,at=<ISO UTC with ms>,sig=<Ed25519, hex>
 *
 * signed text:   gongkailan/v1/request
 *                <METHOD> <path, with its query, as sent>
 *                <at>
 *                <SHA-256 of the request's body, hex>            (no line break at the end)
 * ```
 * Within the server's time window a request could be sent again by who overheard it. That does no harm: every call is
 * idempotent by event id or by offset. The window is the server's matter; here only the signature is checked.
 */
import { sha256Hex } from './hash.ts';
import { fromHex, toHex, utf8 } from './hex.ts';
import { type Signer, verifySignature } from './signature.ts';
import { isUtcTime } from './timestamp.ts';

export interface Authorization {
  /** The caller's public key, hex. */
  key: string;
  /** The caller's clock, ISO UTC with ms. */
  at: string;
  /** Hex, 128 digits. */
  sig: string;
}

export interface SignedRequest {
  method: string;
  /** Path with query, e.g. `/api/sync`. */
  path: string;
  body: Uint8Array;
}

const requestBytes = ({ method, path, body }: SignedRequest, at: string): Uint8Array =>
  utf8(`gongkailan/v1/request\n${method} ${path}\n${at}\n${sha256Hex(body)}`);

/** A line break or a space in them would let one signed text stand for two requests. */
const isPlainRequest = ({ method, path }: SignedRequest): boolean =>
  /^[A-Z]+$/.test(method) && /^\/[\x21-\x7e]*$/.test(path);

/**
 * The value of the `Authorization` header for a request.
 * @throws RangeError when method, path or time cannot be signed.
 */
export async function signRequest(signer: Signer, request: SignedRequest & { at: string }): Promise<string> {
  const { at } = request;
  if (!isPlainRequest(request) || !isUtcTime(at)) throw new RangeError('request: cannot be signed');
  const sig = toHex(await signer.sign(requestBytes(request, at)));
  return `Gongkailan key=${signer.publicKey},at=${at},sig=${sig}`;
}

/** Takes the header's value apart; null when it is not of this form. */
export function parseAuthorization(value: string): Authorization | null {
  const match = /^Gongkailan key=([0-9a-f]{64}),at=([^,]{24}),sig=([0-9a-f]{128})$/.exec(value);
  return match && isUtcTime(match[2]!) ? { key: match[1]!, at: match[2]!, sig: match[3]! } : null;
}

/** Whether the key in it signed this request at the time in it. */
export async function checkRequest(auth: Authorization, request: SignedRequest): Promise<boolean> {
  if (!isPlainRequest(request)) return false;
  return verifySignature(fromHex(auth.key), requestBytes(request, auth.at), fromHex(auth.sig));
}
