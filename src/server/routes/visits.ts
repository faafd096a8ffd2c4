/** Daily totals of visits: counted when a public page is opened, read by the office and by who posts for the unit. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addDays } from '../../domain/calendar/days.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import {
  scanRequest,
  VISIT_DAYS,
  type VisitMonthsResponse,
  visitYear,
  type VisitsResponse,
} from '../../sync/visits-protocol.ts';
import type { Visit } from '../../store/visit-store.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { activeDevice } from './sync.ts';

/** Robots say so themselves. Looked at in passing; what a browser calls itself is not kept. */
const ROBOT = /bot|crawl|spider|slurp|preview|fetch|curl|wget/i;

/** Counts the opening of a page. A failing disk costs the count, and not the page. */
export function countVisit(
  { host, now }: RouteContext,
  request: FastifyRequest,
  visit: Pick<Visit, 'unit' | 'kind' | 'subject'>,
): void {
  if (request.method !== 'GET' && request.method !== 'POST') return;
  if (ROBOT.test(request.headers['user-agent'] ?? '')) return;
  try {
    host.storage.visits.add({ ...visit, day: localDateOf(instantOf(now())) });
  } catch (error) {
    host.options.log.warn({ err: error }, 'a visit could not be counted');
  }
}

/** The unit of a poster's board or wall; null: there is none of this id. */
export const unitOfPoster = (registry: Registry, place: string): string | null =>
  Object.hasOwn(registry.places, place) ? (registry.places[place]?.unit ?? null) : null;

/** Whether a person may read the totals of a unit; null: of all. */
function mayReadVisits(registry: Registry, key: string, unit: string | null): boolean {
  if (memberOf(registry, key)?.role === 'office') return true;
  return unit !== null && postsFor(registry, key).includes(unit);
}

/** False: it has been refused. @param unit whose totals are asked for; null: all. */
async function mayAsk(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
  unit: string | null,
): Promise<boolean> {
  void reply.header('cache-control', 'no-store');
  const site = siteOrRefuse(context, reply);
  if (!site) return false;
  const caller = await callerOf(request, context.now());
  if (!caller.ok) {
    void refuseCaller(reply, caller, context.now());
    return false;
  }
  const registry = await site.township.registry();
  const device = activeDevice(registry, caller.key);
  if (!device) {
    void refuse(reply, caller.key === null ? 'unauthorised' : 'not-allowed', 'only enrolled devices ask');
    return false;
  }
  if (mayReadVisits(registry, device.key, unit)) return true;
  void refuse(reply, 'not-allowed', 'not of this unit');
  return false;
}

interface Asked {
  Querystring: Record<string, unknown>;
}

export function visitRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get<Asked>('/api/visits', async (request, reply) => {
    const unit = typeof request.query['unit'] === 'string' ? request.query['unit'] : null;
    if (!(await mayAsk(context, request, reply, unit))) return reply;
    const from = addDays(localDateOf(instantOf(context.now())), 1 - VISIT_DAYS);
    const visits = context.host.storage.visits.since(from, unit);
    return { v: 1, visits } satisfies VisitsResponse;
  });

  app.get<Asked>('/api/visits/months', async (request, reply) => {
    if (!(await mayAsk(context, request, reply, null))) return reply;
    const year = visitYear.safeParse(request.query['year']);
    if (!year.success) return refuse(reply, 'bad-request', 'which year?');
    const months = context.host.storage.visits.months(year.data);
    return { v: 1, months } satisfies VisitMonthsResponse;
  });

  app.post('/api/visits', async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const parsed = scanRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not a scan');
    const { place } = parsed.data;
    const unit = unitOfPoster(await site.township.registry(), place);
    if (unit === null) return refuse(reply, 'not-found', 'no such poster');
    countVisit(context, request, { unit, kind: 'scan', subject: place });
    return reply.code(204).header('cache-control', 'no-store').send();
  });
}
