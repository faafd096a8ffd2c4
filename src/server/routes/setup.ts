/** The first run: two steps, both with the code that the server printed. */
import type { FastifyInstance } from 'fastify';
import { setupBegin, setupFound } from '../../sync/protocol.ts';
import { refuse } from '../http/errors.ts';
import { setupLimit } from '../http/security.ts';
import type { RouteContext } from './context.ts';

export function setupRoutes(app: FastifyInstance, { setup }: RouteContext): void {
  app.post('/api/setup', { config: setupLimit }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const begin = setupBegin.safeParse(request.body);
    if (begin.success) {
      const outcome = await setup.begin(begin.data.code);
      if (!outcome.ok) return refuse(reply, outcome.code, 'setup refused');
      return { logKey: outcome.logKey };
    }
    const found = setupFound.safeParse(request.body);
    if (!found.success) return refuse(reply, 'bad-request', 'not a setup request');
    const outcome = await setup.found(found.data.code, found.data.events);
    if (!outcome.ok) {
      const detail = outcome.code === 'bad-request' ? outcome.detail : 'setup refused';
      return refuse(reply, outcome.code, detail);
    }
    return { township: outcome.township, recovery: outcome.recovery };
  });
}
