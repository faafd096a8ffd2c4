/** Whose server this is, and whether it is well. */
import type { FastifyInstance } from 'fastify';
import { PROTOCOL_VERSION, type TownshipResponse } from '../../sync/protocol.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function townshipRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/township', async (_request, reply): Promise<TownshipResponse | undefined> => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const { name } = await site.township.registry();
    void reply.header('cache-control', 'no-store');
    return { v: PROTOCOL_VERSION, id: site.township.id, name, now: new Date(context.now()).toISOString() };
  });

  app.get('/health', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    const heads = await context.host.storage.log.heads();
    return { ok: true, version: context.version, heads: heads.length };
  });
}
