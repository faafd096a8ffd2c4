/**
 * The public logs for whoever wants to check them: checkpoints, tiles (log/tile.ts), and what witnesses have cosigned.
 * All is plain and public; a tile that is full never changes, so any cache may keep it.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isPublicKind, parseStream } from '../../log/stream.ts';
import { parseTilePath, TILE_WIDTH } from '../../log/tile.ts';
import { COSIGN_PATH, cosignRequest, type CosignResponse, LOG_PATH } from '../../sync/witness-protocol.ts';
import { refuse } from '../http/errors.ts';
import type { Site } from '../host.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

const PATH = /^([0-9a-z/-]{1,80})\/(checkpoint|cosigned|tile\/.{1,60})$/;

/** For ever: a full tile; not at all: what grows, and bodies, which a lawful erasure changes. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const FRESH = 'no-cache';

async function answer(site: Site, stream: string, what: string, reply: FastifyReply): Promise<FastifyReply> {
  const { store } = site.township.context;
  const head = await store.head(stream);
  if (!head) return refuse(reply, 'not-found', 'no such log');
  if (what === 'checkpoint')
    return reply.header('cache-control', FRESH).type('text/plain; charset=utf-8').send(head.checkpoint);
  if (what === 'cosigned') {
    const cosigned = await site.cosignatures.of(stream);
    return reply.header('cache-control', FRESH).send({ cosigned });
  }
  const name = parseTilePath(what);
  const bytes = name && (await site.tiles.tile(stream, name));
  if (!bytes) return refuse(reply, 'not-found', 'no such tile');
  const full = name.width === TILE_WIDTH && name.level !== 'bodies';
  return reply
    .header('cache-control', full ? IMMUTABLE : FRESH)
    .type(name.level === 'bodies' ? 'text/plain; charset=utf-8' : 'application/octet-stream')
    .send(Buffer.from(bytes));
}

export function logRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get<{ Params: { '*': string } }>(`${LOG_PATH}/*`, async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const [, stream = '', what = ''] = PATH.exec(request.params['*']) ?? [];
    const place = parseStream(stream);
    if (place?.township !== site.township.id || !isPublicKind(place.kind))
      return refuse(reply, 'not-found', 'no such public log');
    return answer(site, stream, what, reply);
  });

  app.post(COSIGN_PATH, async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const parsed = cosignRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not a list of cosigned checkpoints');
    const registry = await site.township.registry();
    const response: CosignResponse = { refused: [] };
    for (const { stream, note } of parsed.data.notes) {
      const place = parseStream(stream);
      const open = place?.township === site.township.id && isPublicKind(place.kind);
      const code = open
        ? await site.cosignatures.take(registry, stream, parsed.data.key, note)
        : 'not-this-log';
      if (code) response.refused.push({ stream, code });
    }
    void reply.header('cache-control', 'no-store');
    return response;
  });
}
