/** Photos: sent piece by piece by devices; read by anybody once they are public, before that by who reviews them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mayRead } from '../../domain/registry/rights.ts';
import { toBase64 } from '../../log/base64.ts';
import { utf8 } from '../../log/hex.ts';
import { UPLOAD_CHUNK } from '../../sync/protocol.ts';
import type { Site } from '../host.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import { NO_PAGE } from '../http/security.ts';
import type { UploadOutcome } from '../uploads.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { activeDevice } from './sync.ts';

interface FileRequest {
  Params: { hash: string };
  /** What the file is to be called when it is kept. */
  Querystring: { name?: string };
}

const HASH = /^[0-9a-f]{64}$/;

const MESSAGES = {
  'file-not-expected': 'no notice names this file',
  'file-type-refused': 'neither a photo nor a document that may be attached',
  'file-hash-mismatch': 'what arrived is not the file of this name; begin again',
  'offset-mismatch': 'go on at Upload-Offset',
  'too-large': 'more bytes than the notice says, or than a file may have',
};

/** The site, for an enrolled device and a name that can be one; null after a refusal. */
async function siteForDevice(
  context: RouteContext,
  request: FastifyRequest<FileRequest>,
  reply: FastifyReply,
): Promise<Site | null> {
  const site = siteOrRefuse(context, reply);
  if (!site) return null;
  const caller = await callerOf(request, context.now());
  if (!caller.ok) {
    void refuseCaller(reply, caller, context.now());
    return null;
  }
  const isEnrolled = activeDevice(await site.township.registry(), caller.key) !== null;
  if (isEnrolled && HASH.test(request.params.hash)) return site;
  if (isEnrolled) void refuse(reply, 'not-found', 'not a SHA-256');
  else
    void refuse(
      reply,
      caller.key === null ? 'unauthorised' : 'not-allowed',
      'only enrolled devices send files',
    );
  return null;
}

function sendState(reply: FastifyReply, outcome: UploadOutcome): FastifyReply {
  void reply.header('cache-control', 'no-store');
  if (!outcome.ok) {
    void reply.header('upload-offset', String(outcome.received));
    return refuse(reply, outcome.code, MESSAGES[outcome.code]);
  }
  const { received, receipt } = outcome.state;
  void reply.header('upload-offset', String(received));
  // A header is Latin-1 and one line; a note is neither.
  if (receipt !== null) void reply.header('upload-receipt', toBase64(utf8(receipt)));
  return reply.send(outcome.state);
}

/** Whether the caller may read the office stream of one of these units. */
async function readerOf(
  context: RouteContext,
  site: Site,
  request: FastifyRequest<FileRequest>,
  offices: string[],
): Promise<'reader' | 'nobody'> {
  const caller = await callerOf(request, context.now());
  const registry = await site.township.registry();
  const key = caller.ok ? (activeDevice(registry, caller.key)?.key ?? null) : null;
  const reads = (unit: string): boolean =>
    mayRead(registry, { kind: 'office', unit }, key) || mayRead(registry, { kind: 'inspection', unit }, key);
  return offices.some(reads) ? 'reader' : 'nobody';
}

/** Sends a file, or the one piece of it that was asked for (RFC 9110, 14.2; several pieces: the whole is sent). */
function sendBytes(reply: FastifyReply, bytes: Uint8Array, range: string | undefined): FastifyReply {
  const asked = /^bytes=(\d{1,9})-(\d{0,9})$/.exec(range ?? '');
  if (!asked) return reply.send(bytes);
  const from = Number(asked[1]);
  const to = Math.min(asked[2] === '' ? Infinity : Number(asked[2]), bytes.length - 1);
  if (from > to) {
    void reply.header('content-range', `bytes */${bytes.length}`).header('cache-control', 'no-store');
    return reply.code(416).send();
  }
  void reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes.length}`);
  return reply.send(bytes.subarray(from, to + 1));
}

export function fileRoutes(app: FastifyInstance, context: RouteContext): void {
  app.head<FileRequest>('/api/files/:hash', async (request, reply) => {
    const site = await siteForDevice(context, request, reply);
    return site ? sendState(reply, await site.uploads.state(request.params.hash)) : reply;
  });

  app.patch<FileRequest>('/api/files/:hash', { bodyLimit: UPLOAD_CHUNK }, async (request, reply) => {
    const site = await siteForDevice(context, request, reply);
    if (!site) return reply;
    const offset = request.headers['upload-offset'];
    if (!/^(0|[1-9]\d{0,8})$/.test(String(offset)) || !Buffer.isBuffer(request.body)) {
      return refuse(reply, 'bad-request', 'bytes and their Upload-Offset are needed');
    }
    return sendState(reply, await site.uploads.add(request.params.hash, Number(offset), request.body));
  });

  app.get<FileRequest>('/files/:hash', async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const { hash } = request.params;
    const file = HASH.test(hash) ? await site.uploads.read(hash) : null;
    const who = file?.offices && (await readerOf(context, site, request, file.offices));
    // Whoever may not see it learns nothing of it.
    if (!file || who === 'nobody') return refuse(reply, 'not-found', 'no such file');
    const { name } = request.query;
    if (file.disposition)
      void reply.header('content-disposition', file.disposition(typeof name === 'string' ? name : hash));
    void reply
      .type(file.type)
      .header('cache-control', who ? 'private, no-store' : 'public, max-age=31536000, immutable')
      .header('content-security-policy', NO_PAGE)
      .header('accept-ranges', 'bytes');
    return sendBytes(reply, file.bytes, request.headers.range);
  });
}
