/** Answers of the practice township, in the form of the protocol (sync/protocol.ts). */
import type { ErrorCode, ErrorResponse } from '../sync/protocol.ts';

export const json = (value: unknown): Response =>
  new Response(JSON.stringify(value), { status: 200, headers: { 'content-type': 'application/json' } });

const STATUS: Partial<Record<ErrorCode, number>> = {
  unauthorised: 401,
  'not-found': 404,
  'storage-full': 507,
};

export function refusal(code: ErrorCode): Response {
  const body: ErrorResponse = { error: { code, message: 'practice' } };
  return new Response(JSON.stringify(body), {
    status: STATUS[code] ?? 400,
    headers: { 'content-type': 'application/json', 'error-code': code },
  });
}
