/**
 * Calls of the township's server. An answer counts only when it is exactly what the protocol says; whatever else comes
 * (a captive portal's page, a redirect, a cut body, a proxy's error) is 'no-network'.
 */
import type * as z from 'zod/mini';
import { signRequest } from '../../log/request-signature.ts';
import type { Signer } from '../../log/signature.ts';
import { utf8 } from '../../log/hex.ts';
import { ERROR_CODES, errorResponse, type ErrorCode, PROTOCOL_VERSION } from '../protocol.ts';
import type { Ports } from './ports.ts';

/** A refusal by the server, or no proved answer at all, or one by a newer server. */
export type CallFault = ErrorCode | 'no-network' | 'update-needed';
export type Called<Value> = { ok: true; value: Value } | { ok: false; fault: CallFault };

export interface Call {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH';
  path: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
  /** Signs the request; null: anybody. */
  signer?: Signer | null;
  /** Passes caches by. */
  fresh?: boolean;
  /** Told how many bytes of the answer have come. */
  heard?: (bytes: number) => void;
}

type HttpPorts = Pick<Ports, 'fetch' | 'now' | 'origin' | 'timers' | 'timeout'>;

/** The slowest link that we wait for when a request is sent, bytes a millisecond: 32 kbit/s. */
const SLOWEST = 4;

interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

const no = (fault: CallFault): { ok: false; fault: CallFault } => ({ ok: false, fault });
const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? utf8(body) : body);

/** JSON from bytes; undefined when they are none. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isNewer = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Number((value as { v?: unknown }).v) > PROTOCOL_VERSION;

/** The code of a refusal, from its body, or from its header where there is no body; null: not the protocol's. */
function refusal(answer: Answer): { code: ErrorCode; now?: string | undefined } | null {
  const parsed = errorResponse.safeParse(jsonOf(answer.bytes));
  if (parsed.success) return parsed.data.error;
  const header = answer.headers.get('Error-Code');
  const code = ERROR_CODES.find((one) => one === header);
  return code && answer.bytes.length === 0 ? { code } : null;
}

const cacheMode = ({ method, fresh }: Call): RequestCache => {
  if (method !== 'GET') return 'no-store';
  return fresh ? 'reload' : 'default';
};

/** Bytes of an answer; `heard` is called at each piece, so that a slow answer is not taken for a dead one. */
async function readAll(response: Response, heard: (bytes: number) => void): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  for (let length = 0; ;) {
    heard(length);
    const { done, value } = await reader.read();
    if (!done) {
      parts.push(value);
      length += value.length;
      continue;
    }
    const all = new Uint8Array(length);
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
    return all;
  }
}

/** The caller of one server. Knows how far this device's clock is off, once the server has said so. */
export class Http {
  readonly #ports: HttpPorts;
  /** Added to this device's clock in signed requests, ms. */
  #clockOffset = 0;
  readonly #running = new Set<AbortController>();

  constructor(ports: HttpPorts) {
    this.#ports = ports;
  }

  /** Breaks off what is under way; it ends as 'no-network'. */
  abort(): void {
    for (const one of this.#running) one.abort();
  }

  /** Calls, and reads the answer as JSON of this schema. */
  async json<Schema extends z.ZodMiniType>(schema: Schema, call: Call): Promise<Called<z.infer<Schema>>> {
    const called = await this.raw(call);
    if (!called.ok) return called;
    const value = jsonOf(called.value.bytes);
    const parsed = schema.safeParse(value);
    if (parsed.success) return { ok: true, value: parsed.data };
    return no(isNewer(value) ? 'update-needed' : 'no-network');
  }

  /** Calls, and gives the bytes of an answer with status 2xx; the caller must check what they are. */
  async raw(call: Call): Promise<Called<Answer>> {
    const answer = await this.#send(call);
    if (!answer) return no('no-network');
    if (answer.status >= 200 && answer.status < 300) return { ok: true, value: answer };
    const refused = refusal(answer);
    if (refused?.code !== 'wrong-clock' || !refused.now) return no(refused?.code ?? 'no-network');
    this.#clockOffset = Date.parse(refused.now) - this.#ports.now();
    const again = Number.isNaN(this.#clockOffset) ? null : await this.#send(call);
    if (!again) return no('no-network');
    if (again.status >= 200 && again.status < 300) return { ok: true, value: again };
    return no(refusal(again)?.code ?? 'no-network');
  }

  async #headers({ method, path, body, headers, signer }: Call): Promise<Record<string, string>> {
    if (!signer) return { ...headers };
    const at = new Date(this.#ports.now() + this.#clockOffset).toISOString();
    const request = { method, path, body: bytesOf(body ?? ''), at };
    return { ...headers, authorization: await signRequest(signer, request) };
  }

  async #send(call: Call): Promise<Answer | null> {
    const { fetch, origin, timers, timeout } = this.#ports;
    const headers = await this.#headers(call);
    const aborter = new AbortController();
    this.#running.add(aborter);
    let cancel = (): void => {};
    const heard = (wait: number): void => {
      cancel();
      cancel = timers.after(wait, () => aborter.abort());
    };
    try {
      heard(timeout + bytesOf(call.body ?? '').length / SLOWEST);
      const response = await fetch(origin + call.path, {
        method: call.method,
        headers,
        ...(call.body === undefined ? {} : { body: call.body as BodyInit }),
        redirect: 'error',
        credentials: 'omit',
        cache: cacheMode(call),
        signal: aborter.signal,
      });
      const bytes = await readAll(response, (length) => {
        heard(timeout);
        call.heard?.(length);
      });
      return { status: response.status, headers: response.headers, bytes };
    } catch {
      return null;
    } finally {
      cancel();
      this.#running.delete(aborter);
    }
  }
}
