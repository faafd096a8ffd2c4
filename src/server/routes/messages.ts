/** Text messages: groups and progress for who posts, everything else for the office, reports from the gateway. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { type Device, memberOf, type Registry } from '../../domain/registry/registry.ts';
import type { OrderStanding } from '../../store/message-store.ts';
import {
  againRequest,
  type GroupsResponse,
  groupChange,
  type GroupChange,
  type MessageOrder,
  type ProgressResponse,
  type ReceiversResponse,
  type StatusResponse,
} from '../../sync/messages-protocol.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import type { Messages } from '../messages/messages.ts';
import { masked } from '../messages/numbers.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { activeDevice } from './sync.ts';

export interface Asking {
  registry: Registry;
  device: Device;
  messages: Messages;
}

const isOffice = (registry: Registry, key: string): boolean => memberOf(registry, key)?.role === 'office';

/** Who asks: a device whose person posts for some unit. Null after a refusal. */
export async function poster(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asking | null> {
  void reply.header('cache-control', 'no-store');
  const site = siteOrRefuse(context, reply);
  if (!site) return null;
  const caller = await callerOf(request, context.now());
  if (!caller.ok) {
    void refuseCaller(reply, caller, context.now());
    return null;
  }
  const registry = await site.township.registry();
  const device = activeDevice(registry, caller.key);
  if (device && postsFor(registry, device.key).length > 0)
    return { registry, device, messages: context.host.messages };
  void refuse(reply, caller.key === null ? 'unauthorised' : 'not-allowed', 'not for this caller');
  return null;
}

export async function office(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Asking | null> {
  const asking = await poster(context, request, reply);
  if (!asking || isOffice(asking.registry, asking.device.key)) return asking;
  void refuse(reply, 'not-allowed', 'for the office');
  return null;
}

const orderOf = ({
  id,
  unit,
  notice,
  acceptedAt,
  segments,
  problem,
  repeated,
  counts,
}: OrderStanding): MessageOrder => ({
  id,
  unit,
  notice,
  acceptedAt,
  segments,
  problem,
  repeated,
  counts,
});

/** Orders on the office's screen. */
const LATEST = 50;
const DAY_OFFSET = '+08:00';

function statusOf({ settings, store, mode, fault }: Messages, now: number): StatusResponse {
  const day = localDateOf(instantOf(now));
  return {
    mode,
    kind: settings?.gateway.kind ?? null,
    fault,
    today: store.countsSince(Date.parse(`${day}T00:00:00${DAY_OFFSET}`)),
    segments: { used: store.segmentsOn(day), limit: settings?.dailyLimit ?? 0 },
    orders: store.orders({ latest: LATEST }).map(orderOf),
  };
}

/** False: it names a unit or a group that is not there. */
function changeGroup({ registry, messages: { store } }: Asking, change: GroupChange): boolean {
  if (change.do === 'set') {
    if (change.unit !== null && !Object.hasOwn(registry.units, change.unit)) return false;
    const { id, unit, name } = change;
    store.setGroup({ id, unit, name });
    return true;
  }
  if (change.do === 'delete') {
    store.deleteGroup(change.id);
    return true;
  }
  if (!store.groups().some(({ id }) => id === change.id)) return false;
  if (change.do === 'drop') store.dropReceivers(change.id, change.receivers);
  else store.addReceivers(change.id, change.receivers, change.do);
  return true;
}

function askingRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/messages/groups', async (request, reply): Promise<GroupsResponse | undefined> => {
    const asking = await poster(context, request, reply);
    if (!asking) return reply;
    const { registry, device, messages } = asking;
    const units = new Set(postsFor(registry, device.key));
    const all = isOffice(registry, device.key);
    const groups = messages.store.groups().filter(({ unit }) => all || unit === null || units.has(unit));
    return {
      mode: messages.mode,
      groups: groups.map(({ id, unit, name, count }) => ({ id, unit, name, count })),
    };
  });

  app.get<{ Params: { notice: string } }>(
    '/api/messages/progress/:notice',
    async (request, reply): Promise<ProgressResponse | undefined> => {
      const asking = await poster(context, request, reply);
      if (!asking) return reply;
      const { registry, device, messages } = asking;
      const units = postsFor(registry, device.key);
      const all = isOffice(registry, device.key);
      const orders = messages.store.orders({ notice: request.params.notice });
      return {
        mode: messages.mode,
        orders: orders.filter(({ unit }) => all || units.includes(unit)).map(orderOf),
      };
    },
  );
}

function officeRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/messages/status', async (request, reply): Promise<StatusResponse | undefined> => {
    const asking = await office(context, request, reply);
    return asking ? statusOf(asking.messages, context.now()) : reply;
  });

  app.get<{ Params: { group: string } }>(
    '/api/messages/receivers/:group',
    async (request, reply): Promise<ReceiversResponse | undefined> => {
      const asking = await office(context, request, reply);
      if (!asking) return reply;
      const receivers = asking.messages.store.receivers(request.params.group);
      return { receivers: receivers.map(({ id, name, number }) => ({ id, name, number: masked(number) })) };
    },
  );

  app.post('/api/messages/groups', async (request, reply) => {
    const asking = await office(context, request, reply);
    if (!asking) return reply;
    const parsed = groupChange.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not a change of a group');
    if (!changeGroup(asking, parsed.data)) return refuse(reply, 'not-found', 'no such unit or group');
    return { ok: true };
  });

  app.post('/api/messages/again', async (request, reply) => {
    const asking = await office(context, request, reply);
    if (!asking) return reply;
    const parsed = againRequest.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'bad-request', 'not an order');
    return { waiting: asking.messages.again(parsed.data.order) };
  });
}

/** The gateway's callback. It knows a secret, and gets no word of what is inside. */
function reportRoutes(app: FastifyInstance, { host }: RouteContext): void {
  // Gateways send forms too; nothing else of the server reads them.
  const form = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(form, { parseAs: 'string' }, (_request, body: string, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body)));
  });
  app.route<{ Params: { secret: string } }>({
    method: ['GET', 'POST'],
    url: '/api/messages/report/:secret',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const said = request.method === 'GET' ? request.query : request.body;
      if (!host.messages.report(request.params.secret, said))
        return refuse(reply, 'not-found', 'no such thing');
      return reply.header('cache-control', 'no-store').type('text/plain').send('ok');
    },
  });
}

export async function messageRoutes(app: FastifyInstance, context: RouteContext): Promise<void> {
  askingRoutes(app, context);
  officeRoutes(app, context);
  await app.register(async (inner) => reportRoutes(inner, context));
}
