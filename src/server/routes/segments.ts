/** Segments, for cold starts: the same bytes for ever, so any cache between may keep them. */
import type { FastifyInstance } from 'fastify';
import { mayRead } from '../../domain/registry/rights.ts';
import { isPublicKind, parseStream } from '../../log/stream.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { acceptedEncoding } from '../http/compression.ts';
import { refuse } from '../http/errors.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { activeDevice } from './sync.ts';

const PATH = /^([0-9a-z/-]{1,80})\/(0|[1-9]\d{0,8})\/(?:leaves|bodies-([0-9a-f]{16}))$/;

export function segmentRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get<{ Params: { '*': string } }>('/api/segments/*', async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const [, stream = '', number, name] = PATH.exec(request.params['*']) ?? [];
    const place = parseStream(stream);
    if (place?.township !== site.township.id) return refuse(reply, 'not-found', 'no such segment');
    const caller = await callerOf(request, context.now());
    if (!caller.ok) return refuseCaller(reply, caller, context.now());
    const registry = await site.township.registry();
    const key = activeDevice(registry, caller.key)?.key ?? null;
    if (!mayRead(registry, place, key)) return refuse(reply, 'not-allowed', 'not a stream for this caller');

    const encoding = acceptedEncoding(request);
    const n = Number(number);
    const bytes = name
      ? await site.segments.bodies(stream, n, name, encoding)
      : await site.segments.leaves(stream, n, encoding);
    if (!bytes) return refuse(reply, 'not-found', 'no such segment');
    const who = isPublicKind(place.kind) ? 'public' : 'private';
    void reply
      .header('cache-control', `${who}, max-age=31536000, immutable`)
      .header('vary', 'accept-encoding')
      .type('text/plain; charset=utf-8');
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    return reply.send(bytes);
  });
}
