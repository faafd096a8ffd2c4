/** Compression of answers: on a village's line the bytes are what takes the time. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this, bytes, compressing gains nothing. */
const WORTH_IT = 1_000;
/** Fast, because it is done for each answer. */
const BROTLI_QUALITY = 5;

export type Encoding = 'br' | 'gzip' | 'identity';

/** The best encoding that the caller takes. */
export function acceptedEncoding(request: FastifyRequest): Encoding {
  const header = request.headers['accept-encoding'];
  const accepted = new Set(
    String(header ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  if (accepted.has('br')) return 'br';
  return accepted.has('gzip') ? 'gzip' : 'identity';
}

/** What is text; photos and documents are small already. */
const TEXT = /^(?:application\/(?:[a-z]+\+)?(?:json|xml)|text\/(?:html|plain|calendar))\b/;

/** Compresses answers of text that are long enough. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isText = TEXT.test(String(reply.getHeader('content-type') ?? ''));
    if (!isText || typeof payload !== 'string' || payload.length < WORTH_IT) return payload;
    if (!reply.hasHeader('vary')) void reply.header('vary', 'accept-encoding');
    const encoding = acceptedEncoding(request);
    if (encoding === 'identity') return payload;
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    return encoding === 'gzip'
      ? zip(payload)
      : brotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
  });
}
