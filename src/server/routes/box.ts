/** For everybody: how many reports the box has received, how many were answered, how many are overdue. */
import type { FastifyInstance } from 'fastify';
import type { TownshipContext } from '../township/plan.ts';
import { BoxFigures } from '../township/box.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function boxRoutes(app: FastifyInstance, context: RouteContext): void {
  let figures: { of: TownshipContext; box: BoxFigures } | null = null;
  app.get('/api/box', async (_request, reply) => {
    // No cache knows when the week is over by the township's clock.
    void reply.header('cache-control', 'no-store');
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const of = site.township.context;
    if (figures?.of !== of) figures = { of, box: new BoxFigures(of) };
    return figures.box.now();
  });
}
