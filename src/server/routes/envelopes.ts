/** For who has a receipt code: what was handed in under it, and the answers. The request is signed by the code's key. */
import type { FastifyInstance } from 'fastify';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import { receiptLimit } from '../http/security.ts';
import { envelopesUnder } from '../township/envelopes.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function envelopeRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/envelopes', { config: receiptLimit }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const caller = await callerOf(request, context.now());
    if (!caller.ok) return refuseCaller(reply, caller, context.now());
    if (caller.key === null) return refuse(reply, 'unauthorised', 'signed by the key of a receipt code');
    const { store, id } = site.township.context;
    return envelopesUnder(store, id, caller.key);
  });
}
