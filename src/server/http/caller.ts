/** Who calls: by the signature of the request (log/request-signature.ts). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkRequest, parseAuthorization } from '../../log/request-signature.ts';
import { CLOCK_TOLERANCE_MS } from '../../sync/protocol.ts';
import { refuse } from './errors.ts';

/** Null key: anybody. */
export type Caller = { ok: true; key: string | null } | { ok: false; code: 'unauthorised' | 'wrong-clock' };

declare module 'fastify' {
  interface FastifyRequest {
    /** The body's bytes as they came; empty for none. */
    bodyBytes: Uint8Array;
  }
}

/**
 * The caller of a request. Whether the key is enrolled is for the route to ask.
 * @param now ms since 1970.
 */
export async function callerOf(request: FastifyRequest, now: number): Promise<Caller> {
  const header = request.headers.authorization;
  if (header === undefined) return { ok: true, key: null };
  const auth = parseAuthorization(header);
  if (!auth) return { ok: false, code: 'unauthorised' };
  if (!(Math.abs(Date.parse(auth.at) - now) <= CLOCK_TOLERANCE_MS)) return { ok: false, code: 'wrong-clock' };
  const { method, bodyBytes } = request;
  const signed = await checkRequest(auth, { method, path: request.raw.url ?? '', body: bodyBytes });
  return signed ? { ok: true, key: auth.key } : { ok: false, code: 'unauthorised' };
}

const MESSAGES = {
  unauthorised: 'the request is not signed by the key in it',
  'wrong-clock': 'the time of the request is more than 5 minutes off',
};

export const refuseCaller = (
  reply: FastifyReply,
  caller: Caller & { ok: false },
  now: number,
): FastifyReply => refuse(reply, caller.code, MESSAGES[caller.code], { now: new Date(now).toISOString() });
