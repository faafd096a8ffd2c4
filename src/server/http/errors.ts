/** Every answer that is not 2xx: its status, its body by sync/protocol.ts, its code also as a header. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { StorageError } from '../../store/log-store.ts';
import type { ErrorCode, ErrorResponse } from '../../sync/protocol.ts';

const STATUS: Record<ErrorCode, number> = {
  'not-set-up': 404,
  'already-set-up': 409,
  'wrong-code': 403,
  'bad-request': 400,
  'too-large': 413,
  'too-many-requests': 429,
  unauthorised: 401,
  'wrong-clock': 401,
  'not-allowed': 403,
  'not-found': 404,
  'file-not-expected': 404,
  'file-type-refused': 415,
  'file-hash-mismatch': 422,
  'offset-mismatch': 409,
  'storage-full': 507,
  internal: 500,
};

/** Ends the request with an error. `now`: the server's time, where the caller needs it. */
export function refuse(
  reply: FastifyReply,
  code: ErrorCode,
  message: string,
  { now, status = STATUS[code] }: { now?: string; status?: number } = {},
): FastifyReply {
  const body: ErrorResponse = { error: now === undefined ? { code, message } : { code, message, now } };
  return reply
    .code(status)
    .header('error-code', code)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(body);
}

/** Thrown by the rate limit, which can only throw. */
export class TooManyRequests extends Error {
  readonly statusCode = 429;
}

/** What the framework found wrong with a request, in our codes. Its own words may quote the request: they are not sent. */
function codeOf(status: number): { code: ErrorCode; message: string } {
  if (status === 413) return { code: 'too-large', message: 'the request is too large' };
  if (status === 415) return { code: 'bad-request', message: 'not a content type for this call' };
  if (status === 429) return { code: 'too-many-requests', message: 'wait, then try again' };
  return { code: 'bad-request', message: 'the request cannot be read' };
}

/** Answers what is no HTTP, or comes too slowly, on the bare connection, and ends it. */
export function refuseConnection(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const code: ErrorCode = isLarge ? 'too-large' : 'bad-request';
  const body = JSON.stringify({
    error: { code, message: 'the request cannot be read' },
  } satisfies ErrorResponse);
  socket.end(
    `HTTP/1.1 ${isLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\n` +
      `Connection: close\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** Answers for what is thrown and for what is not there. */
export function handleErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const { code, message } = codeOf(status);
      return refuse(reply, code, message, { status });
    }
    log.error({ err: error, reqId: request.id, route: request.routeOptions.url }, 'request failed');
    if (error instanceof StorageError && error.fault === 'full') {
      return refuse(reply, 'storage-full', 'the disk is full');
    }
    const status5xx = error instanceof StorageError ? 503 : 500;
    return refuse(reply, 'internal', 'the server failed', { status: status5xx });
  });
}
