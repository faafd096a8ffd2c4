/** The stream that says 'there is more'. What it carries is in live-hub.ts. */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../http/errors.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function liveRoutes(app: FastifyInstance, context: RouteContext): void {
  const { host } = context;
  app.get('/api/live', { exposeHeadRoute: false }, async (_request, reply) => {
    if (!siteOrRefuse(context, reply)) return reply;
    if (host.live.isFull) return refuse(reply, 'too-many-requests', 'too many are listening');
    reply.hijack();
    const { raw } = reply;
    const headers = Object.entries(reply.getHeaders());
    for (const [name, value] of headers) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Some proxies hold answers back until they are complete.
      'x-accel-buffering': 'no',
    });
    raw.on('close', () => host.live.remove(raw));
    raw.on('error', () => host.live.remove(raw));
    try {
      await host.live.add(raw, () => host.publicHeads());
    } catch {
      // The head is sent, so no error can be told: the client comes again.
      raw.destroy();
    }
    return reply;
  });
}
